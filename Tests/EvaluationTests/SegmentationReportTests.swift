import Evaluation
import Testing

@Suite struct `The segmentation report` {
    private func document(found: Int, added: Int, missed: Int) -> SegmentationScore {
        var score = SegmentationScore()
        score.boundaries = AgreementCounts(found: found, added: added, missed: missed)
        score.inner = score.boundaries
        score.documents = 1
        score.documentsRight = added + missed == 0 ? 1 : 0
        return score
    }

    @Test func `pools the counts of the documents`() {
        let documents = [document(found: 8, added: 2, missed: 0), document(found: 10, added: 0, missed: 0)]
        let report = SegmentationReport(documents: documents)
        #expect(report.precision.value == 0.9)
        #expect(report.recall.value == 1)
        #expect(report.recall.interval == 1...1)
        #expect(report.documentsRightRate.value == 0.5)
        #expect(report.score.documents == 2)
    }

    @Test func `gives intervals that hold the value and depend on nothing but the seed`() {
        let documents = (0..<40).map { document(found: 20, added: $0 % 4, missed: $0 % 3) }
        let report = SegmentationReport(documents: documents, resamples: 500, seed: 7)
        #expect(report.f1.interval.contains(report.f1.value))
        #expect(report.f1.interval.lowerBound < report.f1.value)
        #expect(report.f1.interval.upperBound > report.f1.value)
        #expect(report == SegmentationReport(documents: documents, resamples: 500, seed: 7))
        #expect(report != SegmentationReport(documents: documents, resamples: 500, seed: 8))
    }

    @Test func `has intervals near those of the normal approximation`() {
        // 400 documents of one boundary each, nine in ten found: the standard error is √(0.9 · 0.1 / 400) = 0.015.
        let documents = (0..<400).map { document(found: $0 % 10 == 0 ? 0 : 1, added: 0, missed: $0 % 10 == 0 ? 1 : 0) }
        let report = SegmentationReport(documents: documents, resamples: 2000, seed: 3)
        #expect(abs(report.recall.interval.lowerBound - 0.8706) < 0.006)
        #expect(abs(report.recall.interval.upperBound - 0.9294) < 0.006)
    }

    @Test func `of no documents is all 1 with no width`() {
        let report = SegmentationReport(documents: [])
        #expect(report.f1.value == 1)
        #expect(report.f1.interval == 1...1)
    }
}
