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
}
