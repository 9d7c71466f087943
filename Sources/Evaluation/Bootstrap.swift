/// Draws samples anew for intervals: the percentile bootstrap (Efron & Tibshirani 1993, chapter 13).
///
/// Its random numbers come from SplitMix64 (Steele, Lea & Flood 2014), so that equal seeds give equal intervals on every
/// machine.
struct Bootstrap {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// As many elements as there are, drawn with replacement.
    mutating func resample<Element>(_ elements: [Element]) -> [Element] {
        let count = UInt64(elements.count)
        return elements.map { _ in elements[Int(next().multipliedFullWidth(by: count).high)] }
    }

    /// From the 2.5th to the 97.5th percentile; the value itself where there are no samples.
    static func interval(of samples: [Double], around value: Double) -> ClosedRange<Double> {
        guard !samples.isEmpty else { return value...value }
        let sorted = samples.sorted()
        func percentile(_ part: Double) -> Double { sorted[Int((part * Double(sorted.count - 1)).rounded())] }
        return percentile(0.025)...percentile(0.975)
    }

    /// What each of `values` comes to over all scores, with its 95% interval.
    ///
    /// - Parameters:
    ///   - values: with their names.
    ///   - resamples: how many times the scores are drawn again.
    ///   - sum: one score of many.
    mutating func figures<Score>(
        _ values: [(name: String, value: (Score) -> Double)],
        of scores: [Score],
        resamples: Int,
        sum: ([Score]) -> Score
    ) -> [AttributionReport.Figure] {
        let total = sum(scores)
        let draws = scores.isEmpty ? [] : (0..<resamples).map { _ in sum(resample(scores)) }
        return values.map { name, value in
            let point = value(total)
            return .init(name: name, value: point, interval: Self.interval(of: draws.map(value), around: point))
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
