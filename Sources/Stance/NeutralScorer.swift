package import Article

/// Calls every stance neutral: for measures in which stances have no part, such as that of attributions.
package struct NeutralScorer: StanceScorer {
    package let model = "none"

    package init() {}

    package func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]] {
        sentences.map { $0.targets.map { _ in Article.Probabilities(against: 0, neutral: 1, favor: 0) } }
    }
}
