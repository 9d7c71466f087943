/// What is decided without a closer look. These are functions of the text, as a function of the whole walk would copy it.
///
/// ``BoundaryCandidate`` would say the same at each of these places, and take longer; a test holds them to it.
extension UTF8Text {
    /// The rule at the mark at `offset`, where a word or a known abbreviation stands before it and a letter, a number or an
    /// opening quotation mark behind it, as at most marks.
    func plainRule(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        let isFullStop = self[offset] == UInt8(ascii: ".")
        guard self[offset + 1] == UInt8(ascii: " ") else {
            return isFullStop && self[offset + 1] == UInt8(ascii: ",") ? .noSpace : nil
        }
        let first = self[offset + 2]
        if ByteClass.isUpper(first) {
            return isFullStop
                ? ruleBeforeCapital(offset, from: sentenceStart, lexicon)
                : ruleForStrongMark(offset, from: sentenceStart, lexicon)
        }
        guard isFullStop else { return nil }
        if ByteClass.isLower(first) { return ruleBeforeSmallLetter(offset, from: sentenceStart, lexicon) }
        if ByteClass.isDigit(first) { return ruleBeforeNumber(offset, from: sentenceStart, lexicon) }
        return opensQuotation(at: offset + 2)
            ? ordinaryWord(offset, from: sentenceStart, lexicon).map { _ in .terminator } : nil
    }

    private func ruleBeforeCapital(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        guard let word = plainWord(before: offset, from: sentenceStart) else { return nil }
        let classes = lexicon[word.key]
        if classes.isDisjoint(with: .abbreviations) { return .terminator }
        guard classes.isDisjoint(with: [.unit, .medial]) else { return nil }
        return classes.contains(.courtesy) || word.isCapitalised && classes.contains(.title) ? .title : nil
    }

    private func ruleForStrongMark(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        guard self[offset] < 0x80, let word = plainWord(before: offset, from: sentenceStart) else { return nil }
        return lexicon[word.key].contains(.exclaimed) ? nil : .terminator
    }

    private func ruleBeforeSmallLetter(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        if self[offset - 2] == UInt8(ascii: "."), ByteClass.isLetter(self[offset - 1]),
            offset - 3 > sentenceStart, ByteClass.isLetter(self[offset - 3]), !ByteClass.isWord(self[offset - 4])
        {
            // "U.S. officials".
            return word(after: offset + 2).hasInnerCapital ? nil : .lowerCase
        }
        guard let plain = plainWord(before: offset, from: sentenceStart),
            !lexicon[plain.key].isDisjoint(with: .abbreviations)
        else { return nil }
        return word(after: offset + 2).hasInnerCapital ? nil : .lowerCase
    }

    private func ruleBeforeNumber(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        guard let word = plainWord(before: offset, from: sentenceStart) else { return nil }
        var classes = lexicon[word.key]
        if classes.isDisjoint(with: .abbreviations) {
            // A short number may be that of a note.
            let isLong = (0x21..<0x80).contains(self[offset + 3]) && (0x21..<0x80).contains(self[offset + 4])
            return isLong ? .terminator : nil
        }
        if !word.isCapitalised { classes.subtract(.capitalised) }
        guard classes.isDisjoint(with: [.unit, .medial, .courtesy, .title, .time, .closing]) else { return nil }
        if classes.contains(.beforeNumber) { return .beforeNumber }
        return classes.isDisjoint(with: .mayEnd) ? nil : .abbreviation
    }

    /// The word of two or more ASCII letters, at most the first of them a capital, that stands between a space and `offset`.
    @inline(__always)
    private func plainWord(before offset: Int, from sentenceStart: Int) -> WordBefore? {
        let word = self.word(before: offset, from: sentenceStart)
        let stands = word.isPlain && word.count > 1 && word.start > sentenceStart
        return stands && self[word.start - 1] == UInt8(ascii: " ") ? word : nil
    }

    /// The same where the word is no abbreviation.
    private func ordinaryWord(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> WordBefore? {
        let word = plainWord(before: offset, from: sentenceStart)
        return word.flatMap { lexicon[$0.key].isDisjoint(with: .abbreviations) ? $0 : nil }
    }

    /// Whether `"`, `(` or `“` and a capital are at `offset`.
    private func opensQuotation(at offset: Int) -> Bool {
        switch self[offset] {
        case UInt8(ascii: "\""), UInt8(ascii: "("): ByteClass.isUpper(self[offset + 1])
        case 0xE2: self[offset + 1] == 0x80 && self[offset + 2] == 0x9C && ByteClass.isUpper(self[offset + 3])
        default: false
        }
    }
}
