package import Article

/// How well predicted sentences agree with gold ones, as counts that can be added up over documents.
///
/// - A *boundary* is the end of a sentence, placed by the number of scalars before it that are not white space, so that
///   white space at the ends of a span makes no difference. The end of the document is not counted: everybody finds it.
/// - A boundary is *inner* where the text has no line break at it: those a segmenter must find by itself.
/// - A gold sentence is *exact* where its start and its end are both predicted, as those of one sentence.
/// - A document is *right* where every boundary is found and none is added.
///
/// White space is Unicode's White_Space and U+001C–001F; line breaks are LF, CR, U+2028 and U+2029.
package struct SegmentationScore: Hashable, Sendable {
    package var boundaries = AgreementCounts()
    package var inner = AgreementCounts()
    package var goldSentences = 0
    package var predictedSentences = 0
    package var exactSentences = 0
    package var documents = 0
    package var documentsRight = 0
    /// Scalars that are not white space and in no predicted sentence.
    package var uncovered = 0

    /// No documents.
    package init() {}

    /// Scores one document. Spans that hold nothing but white space are left out.
    ///
    /// - Throws: ``SegmentationScoreError`` where spans are empty, overlap, are out of order or end beyond the text.
    package init(
        text: String,
        gold: [ScalarSpan],
        predicted: [ScalarSpan]
    ) throws(SegmentationScoreError) {
        let measure = TextMeasure(text)
        let gold = try measure.ranges(gold, "gold")
        let predicted = try measure.ranges(predicted, "predicted")
        let goldEnds = Set(gold.map(\.upperBound)).subtracting([measure.total])
        let predictedEnds = Set(predicted.map(\.upperBound)).subtracting([measure.total])
        boundaries = AgreementCounts(gold: goldEnds, predicted: predictedEnds)
        inner = AgreementCounts(
            gold: goldEnds.subtracting(measure.lineBreaks),
            predicted: predictedEnds.subtracting(measure.lineBreaks)
        )
        goldSentences = gold.count
        predictedSentences = predicted.count
        let found = Set(predicted)
        exactSentences = gold.count { found.contains($0) }
        documents = 1
        documentsRight = goldEnds == predictedEnds ? 1 : 0
        uncovered = measure.total - predicted.reduce(0) { $0 + $1.count }
    }

    /// The share of gold sentences that are exact; 1 where there are none.
    package var exactSentenceRate: Double {
        goldSentences == 0 ? 1 : Double(exactSentences) / Double(goldSentences)
    }

    /// The share of documents that are right; 1 where there are none.
    package var documentsRightRate: Double { documents == 0 ? 1 : Double(documentsRight) / Double(documents) }

    package static func += (left: inout Self, right: Self) {
        left.boundaries += right.boundaries
        left.inner += right.inner
        left.goldSentences += right.goldSentences
        left.predictedSentences += right.predictedSentences
        left.exactSentences += right.exactSentences
        left.documents += right.documents
        left.documentsRight += right.documentsRight
        left.uncovered += right.uncovered
    }
}

/// Why spans can't be scored.
package struct SegmentationScoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `gold` or `predicted`.
    package var side: String
    /// The index of the first span at fault.
    package var index: Int
    package var span: ScalarSpan
    package var reason: String

    package var description: String { "\(side) span \(index) (\(span.start)..<\(span.end)) \(reason)" }
}

/// Places of a text by the number of scalars before them that are not white space.
private struct TextMeasure {
    /// `places[i]` scalars before scalar `i` are not white space.
    private var places: [Int] = [0]
    /// The places at which there is a line break.
    private(set) var lineBreaks: Set<Int> = []

    var total: Int { places[places.count - 1] }

    init(_ text: String) {
        var place = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                lineBreaks.insert(place)
            }
            let isWhiteSpace = scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
            if !isWhiteSpace { place += 1 }
            places.append(place)
        }
    }

    /// The spans by places, without those that hold only white space.
    func ranges(_ spans: [ScalarSpan], _ side: String) throws(SegmentationScoreError) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var last = 0
        for (index, span) in spans.enumerated() {
            let fault: String? =
                span.isEmpty
                ? "is empty"
                : span.end >= places.count
                    ? "ends beyond the text, which has \(places.count - 1) scalars"
                    : span.start < last ? "begins before the end of the one before" : nil
            if let fault { throw SegmentationScoreError(side: side, index: index, span: span, reason: fault) }
            last = span.end
            let range = places[span.start]..<places[span.end]
            if !range.isEmpty { ranges.append(range) }
        }
        return ranges
    }
}
