/// Why a sentence ends, or does not end, at a place.
package struct BoundaryDecision: Hashable, Sendable, CustomStringConvertible {
    /// A feature of the place, and what it weighs for (positive) or against the end of a sentence, in log-odds.
    package struct Reason: Hashable, Sendable {
        package var feature: String
        package var weight: Float
    }

    /// In scalars: where the sentence ends or would have ended.
    package var offset: Int
    package var endsSentence: Bool
    /// What the rules say.
    package var rule: BoundaryRule
    /// What the model says, in log-odds, where it was asked.
    package var score: Float?
    /// What weighs most in the model's score, the heaviest first.
    package var reasons: [Reason] = []

    package var description: String {
        let verdict = "\(offset) \(endsSentence ? "ends" : "goes on"): \(rule.text)"
        guard let score else { return verdict }
        let parts = reasons.prefix(6).map { "\($0.feature) \(Self.signed($0.weight))" }
        return "\(verdict); model \(Self.signed(score)) (\(parts.joined(separator: ", ")))"
    }

    private static func signed(_ value: Float) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let fraction = hundredths % 100
        return "\(value < 0 ? "−" : "+")\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
