import Article
import Evaluation
import Testing

@Suite struct `The segmentation score` {
    /// Three sentences on one line and a heading of its own line: boundaries at 4, 8, 12 and the end.
    private let text = "Ab c. De f.\nHead\nG."
    private let gold = [ScalarSpan(0, 5), ScalarSpan(6, 11), ScalarSpan(12, 16), ScalarSpan(17, 19)]

    private func score(_ predicted: [ScalarSpan]) throws -> SegmentationScore {
        try SegmentationScore(text: text, gold: gold, predicted: predicted)
    }

    @Test func `of gold against itself is all right`() throws {
        let score = try score(gold)
        #expect(score.boundaries == AgreementCounts(found: 3, added: 0, missed: 0))
        #expect(score.inner == AgreementCounts(found: 1, added: 0, missed: 0))
        #expect(score.boundaries.f1 == 1)
        #expect(score.exactSentenceRate == 1)
        #expect(score.documentsRight == 1)
        #expect(score.uncovered == 0)
    }

    @Test func `counts missed boundaries and inexact sentences`() throws {
        let score = try score([ScalarSpan(0, 11), ScalarSpan(12, 19)])
        #expect(score.boundaries == AgreementCounts(found: 1, added: 0, missed: 2))
        #expect(score.inner == AgreementCounts(found: 0, added: 0, missed: 1))
        #expect(score.boundaries.precision == 1)
        #expect(score.boundaries.recall == 1.0 / 3)
        #expect(score.boundaries.f1 == 0.5)
        #expect(score.exactSentences == 0)
        #expect(score.documentsRight == 0)
    }

    @Test func `counts added boundaries`() throws {
        let score = try score([ScalarSpan(0, 2)] + [ScalarSpan(3, 5)] + gold.dropFirst())
        #expect(score.boundaries == AgreementCounts(found: 3, added: 1, missed: 0))
        #expect(score.inner == AgreementCounts(found: 1, added: 1, missed: 0))
        #expect(score.boundaries.precision == 0.75)
        #expect(score.exactSentenceRate == 0.75)
        #expect(score.predictedSentences == 5)
    }

    @Test func `does not mind white space at the ends of spans`() throws {
        let score = try score([ScalarSpan(0, 6), ScalarSpan(6, 12), ScalarSpan(12, 17), ScalarSpan(17, 19)])
        #expect(score.documentsRight == 1)
        #expect(score.exactSentenceRate == 1)
    }

    @Test func `counts what no sentence covers`() throws {
        let score = try score(Array(gold.dropLast()))
        #expect(score.uncovered == 2)
        #expect(score.boundaries == AgreementCounts(found: 3, added: 0, missed: 0))
        #expect(score.exactSentenceRate == 0.75)
    }

    @Test func `of nothing is nothing`() throws {
        let score = try score([])
        #expect(score.boundaries == AgreementCounts(found: 0, added: 0, missed: 3))
        #expect(score.boundaries.precision == 1)
        #expect(score.boundaries.recall == 0)
        #expect(score.boundaries.f1 == 0)
        let empty = try SegmentationScore(text: " \n", gold: [], predicted: [ScalarSpan(0, 1)])
        #expect(empty.boundaries.f1 == 1)
        #expect(empty.predictedSentences == 0)
    }

    @Test func `counts in scalars, not in characters`() throws {
        let score = try SegmentationScore(
            text: "👩‍👩‍👧! E\u{301}!",
            gold: [ScalarSpan(0, 6), ScalarSpan(7, 10)],
            predicted: [ScalarSpan(0, 6), ScalarSpan(7, 10)]
        )
        #expect(score.documentsRight == 1)
        #expect(score.boundaries.found == 1)
    }

    @Test(arguments: [
        ([ScalarSpan(3, 3)], 0, "is empty"),
        ([ScalarSpan(0, 5), ScalarSpan(4, 6)], 1, "begins before the end of the one before"),
        ([ScalarSpan(0, 20)], 0, "ends beyond the text, which has 19 scalars"),
    ])
    func `refuses spans that are none`(_ spans: [ScalarSpan], _ index: Int, _ reason: String) {
        let error = #expect(throws: SegmentationScoreError.self) { try score(spans) }
        #expect(error?.description == "predicted span \(index) (\(spans[index].start)..<\(spans[index].end)) \(reason)")
    }
}
