package import Article

/// How well the noun phrases found in sentences agree with a reader's marks, as counts that can be added up.
///
/// Names and pronouns are found elsewhere, and left out of both. A phrase agrees where it lies in a mark, whose determiner and what
/// hangs on its noun it need not have.
package struct PhraseScore: Hashable, Sendable {
    package var marks = 0
    package var marksFound = 0
    package var phrases = 0
    package var phrasesRight = 0

    package var precision: Double { phrases == 0 ? 1 : Double(phrasesRight) / Double(phrases) }
    package var recall: Double { marks == 0 ? 1 : Double(marksFound) / Double(marks) }
    package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// Scores one sentence.
    package init(_ sentence: ScalarText, marks: [ScalarSpan], phrases: [ScalarSpan]) {
        let things = marks.filter { Self.isThing(sentence[$0], opens: $0.start == 0) }
        self.marks = things.count
        marksFound = things.count { thing in phrases.contains { thing.contains($0) } }
        for phrase in phrases where Self.isThing(sentence[phrase], opens: phrase.start == 0) {
            let isInName = marks.contains { $0.contains(phrase) && !things.contains($0) }
            guard !isInName else { continue }
            self.phrases += 1
            if things.contains(where: { $0.contains(phrase) }) { phrasesRight += 1 }
        }
    }

    private init() {}

    /// Whether the words are neither a name, which has a capital somewhere, nor a word that only points to something.
    private static func isThing(_ words: String, opens: Bool) -> Bool {
        let rest = opens ? words.dropFirst() : words[...]
        return !rest.contains(where: \.isUppercase) && !pointers.contains(words.lowercased())
    }

    private static let pointers = Set(
        """
        he she it they we i you him her them us me who one none nobody that this these those both each some any all others most
        anyone everyone everybody nothing
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    package static func += (sum: inout Self, other: Self) {
        sum.marks += other.marks
        sum.marksFound += other.marksFound
        sum.phrases += other.phrases
        sum.phrasesRight += other.phrasesRight
    }

    /// Precision, recall and F1 over many sentences, with 95% intervals (percentile bootstrap over sentences).
    package static func figures(
        _ sentences: [Self],
        resamples: Int = 1000,
        seed: UInt64 = 1
    ) -> [AttributionReport.Figure] {
        var bootstrap = Bootstrap(seed: seed)
        return bootstrap.figures(
            [("precision", \.precision), ("recall", \.recall), ("f1", \.f1)],
            of: sentences,
            resamples: resamples
        ) { $0.reduce(into: Self()) { $0 += $1 } }
    }
}
