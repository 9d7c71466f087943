/// How probable it is that a sentence is against, neutral to or in favor of a target; the sum is 1.
package struct StanceProbabilities: Hashable, Sendable {
    package var against: Double
    package var neutral: Double
    package var favor: Double

    /// What is said where there is nothing to read.
    package static let none = Self(against: 0, neutral: 1, favor: 0)

    package init(against: Double, neutral: Double, favor: Double) {
        self.against = against
        self.neutral = neutral
        self.favor = favor
    }
}

/// A sentence of a text, and the mentions in it whose stances are asked for.
package struct StanceQuestion: Hashable, Sendable {
    /// In scalars of the text.
    package var sentence: Range<Int>
    /// The sentence before it, in scalars of the text.
    package var previous: Range<Int>?
    /// In scalars of the text, inside ``sentence``.
    package var targets: [Range<Int>]

    package init(_ sentence: Range<Int>, previous: Range<Int>? = nil, targets: [Range<Int>]) {
        self.sentence = sentence
        self.previous = previous
        self.targets = targets
    }
}
