/// Places without a mark: before a capital, and around addresses and emoticons.
extension BoundaryScanner {
    mutating func readCapital() {
        let start = position
        position += 1
        guard start > sentenceStart else { return }
        let last = text[start - 2]
        if ByteClass.isLower(last) {
            let mayOpen =
                isLineStart && start - sentenceStart <= Self.longestHeading
                || rules.lexicon.mayOpenWithoutMarkAnywhere(text[start], text[start + 1], text[start + 2])
            guard mayOpen || text.isClock(endingAt: start - 1) else { return }
        } else if last == text[start - 3], readSeparator(before: start) {
            return
        } else if last == UInt8(ascii: ",") || last == UInt8(ascii: ".") || last == UInt8(ascii: "&") {
            // Behind a comma only a greeting or the end of a letter is cut, both of which are short; a full stop has been
            // decided about.
            guard last == UInt8(ascii: ","), start - sentenceStart < 33 else { return }
        }
        let end = text.trimmed(start, from: sentenceStart)
        if last == UInt8(ascii: "-") || last >= 0x80,
            let dash = text.dateLine(before: start, from: sentenceStart, isLineStart: isLineStart)
        {
            stepsAside += 72
            cut(end: text.trimmed(dash.end, from: sentenceStart), next: dash.next, Verdict(.dateLine))
            // What follows may begin with a dash, and the capital was looked at.
            position = start + 1
            return
        }
        stepsAside += start - end
        decideGap(end: end, next: start, cue: .none)
    }

    /// Fewer symbols may stand for the letters of a word that is not to be read.
    private static var shortestLine: Int { 6 }

    /// A line that layout draws, of many of one symbol, is a sentence of its own; ">>" ends one.
    ///
    /// - Parameter start: of a word with a capital, one space behind the symbols.
    private mutating func readSeparator(before start: Int) -> Bool {
        let end = start - 1
        let symbol = text[end - 1]
        guard Self.drawsLines(symbol) || symbol == UInt8(ascii: ">") else { return false }
        var first = end - 1
        while first > sentenceStart, text[first - 1] == symbol { first -= 1 }
        stepsAside += end - first
        guard end - first >= (symbol == UInt8(ascii: ">") ? 2 : Self.shortestLine) else { return false }
        if Self.drawsLines(symbol), text[first - 1] == UInt8(ascii: " ") {
            cut(end: text.trimmed(first, from: sentenceStart), next: first, Verdict(.separator))
        }
        cut(end: end, next: start, Verdict(.separator))
        return true
    }

    private static func drawsLines(_ byte: UInt8) -> Bool {
        [
            UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "#"),
            UInt8(ascii: "-"),
        ]
        .contains(byte)
    }

    /// At `:` or `@`: the address it is part of is passed over as a whole.
    mutating func readAddress() {
        let start = position
        position += 1
        if text[start] == UInt8(ascii: "@") {
            // In "ivo...@example.org" the rest of the name is left out.
            let last = text[start - 1]
            guard ByteClass.isAlphanumeric(last) || last == UInt8(ascii: "."), ByteClass.isAlphanumeric(text[start + 1])
            else { return }
            readEnd(of: .mail)
        } else if text[start + 1] == UInt8(ascii: "/"), text[start + 2] == UInt8(ascii: "/") {
            readStart(ofAddressWithColonAt: start)
            position = start + 1
            readEnd(of: .address)
        } else if ByteClass.isDigit(text[start - 1]) {
            stepsAside += 64
            guard let date = text.headerDate(withColonAt: start, from: sentenceStart) else { return }
            cut(end: text.trimmed(date, from: sentenceStart), next: date, Verdict(.dateLine))
            position = start + 1
            if let end = text.timeEnd(withColonAt: start) {
                position = end
                readGap(end: end, cue: .time, orSmallLetter: true)
            }
        } else if let end = text.emoticonEnd(at: start) {
            position = end
            readGap(end: end, cue: .emoticon)
        }
    }

    /// The place before "https://…".
    private mutating func readStart(ofAddressWithColonAt colon: Int) {
        var start = colon
        while start > sentenceStart, start > colon - 6, ByteClass.isLetter(text[start - 1]) { start -= 1 }
        guard start > sentenceStart, start < colon, text[start - 1] == UInt8(ascii: " ") else { return }
        decideGap(end: text.trimmed(start, from: sentenceStart), next: start, cue: .beforeAddress)
    }

    /// Passes over the rest of an address, without the marks behind it, and decides about the place there.
    private mutating func readEnd(of cue: ScanState.Cue) {
        let start = position
        while position < text.count, text.whiteSpaceLength(at: position) == 0 { position += 1 }
        let end = position
        while position > start, Self.isMark(text[position - 1]) { position -= 1 }
        stepsAside += end - start
        if position == end - 1, text[position] == UInt8(ascii: ">") {
            position = end
            readGap(end: end, cue: .sender)
        } else if position == end {
            readGap(end: end, cue: cue)
        }
    }

    private mutating func readGap(end: Int, cue: ScanState.Cue, orSmallLetter: Bool = false) {
        let space = text.whiteSpace(at: end)
        guard space.end > end, space.lineBreaks == 0, space.end < text.count,
            orSmallLetter || !ByteClass.isLower(text[space.end])
        else { return }
        decideGap(end: end, next: space.end, cue: cue)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: ">"):
            true
        default: byte >= 0x80
        }
    }
}

extension UTF8Text {
    /// The end of an emoticon such as `:)` that stands between spaces, at its eyes.
    fileprivate func emoticonEnd(at offset: Int) -> Int? {
        guard isWhiteSpace(before: offset) else { return nil }
        return emoticonLength(at: offset).map { offset + $0 }
    }
}
