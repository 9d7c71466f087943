import Article

/// Sums up what each holder's stances toward each target come to.
enum StanceSummary {
    /// A mean score nearer to 0 than this is called neutral: with it, one clear word in ten mentions is not yet a stance.
    static let neutralZone = 0.1
    /// An author is called against only from here on: news is written about what goes wrong, so that the words around those
    /// it tells of are gloomier than its authors mean. Chosen on the dev split of PerSenT (Bastan et al., COLING 2020).
    static let authorsNeutralZone = 0.3
    /// How many sentences stand for all.
    static let mostSentences = 3

    /// What the whole article comes to for each target: the mean over all holders, because those who are quoted, and for what, are
    /// the author's choice as well. The neutral zone is the author's.
    static func overall(of stances: [Article.Stance]) -> [String: Article.Overall] {
        var scores: [String: (sum: Double, count: Int)] = [:]
        for stance in stances {
            scores[stance.target, default: (0, 0)].sum += stance.score
            scores[stance.target, default: (0, 0)].count += 1
        }
        return scores.mapValues { sum, count in
            let mean = sum / Double(count)
            return Article.Overall(label: label(mean, lowest: -authorsNeutralZone), score: mean, count: count)
        }
    }

    private static func label(_ mean: Double, lowest: Double) -> Article.Label {
        mean <= lowest ? .against : mean >= neutralZone ? .favor : .neutral
    }

    private struct Key: Hashable {
        var target: String
        var holder: Article.Holder
    }

    /// In the order of the targets, and for each target the author first, then the quoted in the order of the text.
    static func summaries(of stances: [Article.Stance], targets: [Article.Target]) -> [Article.Summary] {
        var groups: [Key: [Article.Stance]] = [:]
        var holders: [String: [Article.Holder]] = [:]
        for stance in stances {
            let key = Key(target: stance.target, holder: stance.holder)
            if groups[key] == nil { holders[stance.target, default: []].append(stance.holder) }
            groups[key, default: []].append(stance)
        }
        return targets.flatMap { target in
            let holders = holders[target.id] ?? []
            let ordered = holders.filter { $0 == .author } + holders.filter { $0 != .author }
            return ordered.map { summary(target.id, $0, groups[Key(target: target.id, holder: $0)] ?? []) }
        }
    }

    private static func summary(
        _ target: String,
        _ holder: Article.Holder,
        _ stances: [Article.Stance]
    ) -> Article.Summary {
        let mean = stances.reduce(0) { $0 + $1.score } / Double(stances.count)
        let lowest = holder == .author ? -authorsNeutralZone : -neutralZone
        return Article.Summary(
            target: target,
            holder: holder,
            label: label(mean, lowest: lowest),
            score: mean,
            count: stances.count,
            interval: interval(stances, mean),
            sentences: telling(stances, mean)
        )
    }

    /// The 95% interval of the mean: the percentile bootstrap (Efron & Tibshirani 1993, chapter 13).
    ///
    /// Each draw takes as many stances as there are, with replacement, and of each a label with the scorer's probabilities. So
    /// a single stance has an interval too, and one that the scorer is unsure of has a wide one. Equal stances give equal
    /// intervals.
    private static func interval(_ stances: [Article.Stance], _ mean: Double) -> ClosedRange<Double> {
        let count = stances.count
        // Enough for two digits; fewer where there are so many stances that the mean hardly moves.
        let draws = max(100, min(500, 200_000 / count))
        var random = SplitMix64(state: UInt64(count))
        let probabilities = stances.map(\.probabilities)
        var means: [Double] = []
        means.reserveCapacity(draws)
        for _ in 0..<draws {
            var sum = 0
            for _ in 0..<count {
                let drawn = probabilities[Int(random.next().multipliedFullWidth(by: UInt64(count)).high)]
                let place = Double(random.next() >> 11) * 0x1p-53
                sum += place < drawn.against ? -1 : place < drawn.against + drawn.favor ? 1 : 0
            }
            means.append(Double(sum) / Double(count))
        }
        means.sort()
        func percentile(_ share: Double) -> Double { means[Int((share * Double(draws - 1)).rounded())] }
        return min(mean, percentile(0.025))...max(mean, percentile(0.975))
    }

    /// The sentences whose scores go farthest in the direction of the mean; of equals the first.
    private static func telling(_ stances: [Article.Stance], _ mean: Double) -> [Int] {
        let sign: Double = mean < 0 ? -1 : 1
        var best: [Int: Double] = [:]
        for stance in stances { best[stance.sentence] = max(best[stance.sentence] ?? -2, sign * stance.score) }
        let order = best.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return order.prefix(mostSentences).map(\.key)
    }
}
