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

    var count: Int { end - start }
    var isEmpty: Bool { count == 0 }
}

extension UTF8Text {
    /// The word that ends at `end`, not reaching before `start`. It may be empty.
    func word(before end: Int, from start: Int) -> WordBefore {
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
        guard let scalar = scalar(at: offset).scalar else { return false }
        return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }

    func isLower(at offset: Int) -> Bool {
        let byte = self[offset]
        return byte < 0x80 ? ByteClass.isLower(byte) : scalar(at: offset).scalar?.properties.isLowercase ?? false
    }

    func isAlphabetic(at offset: Int) -> Bool {
        let byte = self[offset]
        return byte < 0x80 ? ByteClass.isLetter(byte) : scalar(at: offset).scalar?.properties.isAlphabetic ?? false
    }
}
