/// What goes through the encoder at once: a sentence, or a part of a long one, with what stands around it.
struct TokenSequence: Sendable {
    /// In the vocabulary, special tokens included.
    var ids: [Int32]
    /// The sentence's own tokens, as indices into ``ids``.
    var sentence: Range<Int>
    var targets: [Target]

    struct Target: Sendable {
        /// The target's tokens, as indices into ``ids``; never empty.
        var tokens: Range<Int>
        /// Where the answer goes.
        var question: Int
        var target: Int
    }
}
