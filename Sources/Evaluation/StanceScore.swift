package import Article

/// How well predicted stances agree with labels given by people.
package struct StanceScore: Hashable, Sendable {
    /// One mention of a target: the label given and the probabilities predicted.
    package struct Pair: Hashable, Sendable {
        package var gold: Article.Label
        package var predicted: Article.Probabilities
        /// The kind of the target, such as `person`, where the data tells it.
        package var kind: String?
        /// Whether the sentence has quotation marks.
        package var hasQuotes = false
        /// How many targets the sentence has.
        package var targets = 1

        package init(gold: Article.Label, predicted: Article.Probabilities) {
            self.gold = gold
            self.predicted = predicted
        }
    }

    /// A figure from 0 to 1, and the interval in which 95% of the resampled figures lie.
    package struct Estimate: Hashable, Sendable {
        package var value: Double
        package var interval: ClosedRange<Double>
    }

    package struct PerLabel: Hashable, Sendable {
        package var precision: Estimate
        package var recall: Estimate
        package var f1: Estimate
        /// How many pairs have the label.
        package var support: Int
    }

    package let count: Int
    /// `confusion[gold][predicted]`, in the order of ``Article/Label/allCases``.
    package let confusion: [[Int]]
    package let labels: [Article.Label: PerLabel]
    package let accuracy: Estimate
    /// The mean of the three F1.
    package let macroF1: Estimate
    /// The mean of the F1 of against and favor, as SemEval-2016 task 6 takes it (Mohammad et al. 2016).
    package let polarF1: Estimate
    /// The expected calibration error of the most probable label, in 15 bins of equal width (Guo et al., ICML 2017).
    package let calibrationError: Estimate

    /// - Parameters:
    ///   - resamples: how often the pairs are drawn anew, with replacement, for the intervals; the percentile bootstrap
    ///     (Efron & Tibshirani 1993, chapter 13).
    ///   - seed: equal seeds give equal intervals.
    package init(_ pairs: [Pair], resamples: Int = 1000, seed: UInt64 = 1) {
        let judged = pairs.map(Judged.init)
        let point = Figures(judged)
        var bootstrap = Bootstrap(seed: seed)
        let samples = pairs.isEmpty ? [] : (0..<resamples).map { _ in Figures(bootstrap.resample(judged)) }
        func estimate(_ figure: (Figures) -> Double) -> Estimate {
            Estimate(value: figure(point), interval: Bootstrap.interval(of: samples.map(figure), around: figure(point)))
        }
        count = pairs.count
        confusion = point.confusion
        var labels: [Article.Label: PerLabel] = [:]
        for (index, label) in Article.Label.allCases.enumerated() {
            labels[label] = PerLabel(
                precision: estimate { $0.precision(index) },
                recall: estimate { $0.recall(index) },
                f1: estimate { $0.f1(index) },
                support: point.confusion[index].reduce(0, +)
            )
        }
        self.labels = labels
        accuracy = estimate(\.accuracy)
        macroF1 = estimate { ($0.f1(0) + $0.f1(1) + $0.f1(2)) / 3 }
        polarF1 = estimate { ($0.f1(0) + $0.f1(2)) / 2 }
        calibrationError = estimate(\.calibrationError)
    }
}

/// A pair reduced to what the figures need.
private struct Judged {
    var gold: Int
    var predicted: Int
    var confidence: Double

    init(_ pair: StanceScore.Pair) {
        gold = Self.index(pair.gold)
        predicted = Self.index(pair.predicted.label)
        confidence = pair.predicted.confidence
    }

    private static func index(_ label: Article.Label) -> Int {
        switch label {
        case .against: 0
        case .neutral: 1
        case .favor: 2
        }
    }
}

/// The figures of one sample.
private struct Figures {
    private static let binCount = 15

    var confusion = [[Int]](repeating: [0, 0, 0], count: 3)
    private(set) var calibrationError = 0.0
    private let total: Int

    init(_ pairs: [Judged]) {
        total = pairs.count
        var bins = [(hits: Double, confidence: Double)](repeating: (0, 0), count: Self.binCount)
        for pair in pairs {
            confusion[pair.gold][pair.predicted] += 1
            let bin = max(0, min(Self.binCount - 1, Int(pair.confidence * Double(Self.binCount))))
            bins[bin].hits += pair.gold == pair.predicted ? 1 : 0
            bins[bin].confidence += pair.confidence
        }
        guard total > 0 else { return }
        calibrationError = bins.reduce(0) { $0 + abs($1.hits - $1.confidence) } / Double(total)
    }

    /// 0 where nothing was predicted, as scikit-learn has it.
    func precision(_ label: Int) -> Double { ratio(confusion[label][label], confusion.reduce(0) { $0 + $1[label] }) }

    func recall(_ label: Int) -> Double { ratio(confusion[label][label], confusion[label].reduce(0, +)) }

    func f1(_ label: Int) -> Double {
        let relevant = confusion[label].reduce(0, +) + confusion.reduce(0) { $0 + $1[label] }
        return ratio(2 * confusion[label][label], relevant)
    }

    var accuracy: Double { ratio(confusion[0][0] + confusion[1][1] + confusion[2][2], total) }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
