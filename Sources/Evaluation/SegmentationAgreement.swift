/// How far a predicted set agrees with a gold set.
package struct AgreementCounts: Hashable, Sendable {
    /// In both.
    package var found: Int
    /// Predicted only: false positives.
    package var added: Int
    /// Gold only: false negatives.
    package var missed: Int

    package init(found: Int = 0, added: Int = 0, missed: Int = 0) {
        self.found = found
        self.added = added
        self.missed = missed
    }

    package init(gold: Set<Int>, predicted: Set<Int>) {
        found = gold.intersection(predicted).count
        added = predicted.count - found
        missed = gold.count - found
    }

    /// The share of the predicted that is gold; 1 where nothing is predicted.
    package var precision: Double { found + added == 0 ? 1 : Double(found) / Double(found + added) }

    /// The share of gold that is predicted; 1 where gold is empty.
    package var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }

    /// The harmonic mean of precision and recall; 0 where both are 0.
    package var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    package static func += (left: inout Self, right: Self) {
        left.found += right.found
        left.added += right.added
        left.missed += right.missed
    }
}
