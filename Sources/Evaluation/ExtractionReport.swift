/// The score over a set of pages: means with 95% intervals, by the percentile bootstrap over pages.
package struct ExtractionReport: Hashable, Sendable {
    /// A mean from 0 to 1.
    package struct Figure: Hashable, Sendable {
        /// Such as `shingle_f1`.
        package var name: String
        package var value: Double
        package var interval: ClosedRange<Double>
        /// The number of pages that it is the mean of; of captions, where it is a share of them.
        package var count: Int
    }

    package let pages: Int
    /// Those of which gold knows something, in a fixed order.
    package let figures: [Figure]

    /// - Parameters:
    ///   - resamples: how often the pages are drawn anew, with replacement.
    ///   - seed: equal seeds give equal intervals.
    package init(_ scores: [ExtractionScore], resamples: Int = 1000, seed: UInt64 = 1) {
        pages = scores.count
        var bootstrap = Bootstrap(seed: seed)
        let samples = scores.isEmpty ? [] : (0..<resamples).map { _ in bootstrap.resample(scores) }
        figures = Self.metrics.compactMap { metric in
            guard let value = metric.mean(scores) else { return nil }
            return Figure(
                name: metric.name,
                value: value,
                interval: Bootstrap.interval(of: samples.compactMap { metric.mean($0) }, around: value),
                count: metric.count(scores)
            )
        }
    }

    private struct Metric {
        let name: String
        let count: ([ExtractionScore]) -> Int
        let mean: ([ExtractionScore]) -> Double?

        init(_ name: String, _ value: @escaping (ExtractionScore) -> Double?) {
            self.name = name
            count = { $0.count { value($0) != nil } }
            mean = { Self.mean($0, value) }
        }

        /// The harmonic mean of the means of precision and recall, as scrapinghub's benchmark takes it.
        init(
            _ name: String,
            _ precision: @escaping (ExtractionScore) -> Double?,
            _ recall: @escaping (ExtractionScore) -> Double?
        ) {
            self.name = name
            count = { $0.count { recall($0) != nil } }
            mean = { scores in
                guard let precision = Self.mean(scores, precision), let recall = Self.mean(scores, recall) else {
                    return nil
                }
                return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
            }
        }

        private init(
            _ name: String,
            count: @escaping ([ExtractionScore]) -> Int,
            mean: @escaping ([ExtractionScore]) -> Double?
        ) {
            self.name = name
            self.count = count
            self.mean = mean
        }

        /// Of all captions together: most pages have none or one.
        static var captionsKept: Metric {
            let captions = { (scores: [ExtractionScore]) in scores.reduce(0) { $0 + $1.captions } }
            return Metric("captions_kept", count: captions) { scores in
                let all = captions(scores)
                return all == 0 ? nil : Double(scores.reduce(0) { $0 + $1.captionsKept }) / Double(all)
            }
        }

        private static func mean(_ scores: [ExtractionScore], _ value: (ExtractionScore) -> Double?) -> Double? {
            var (sum, count) = (0.0, 0)
            for score in scores {
                guard let value = value(score) else { continue }
                sum += value
                count += 1
            }
            return count == 0 ? nil : sum / Double(count)
        }
    }

    private static var metrics: [Metric] {
        [
            Metric("shingle_precision", \.shinglePrecision), Metric("shingle_recall", \.shingleRecall),
            Metric("shingle_f1", \.shinglePrecision, \.shingleRecall), Metric("body_exact", \.isBodyExact),
            Metric("paragraph_precision", \.paragraphPrecision), Metric("paragraph_recall", \.paragraphRecall),
            Metric("paragraph_f1", \.paragraphF1), .captionsKept, Metric("pages_with_asks", \.hasAsks),
            Metric("title_exact", \.isTitleExact), Metric("subtitle_exact", \.isSubtitleExact),
            Metric("authors_exact", \.areAuthorsExact), Metric("authors_f1", \.authorsF1),
            Metric("date_same_day", \.isDateSameDay),
        ]
    }
}
