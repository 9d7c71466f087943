package import Article
package import Inference

/// Scores by a learned model: what the whole sentence says of the target, where the lexicon has only words.
package struct ModelScorer: StanceScorer {
    package let model: String
    private let learned: StanceModel

    package init(_ learned: StanceModel) {
        self.learned = learned
        model = "stance-\(learned.description.name)-\(learned.description.version)"
    }

    /// What the model reads of a text, as numbers in its vocabulary: for comparisons with other tokenizers.
    package func pieces(of text: String) -> [Int] {
        learned.pieces(of: Array(text.unicodeScalars)).map { Int($0.id) }
    }

    package func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]] {
        let questions = sentences.map {
            StanceQuestion($0.span.range, previous: $0.previous?.range, targets: $0.targets.map(\.range))
        }
        return learned.answer(questions, of: text.scalars).map { answers in
            answers.map { Article.Probabilities(against: $0.against, neutral: $0.neutral, favor: $0.favor) }
        }
    }
}
