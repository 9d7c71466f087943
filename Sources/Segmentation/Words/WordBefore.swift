/// The word before a mark: "Gen" in "(Gen.", "U.S" in "the U.S.".
struct WordBefore {
    /// How far back to look. No word of the tables is longer; of a longer word only the end is seen.
    static let limit = 32

    var start: Int
    var end: Int
    /// `nil` where the word is longer than any word of the tables.
    var key: WordKey?
    var isCapitalised = false
    var isNumber = true
    var isLowerCase = true
    /// Letters that each have a full stop between them: "U.S", "a.m".
    var isInitialism = false
    /// Whether it is one or two letters behind a letter and an apostrophe, as the "t" of "can't".
    var isSuffix = false
    /// Whether there are marks in it that stand in addresses and numbers: "example.com", "a/b".
    var hasInnerMarks = false

    /// Whether it is of ASCII letters alone, at most the first of them a capital, and at most 16.
    var isPlain = false

    var count: Int { end - start }
    var isEmpty: Bool { count == 0 }
}

extension UTF8Text {
    /// The word that ends at `end`, not reaching before `start`. It may be empty.
    func word(before end: Int, from start: Int) -> WordBefore {
        shortWord(before: end, from: start) ?? anyWord(before: end, from: start)
    }

    /// The same where the word is of ASCII letters alone, at most fifteen, as most are.
    @inline(__always)
    private func shortWord(before end: Int, from start: Int) -> WordBefore? {
        guard has(16, from: end - 16) else { return nil }
        let last = EightBytes(eight(at: end - 8))
        var length = (~last.letters & EightBytes.highest).leadingZeroBitCount / 8
        var low: UInt64
        var high: UInt64 = 0
        var capitals: UInt64
        if length < 8 {
            guard length > 0 else { return nil }
            let shift = UInt64(8 * (8 - length))
            (low, capitals) = (last.value >> shift, last.capitals >> shift)
        } else {
            let first = EightBytes(eight(at: end - 16))
            let further = (~first.letters & EightBytes.highest).leadingZeroBitCount / 8
            guard further < 8 else { return nil }
            length += further
            if further == 0 {
                (low, capitals) = (last.value, last.capitals)
            } else {
                let (right, left) = (UInt64(8 * (8 - further)), UInt64(8 * further))
                low = first.value >> right | last.value << left
                high = last.value >> right
                // Where among the later letters a capital stands does not matter.
                capitals = first.capitals >> right | (last.capitals != 0 ? 0x8000 : 0)
            }
        }
        let first = end - length
        guard first >= start else { return nil }
        let other = self[first - 1]
        guard first == start || other < 0x80 && !ByteClass.isWord(other) else { return nil }
        var word = WordBefore(start: first, end: end)
        word.isNumber = false
        word.isCapitalised = capitals & 0x80 != 0
        word.isLowerCase = capitals == 0
        word.isPlain = capitals & ~0x80 == 0
        let small: UInt64 = 0x2020_2020_2020_2020
        let (inLow, inHigh) = (min(length, 8), max(0, length - 8))
        low |= inLow == 8 ? small : small & ((1 << UInt64(8 * inLow)) - 1)
        high |= small & ((1 << UInt64(8 * inHigh)) - 1)
        word.key = WordKey(low: low, high: high, length: length)
        word.isSuffix = length <= 2 && isSuffix(word, from: start)
        return word
    }

    private func anyWord(before end: Int, from start: Int) -> WordBefore {
        let limit = max(start, end - WordBefore.limit)
        var first = end
        var hasCapital = false
        while first > limit, ByteClass.isLetter(self[first - 1]) {
            if ByteClass.isUpper(self[first - 1]) { hasCapital = true }
            first -= 1
        }
        // Most words are of ASCII letters alone.
        if first < end, first == limit || self[first - 1] < 0x80 && !ByteClass.isWord(self[first - 1]) {
            var word = WordBefore(start: first, end: end)
            word.isCapitalised = ByteClass.isUpper(self[first])
            word.isNumber = false
            word.isLowerCase = !hasCapital
            word.isPlain = !(first + 1..<end).contains { ByteClass.isUpper(self[$0]) } && word.count <= 16
            word.key = key(first, end)
            word.isSuffix = isSuffix(word, from: start)
            return word
        }
        while first > limit {
            if ByteClass.isWord(self[first - 1]) {
                first -= 1
            } else {
                guard self[first - 1] >= 0x80, let length = wordScalarLength(before: first), first - length >= limit
                else { break }
                first -= length
            }
        }
        while first < end, self[first] == UInt8(ascii: ".") { first += 1 }
        var word = WordBefore(start: first, end: end)
        word.isCapitalised = isUpper(at: first)
        describe(&word)
        if word.count <= WordKey.maximumLength {
            var key = WordKey()
            for offset in first..<end { _ = key.append(self[offset]) }
            word.key = key
        }
        word.isSuffix = isSuffix(word, from: start)
        return word
    }

    private func isSuffix(_ word: WordBefore, from start: Int) -> Bool {
        guard word.count <= 2, case let length = apostropheLength(before: word.start), length > 0,
            word.start - length > start
        else { return false }
        return scalarBefore(word.start - length).map { $0.properties.isAlphabetic } ?? false
    }

    /// The length of the `'` or `’` before `offset`, or 0.
    private func apostropheLength(before offset: Int) -> Int {
        switch self[offset - 1] {
        case UInt8(ascii: "'"): 1
        case 0x99 where self[offset - 2] == 0x80 && self[offset - 3] == 0xE2: 3
        default: 0
        }
    }

    private func describe(_ word: inout WordBefore) {
        var lettersInPart = 0
        var longestPart = 0
        var parts = 1
        for offset in word.start..<word.end {
            let byte = self[offset]
            switch byte {
            case UInt8(ascii: "."):
                word.hasInnerMarks = true
                lettersInPart = 0
                parts += 1
            case _ where ByteClass.isDigit(byte):
                word.isLowerCase = false
                longestPart = 9
            default:
                word.isNumber = false
                if byte & 0xC0 != 0x80 { lettersInPart += 1 }
                longestPart = max(longestPart, lettersInPart)
                if !ByteClass.isLower(byte) && byte < 0x80 { word.isLowerCase = false }
            }
        }
        word.isNumber = word.isNumber && !word.isEmpty
        word.isInitialism = parts > 1 && longestPart == 1 && !word.isNumber
        word.isLowerCase = word.isLowerCase && !word.isEmpty && !word.hasInnerMarks
    }

    private func scalarBefore(_ offset: Int) -> Unicode.Scalar? { scalar(endingAt: offset).scalar }

    /// The length of the scalar before `offset`, which is not ASCII, where it belongs to a word.
    private func wordScalarLength(before offset: Int) -> Int? {
        guard !isGeneralPunctuation(at: offset - 3) else { return nil }
        let (scalar, length) = scalar(endingAt: offset)
        guard let scalar,
            scalar.properties.isAlphabetic || scalar == "°" || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        else { return nil }
        return length
    }

    @inline(__always)
    func isUpper(at offset: Int) -> Bool {
        let byte = self[offset]
        return byte < 0x80 ? ByteClass.isUpper(byte) : isUpperScalar(at: offset)
    }

    private func isUpperScalar(at offset: Int) -> Bool {
        if isGeneralPunctuation(at: offset) { return false }
        guard let scalar = scalar(at: offset).scalar else { return false }
        return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }

    func isLower(at offset: Int) -> Bool {
        let byte = self[offset]
        if byte == 0xE2, isGeneralPunctuation(at: offset) { return false }
        return byte < 0x80 ? ByteClass.isLower(byte) : scalar(at: offset).scalar?.properties.isLowercase ?? false
    }

    /// Whether a dash, quotation mark or the like of U+2000 to U+207F is at `offset`: they are asked about often, and
    /// Unicode's properties are slow.
    func isGeneralPunctuation(at offset: Int) -> Bool {
        self[offset] == 0xE2 && (self[offset + 1] == 0x80 || self[offset + 1] == 0x81 && self[offset + 2] < 0xB0)
    }

    func isAlphabetic(at offset: Int) -> Bool {
        let byte = self[offset]
        if byte == 0xE2, isGeneralPunctuation(at: offset) { return false }
        return byte < 0x80 ? ByteClass.isLetter(byte) : scalar(at: offset).scalar?.properties.isAlphabetic ?? false
    }
}
