/// A logistic model that decides about the places where the rules are not sure.
///
/// Its score is the prior of the rule plus the weights of the place's features; a sentence
/// ends where it is positive, but to overrule the rule takes a margin.
struct BoundaryModel: Sendable {
    /// A byte for each weight: ``zero`` is 0, each step up or down ``step``.
    let weights: StaticString

    static let zero = 80
    /// In log-odds, so that the bytes 40 to 120 reach from −5 to 5.
    static let step: Float = 0.125

    /// What the rule weighs, in log-odds, before the model has seen anything: as sure as 7 of 8.
    static let prior: Float = 2

    /// How sure the model must be to overrule a rule: 4.5 to 1, chosen on labelled data that it was not trained on.
    static let margin: Float = 1.5

    /// How sure it must be to end a sentence without a mark: there are twenty such places for each that ends one.
    static let marginWithoutMark: Float = 2

    /// Whether a sentence ends where the model's score is `score` and the rules say `rule`. Behind what only mails and
    /// web pages have, the rules know nothing, and the model needs no margin.
    static func endsSentence(_ score: Float, _ rule: BoundaryRule, _ cue: ScanState.Cue) -> Bool {
        if cue != .none && cue != .beforeAddress { return score > 0 }
        return score > (rule == .noMark ? marginWithoutMark : rule.endsSentence ? -margin : margin)
    }

    func score(_ features: FeatureList, _ rule: BoundaryRule) -> Float {
        let start = weights.utf8Start
        var sum = -Self.zero * features.count
        for position in 0..<features.count { sum &+= Int(start[features.index(position)]) }
        return Self.prior(of: rule) + Float(sum) * Self.step
    }

    static func prior(of rule: BoundaryRule) -> Float { rule.endsSentence ? prior : -prior }

    /// The features with the largest weights for or against the end of a sentence.
    func reasons(_ features: FeatureList) -> [BoundaryDecision.Reason] {
        (0..<features.count).map { position in
            BoundaryDecision.Reason(
                feature: "\(FeatureList.order[position])",
                weight: Float(steps(features.index(position))) * Self.step
            )
        }
        .filter { $0.weight != 0 }.sorted { abs($0.weight) > abs($1.weight) }
    }

    private func steps(_ index: Int) -> Int { Int(weights.utf8Start[index]) - Self.zero }
}
