package import Article

/// A sentence that need not stand in any article, such as one with a word left out, and the mentions in it whose stances
/// are asked for.
package struct SentenceQuestion: Hashable, Sendable {
    package var text: String
    /// In scalars of ``text``, inside it.
    package var targets: [ScalarSpan]
    /// The sentence before it; a scorer may read it as context.
    package var previous: String?

    package init(_ text: String, targets: [ScalarSpan], previous: String? = nil) {
        self.text = text
        self.targets = targets
        self.previous = previous
    }
}

extension StanceScorer {
    /// The probabilities for each target of each sentence, in the order given. Many at once cost less than one by one.
    package func score(_ questions: [SentenceQuestion]) -> [[Article.Probabilities]] {
        var scalars = String.UnicodeScalarView()
        var count = 0
        /// Adds a text of its own, so that words of neighbours don't run together.
        func append(_ text: String) -> ScalarSpan {
            let start = count
            for scalar in text.unicodeScalars {
                scalars.append(scalar)
                count += 1
            }
            scalars.append("\n")
            count += 1
            return ScalarSpan(start, count - 1)
        }
        let sentences = questions.map { question in
            let previous = question.previous.map { append($0) }
            let span = append(question.text)
            let targets = question.targets.map { ScalarSpan($0.start + span.start, $0.end + span.start) }
            return TargetedSentence(span, targets: targets, previous: previous)
        }
        return score(sentences, of: ScalarText(String(scalars)))
    }

    /// The probabilities for mentions in a text that is taken as one sentence.
    package func score(_ text: ScalarText, targets: [ScalarSpan]) -> [Article.Probabilities] {
        score([TargetedSentence(ScalarSpan(0, text.count), targets: targets)], of: text)[0]
    }
}
