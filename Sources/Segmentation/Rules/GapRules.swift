extension BoundaryCandidate {
    /// The rule for a place that has no mark, only white space and a capital behind it.
    func ruleWithoutMark(isLineStart: Bool, _ lexicon: Lexicon) -> BoundaryRule {
        if isCredit(lexicon) { return .credit }
        let classes = lexicon[after.key]
        if classes.contains(.weekday), let end = text.fullDate(at: after.start, lexicon), text.endsLine(at: end) {
            return .dateLine
        }
        guard isLineStart else { return .noMark }
        let first = text.word(after: sentenceStart)
        if before.isNumber, first.end == before.start - 1, lexicon[first.key].contains(.figure) { return .figureLabel }
        if text.fullDate(at: sentenceStart, lexicon) == run.end { return .dateLine }
        return isHeading(first, classes, lexicon) ? .heading : .noMark
    }

    /// "Image: …" behind a caption.
    func isCredit(_ lexicon: Lexicon) -> Bool {
        lexicon[after.key].contains(.credit) && after.next == UInt8(ascii: ":") && !before.isEmpty
    }

    /// A short line without a mark before a word that opens sentences: "More muscle The committees of …".
    private func isHeading(_ first: WordAfter, _ classes: WordClass, _ lexicon: Lexicon) -> Bool {
        guard run.end - sentenceStart < BoundaryScanner.longestHeading, first.kind == .upper, !first.opensQuote,
            !classes.isDisjoint(with: .starters),
            !after.isOneLetter, after.next == UInt8(ascii: " "), text.isLower(at: after.end + 1),
            before.start > sentenceStart, !before.isNumber, before.count > 1
        else { return false }
        let ordinary = lexicon[before.key].isDisjoint(with: [
            .starter, .strongStarter, .medial, .courtesy, .title, .linking,
        ])
        guard classes.contains(.strongStarter) || isOneCapital(from: first.end) else { return false }
        return ordinary && ByteClass.isLower(text[run.end - 1])
            && !(sentenceStart..<run.end).contains { text[$0] == UInt8(ascii: ",") || text[$0] == UInt8(ascii: "\"") }
    }

    /// Whether no word from `start` on has a capital.
    private func isOneCapital(from start: Int) -> Bool {
        start < before.start && !(start..<run.end).contains { ByteClass.isUpper(text[$0]) }
    }
}

extension UTF8Text {
    /// What the word before `offset` tells.
    func cue(endingAt offset: Int, from start: Int, _ lexicon: Lexicon) -> ScanState.Cue {
        if self[offset - 1] == UInt8(ascii: ",") {
            return lexicon[word(before: offset - 1, from: start).key].contains(.signOff) ? .signOff : .none
        }
        return isClock(endingAt: offset) ? .time : .none
    }

    /// Whether "AM" or "pm" stands before `offset`, behind a number.
    func isClock(endingAt offset: Int) -> Bool {
        let (half, last) = (self[offset - 2] | 0x20, self[offset - 1] | 0x20)
        return last == UInt8(ascii: "m") && (half == UInt8(ascii: "a") || half == UInt8(ascii: "p"))
            && ByteClass.isDigit(self[offset - 3] == UInt8(ascii: " ") ? self[offset - 4] : self[offset - 3])
    }

    func endsLine(at offset: Int) -> Bool { offset >= count || isLineBreak(at: offset) }

    /// The end of a date such as "Tuesday, May 5, 2015" that starts at `offset`.
    func fullDate(at offset: Int, _ lexicon: Lexicon) -> Int? {
        let day = word(after: offset)
        guard day.start == offset, lexicon[day.key].contains(.weekday), hasCommaAndSpace(at: day.end) else {
            return nil
        }
        let month = word(after: day.end + 2)
        guard lexicon[month.key].contains(.month), self[month.end] == UInt8(ascii: " ") else { return nil }
        let number = digitsEnd(at: month.end + 1)
        guard (1...2).contains(number - month.end - 1), hasCommaAndSpace(at: number) else { return nil }
        let year = digitsEnd(at: number + 2)
        return year == number + 6 ? year : nil
    }

    private func hasCommaAndSpace(at offset: Int) -> Bool {
        self[offset] == UInt8(ascii: ",") && self[offset + 1] == UInt8(ascii: " ")
    }

    /// The end of at most five digits.
    private func digitsEnd(at offset: Int) -> Int {
        var end = offset
        while end < offset + 5, ByteClass.isDigit(self[end]) { end += 1 }
        return end
    }
}
