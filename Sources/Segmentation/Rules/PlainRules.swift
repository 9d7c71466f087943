/// What is decided without a closer look. These are functions of the text, as a function of the whole walk would copy it.
extension UTF8Text {
    /// The rule where an ordinary word or a known abbreviation, a full stop, a space and a letter stand here, as at most
    /// full stops: ``BoundaryCandidate`` would say the same, and take longer.
    func plainRule(_ offset: Int, from sentenceStart: Int, _ lexicon: Lexicon) -> BoundaryRule? {
        guard self[offset] == UInt8(ascii: "."), self[offset + 1] == UInt8(ascii: " "),
            ByteClass.isLetter(self[offset + 2])
        else { return nil }
        let isLower = ByteClass.isLower(self[offset + 2])
        if isLower, self[offset - 2] == UInt8(ascii: "."), ByteClass.isLetter(self[offset - 1]),
            offset - 3 > sentenceStart, ByteClass.isLetter(self[offset - 3]), !ByteClass.isWord(self[offset - 4])
        {
            // "U.S. officials".
            return self.word(after: offset + 2).hasInnerCapital ? nil : .lowerCase
        }
        let word = self.word(before: offset, from: sentenceStart)
        guard word.isPlain, word.count > 1, word.start > sentenceStart, self[word.start - 1] == UInt8(ascii: " ")
        else { return nil }
        let classes = lexicon[word.key]
        if isLower {
            let isKnown = !classes.isDisjoint(with: .abbreviations)
            return isKnown && !self.word(after: offset + 2).hasInnerCapital ? .lowerCase : nil
        }
        if classes.isDisjoint(with: .abbreviations) { return .terminator }
        guard classes.isDisjoint(with: [.unit, .medial]) else { return nil }
        return classes.contains(.courtesy) || word.isCapitalised && classes.contains(.title) ? .title : nil
    }

    /// Whether a place without a mark is worth a closer look: most capitals are those of names.
    func mayEnd(at end: Int, from start: Int, before after: WordAfter, _ lexicon: Lexicon) -> Bool {
        let last = self[end - 1]
        let classes = lexicon[after.key]
        if !classes.isDisjoint(with: .opensWithoutMarkAlways) { return true }
        if classes.contains(.weekday), fullDate(at: after.start, lexicon) != nil { return true }
        if ByteClass.isLower(last) {
            if last == UInt8(ascii: "m"), isClock(endingAt: end) { return true }
            // A word that is written small otherwise, with a capital of its own and a small word behind it.
            return classes.contains(.common) && self[after.end] == 0x20 && ByteClass.isLower(self[after.end + 1])
        }
        // Behind capitals a name may begin, as behind an address; behind a short text a figure's number or a date ends.
        if ByteClass.isUpper(last) || classes.contains(.common) { return true }
        if ByteClass.isDigit(last) { return end - start < 32 }
        return last == UInt8(ascii: ",") && lexicon[word(before: end - 1, from: start).key].contains(.signOff)
    }
}
