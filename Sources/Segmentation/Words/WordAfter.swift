/// What comes after a mark and the white space behind it.
struct WordAfter {
    enum Kind {
        case end, upper, lower, digit
        /// A letter without case.
        case letter
        /// Anything else: a symbol, a dash, a mark.
        case other
    }

    var kind: Kind
    /// The first byte of the word itself, after opening quotes, brackets, dashes and bullets.
    var start: Int
    var end: Int
    var key: WordKey?
    /// Whether a quotation opens before the word.
    var opensQuote = false
    /// Whether a bracket opens before the word.
    var opensBracket = false
    /// Whether a dash stands before the word.
    var hasDash = false
    /// Whether lower case is followed by a capital, as in "iPhone".
    var hasInnerCapital = false
    var isOneLetter = false
    /// The byte behind the word.
    var next: UInt8 = 0
}

extension UTF8Text {
    /// At most so many marks may stand before the word; what has more is no sentence's beginning.
    private static var maximumOpeners: Int { 6 }

    /// The word at `offset`, after the marks that may open a sentence.
    func word(after offset: Int) -> WordAfter {
        shortWord(after: offset) ?? anyWord(after: offset)
    }

    /// The same where there is no mark before the word and it is of ASCII letters alone, at most fifteen, as most are.
    @inline(__always)
    private func shortWord(after offset: Int) -> WordAfter? {
        guard has(16, from: offset), ByteClass.isLetter(self[offset]) else { return nil }
        let bytes = EightBytes(eight(at: offset))
        let others = ~bytes.alphanumerics & EightBytes.highest
        var length = others.trailingZeroBitCount / 8
        var low = bytes.value | 0x2020_2020_2020_2020
        var high: UInt64 = 0
        var capitals = bytes.capitals
        if length < 8 {
            let mask: UInt64 = (1 << UInt64(8 * length)) &- 1
            low &= mask
            capitals &= mask
        } else {
            let rest = EightBytes(eight(at: offset + 8))
            let further = (~rest.alphanumerics & EightBytes.highest).trailingZeroBitCount / 8
            guard further < 8 else { return nil }
            length += further
            let mask: UInt64 = (1 << UInt64(8 * further)) &- 1
            high = (rest.value | 0x2020_2020_2020_2020) & mask
            capitals |= (rest.capitals & mask) &>> 1
        }
        let end = offset + length
        let next = self[end]
        guard next < 0x80 else { return nil }
        let isCapital = capitals & 0x80 != 0
        return WordAfter(
            kind: isCapital ? .upper : .lower,
            start: offset,
            end: end,
            key: WordKey(low: low, high: high, length: length),
            hasInnerCapital: capitals & ~0x80 != 0,
            isOneLetter: length == 1,
            next: next
        )
    }

    private func anyWord(after offset: Int) -> WordAfter {
        var word = WordAfter(kind: .end, start: offset, end: offset)
        if !ByteClass.isAlphanumeric(self[offset]) { skipOpeners(of: &word) }
        word.kind = kind(at: word.start)
        readLetters(of: &word)
        return word
    }

    private func skipOpeners(of word: inout WordAfter) {
        let limit = word.start + 16
        for _ in 0..<Self.maximumOpeners {
            let length = openerLength(at: word.start, &word)
            guard length > 0 else { break }
            word.start += length
            // Marks such as dashes and bullets stand apart from the word.
            while word.start < limit, !isLineBreak(at: word.start),
                case let space = whiteSpaceLength(at: word.start), space > 0
            {
                word.start += space
            }
        }
    }

    private func readLetters(of word: inout WordAfter) {
        let limit = min(word.start + WordKey.maximumLength + 4, count)
        var offset = word.start
        while offset < limit, ByteClass.isAlphanumeric(self[offset]) {
            if ByteClass.isUpper(self[offset]) && offset > word.start { word.hasInnerCapital = true }
            offset += 1
        }
        if offset < limit && self[offset] >= 0x80 { return readScalars(of: &word) }
        word.key = offset > word.start ? key(word.start, offset) : nil
        word.isOneLetter = offset == word.start + 1 && word.kind != .digit
        word.end = offset
        word.next = self[offset]
    }

    /// The same where there is more than ASCII.
    private func readScalars(of word: inout WordAfter) {
        var key = WordKey()
        var fits = true
        var scalars = 0
        var offset = word.start
        let limit = min(word.start + WordKey.maximumLength + 4, count)
        while offset < limit {
            let byte = self[offset]
            if ByteClass.isAlphanumeric(byte) {
                if scalars > 0 && ByteClass.isUpper(byte) { word.hasInnerCapital = true }
                fits = key.append(byte) && fits
                offset += 1
            } else {
                guard byte >= 0x80, isAlphabetic(at: offset) else { break }
                let length = scalar(at: offset).length
                if scalars > 0 && isUpper(at: offset) { word.hasInnerCapital = true }
                for index in offset..<offset + length { fits = key.append(self[index]) && fits }
                offset += length
            }
            scalars += 1
        }
        word.key = scalars > 0 && fits ? key : nil
        word.isOneLetter = scalars == 1 && word.kind != .digit
        word.end = offset
        word.next = self[offset]
    }

    private func kind(at offset: Int) -> WordAfter.Kind {
        guard offset < count else { return .end }
        let byte = self[offset]
        if ByteClass.isLower(byte) { return .lower }
        if ByteClass.isUpper(byte) { return .upper }
        if ByteClass.isDigit(byte) { return .digit }
        guard byte >= 0x80 else { return .other }
        if isUpper(at: offset) { return .upper }
        if isLower(at: offset) { return .lower }
        return isAlphabetic(at: offset) ? .letter : .other
    }

    /// The length of the opening mark at `offset`, or 0.
    private func openerLength(at offset: Int, _ word: inout WordAfter) -> Int {
        switch self[offset] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            word.opensQuote = true
            return 1
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            word.opensBracket = true
            return 1
        case UInt8(ascii: "-"):
            word.hasDash = true
            return 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "$"): return 1
        case 0xC2 where self[offset + 1] == 0xAB || self[offset + 1] == 0xBF || self[offset + 1] == 0xA1:
            word.opensQuote = self[offset + 1] == 0xAB
            return 2
        case 0xC2 where self[offset + 1] == 0xA3: return 2
        case 0xE2:
            switch (self[offset + 1], self[offset + 2]) {
            case (0x80, 0x98...0x9F), (0x80, 0xB9):
                word.opensQuote = true
                return 3
            case (0x80, 0x90...0x95):
                word.hasDash = true
                return 3
            case (0x82, 0xAC), (0x80, 0xA2), (0x97, 0x8F), (0x96, 0xAA): return 3
            default: return 0
            }
        default: return 0
        }
    }
}
