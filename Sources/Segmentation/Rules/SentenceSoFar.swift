/// What stands in a sentence before a place without a mark: whether it may be a heading, a line of a date, a name.
struct SentenceSoFar {
    /// What is longer is no heading, and is not looked at.
    static let limit = 96

    /// Where the sentence begins, and up to where it was read.
    var start = -1
    var end = -1
    /// Whether there is more than ``limit`` bytes.
    var isLong = false
    var words = 0
    /// Whether every word has a capital or is one that headings write small: "The Signing of the Treaty".
    var isTitleCase = true
    /// Whether a word is one of the commonest verbs: "is", "has", "said".
    var hasVerb = false
    var hasComma = false
    var hasColon = false
    /// Whether all letters are capitals.
    var isAllCapitals = true

    /// For the model: a few bits.
    var features: UInt64 {
        let length: UInt64 = isLong ? 7 : words > 8 ? 6 : words > 5 ? 5 : UInt64(min(words, 4))
        if isLong { return length | (hasVerb ? 16 : 0) }
        return length | (isTitleCase ? 8 : 0) | (hasVerb ? 16 : 0) | (hasComma ? 32 : 0)
            | (hasColon ? 64 : 0)
            | (isAllCapitals ? 128 : 0)
    }
}

extension UTF8Text {
    /// Adds what stands in `range`, which begins where the last one ended and ends between words.
    func read(_ range: Range<Int>, into soFar: inout SentenceSoFar, _ lexicon: Lexicon) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = self[offset]
            guard ByteClass.isAlphanumeric(byte) || byte >= 0x80 else {
                if byte == UInt8(ascii: ",") { soFar.hasComma = true }
                if byte == UInt8(ascii: ":") { soFar.hasColon = true }
                offset += 1
                continue
            }
            let start = offset
            while offset < range.upperBound, isInWord(self[offset]) {
                if ByteClass.isLower(self[offset]) { soFar.isAllCapitals = false }
                offset += 1
            }
            soFar.words += 1
            guard ByteClass.isLower(byte) else { continue }
            let classes = lexicon[key(start, offset)]
            if classes.contains(.verb) { soFar.hasVerb = true }
            if !classes.contains(.linking) || classes.contains(.verb) { soFar.isTitleCase = false }
        }
    }

    private func isInWord(_ byte: UInt8) -> Bool {
        ByteClass.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "'")
    }
}
