/// The score over a set of documents, with 95% intervals.
///
/// The intervals are those of the percentile bootstrap over documents (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993, chapter 13): documents, not sentences, are drawn again, because errors of one document hang
/// together. With one document each interval is a point and says nothing.
package struct SegmentationReport: Hashable, Sendable {
    package struct Estimate: Hashable, Sendable {
        package var value: Double
        package var interval: ClosedRange<Double>
    }

    package let score: SegmentationScore
    package let precision: Estimate
    package let recall: Estimate
    package let f1: Estimate
    package let innerPrecision: Estimate
    package let innerRecall: Estimate
    package let innerF1: Estimate
    package let exactSentenceRate: Estimate
    package let documentsRightRate: Estimate

    /// - Parameters:
    ///   - documents: the score of each document.
    ///   - resamples: how many times the documents are drawn again.
    ///   - seed: the same seed gives the same intervals, on every machine.
    package init(documents: [SegmentationScore], resamples: Int = 1000, seed: UInt64 = 1) {
        score = Self.sum(documents)
        let draws = Self.resampled(documents, count: resamples, seed: seed)
        let total = score
        func estimate(_ metric: (SegmentationScore) -> Double) -> Estimate {
            Estimate(value: metric(total), interval: Self.interval(draws.map(metric), around: metric(total)))
        }
        precision = estimate(\.boundaries.precision)
        recall = estimate(\.boundaries.recall)
        f1 = estimate(\.boundaries.f1)
        innerPrecision = estimate(\.inner.precision)
        innerRecall = estimate(\.inner.recall)
        innerF1 = estimate(\.inner.f1)
        exactSentenceRate = estimate(\.exactSentenceRate)
        documentsRightRate = estimate(\.documentsRightRate)
    }

    private static func sum(_ documents: some Sequence<SegmentationScore>) -> SegmentationScore {
        documents.reduce(into: SegmentationScore()) { $0 += $1 }
    }

    private static func resampled(
        _ documents: [SegmentationScore],
        count: Int,
        seed: UInt64
    ) -> [SegmentationScore] {
        guard !documents.isEmpty else { return [] }
        var generator = SegmentationSeed(state: seed)
        return (0..<max(0, count)).map { _ in
            sum((0..<documents.count).map { _ in documents[Int.random(in: documents.indices, using: &generator)] })
        }
    }

    /// From the 2.5th to the 97.5th percentile of `values`; the value itself where there are none.
    private static func interval(_ values: [Double], around value: Double) -> ClosedRange<Double> {
        guard !values.isEmpty else { return value...value }
        let sorted = values.sorted()
        func percentile(_ share: Double) -> Double { sorted[Int((share * Double(sorted.count - 1)).rounded())] }
        return percentile(0.025)...percentile(0.975)
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
private struct SegmentationSeed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
