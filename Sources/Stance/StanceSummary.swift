import Article

/// Sums up what each holder's stances toward each target come to.
enum StanceSummary {
    /// A mean score nearer to 0 than this is called neutral: with it, one clear word in ten mentions is not yet a stance.
    static let neutralZone = 0.1
    /// How many sentences stand for all.
    static let mostSentences = 3

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
        let count = Double(stances.count)
        let mean = stances.reduce(0) { $0 + $1.score } / count
        let margin = 1.96 * (variance(stances, mean) / count).squareRoot()
        let label: Article.Label = mean <= -neutralZone ? .against : mean >= neutralZone ? .favor : .neutral
        return Article.Summary(
            target: target,
            holder: holder,
            label: label,
            score: mean,
            count: stances.count,
            interval: max(-1, mean - margin)...min(1, mean + margin),
            sentences: telling(stances, mean)
        )
    }

    /// The variance of one stance: that between the scores and that inside each of them, by the law of total variance.
    ///
    /// A stance is taken as a draw of −1, 0 or 1 with the scorer's probabilities. So a single stance has an interval too,
    /// and one that the scorer is unsure of has a wide one. The interval is the normal one, mean ± 1.96 standard errors,
    /// cut to −1…1.
    private static func variance(_ stances: [Article.Stance], _ mean: Double) -> Double {
        let sum = stances.reduce(0) { sum, stance in
            let within = stance.probabilities.against + stance.probabilities.favor - stance.score * stance.score
            return sum + max(0, within) + (stance.score - mean) * (stance.score - mean)
        }
        return sum / Double(stances.count)
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
