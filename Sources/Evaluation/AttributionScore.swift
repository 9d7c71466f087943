package import Article

/// How well the words ascribed to others agree with gold ones, as counts that can be added up over documents.
///
/// - A *sentence* is attributed where at least half of its scalars that are not white space are, whoever says them.
/// - A *character* is a scalar that is not white space, whether it stands in a sentence or not.
package struct AttributionScore: Hashable, Sendable {
    /// Found, added and missed ones, as precision and recall take them.
    package struct Counts: Hashable, Sendable {
        package var found = 0
        package var added = 0
        package var missed = 0

        package var precision: Double { found + added == 0 ? 1 : Double(found) / Double(found + added) }
        package var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
        package var f1: Double {
            let relevant = 2 * found + added + missed
            return relevant == 0 ? 1 : Double(2 * found) / Double(relevant)
        }

        mutating func count(gold: Bool, predicted: Bool, _ weight: Int = 1) {
            switch (gold, predicted) {
            case (true, true): found += weight
            case (false, true): added += weight
            case (true, false): missed += weight
            case (false, false): break
            }
        }

        static func += (sum: inout Self, other: Self) {
            sum.found += other.found
            sum.added += other.added
            sum.missed += other.missed
        }
    }

    package var documents = 0
    package var sentences = Counts()
    package var characters = Counts()

    /// No documents.
    package init() {}

    /// Scores one document. Spans may overlap and come in any order; what lies beyond the text is left out.
    package init(_ text: ScalarText, sentences units: [ScalarSpan], gold: [ScalarSpan], predicted: [ScalarSpan]) {
        let gold = Self.marked(gold, text.count)
        let predicted = Self.marked(predicted, text.count)
        documents = 1
        var solid = [Bool](repeating: false, count: text.count)
        for index in solid.indices where !text.scalars[index].properties.isWhitespace {
            solid[index] = true
            characters.count(gold: gold[index], predicted: predicted[index])
        }
        for unit in units where unit.end <= text.count {
            let inside = unit.range.filter { solid[$0] }
            guard !inside.isEmpty else { continue }
            sentences.count(
                gold: 2 * inside.count { gold[$0] } >= inside.count,
                predicted: 2 * inside.count { predicted[$0] } >= inside.count
            )
        }
    }

    private static func marked(_ spans: [ScalarSpan], _ count: Int) -> [Bool] {
        var marked = [Bool](repeating: false, count: count)
        for span in spans where span.start < count {
            for index in span.start..<min(span.end, count) { marked[index] = true }
        }
        return marked
    }

    package static func += (sum: inout Self, other: Self) {
        sum.documents += other.documents
        sum.sentences += other.sentences
        sum.characters += other.characters
    }
}

/// The score over a set of documents, with 95% intervals: the percentile bootstrap over documents, because errors of one
/// document hang together.
package struct AttributionReport: Hashable, Sendable {
    package struct Figure: Hashable, Sendable {
        package var name: String
        package var value: Double
        package var interval: ClosedRange<Double>
    }

    package let score: AttributionScore
    /// Precision, recall and F1 of sentences, then of characters.
    package let figures: [Figure]

    /// - Parameters:
    ///   - resamples: how many times the documents are drawn again.
    ///   - seed: equal seeds give equal intervals.
    package init(documents: [AttributionScore], resamples: Int = 1000, seed: UInt64 = 1) {
        var bootstrap = Bootstrap(seed: seed)
        score = Self.sum(documents)
        figures = bootstrap.figures(
            [
                ("sentence_precision", \.sentences.precision), ("sentence_recall", \.sentences.recall),
                ("sentence_f1", \.sentences.f1),
                ("character_precision", \.characters.precision), ("character_recall", \.characters.recall),
                ("character_f1", \.characters.f1),
            ],
            of: documents,
            resamples: resamples,
            sum: Self.sum
        )
    }

    private static func sum(_ scores: [AttributionScore]) -> AttributionScore {
        scores.reduce(into: AttributionScore()) { $0 += $1 }
    }
}
