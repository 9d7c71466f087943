/// A run of marks that may end a sentence, with the closing quotes and brackets behind it: `.`, `?!"`, `. . .`, `…”)`.
struct TerminatorRun {
    /// The first mark.
    var start: Int
    /// Behind the last mark or closing quote or bracket.
    var end: Int
    var fullStops = 0
    /// `!`, `?` and their like.
    var hasStrongMark = false
    /// The single character `…`.
    var hasEllipsisMark = false
    /// A mark of another script, such as Chinese or Devanagari, which ends a sentence whatever follows (UAX 29, SB11).
    var needsNoSpace = false
    var closesQuote = false
    var closesBracket = false

    var isEllipsis: Bool { !hasStrongMark && (hasEllipsisMark || fullStops > 1) }

    init(start: Int) {
        self.start = start
        end = start
    }
}

extension UTF8Text {
    /// Reads the run at `start`. `quoteOpen` says whether a straight quotation mark is still open, and is kept up to
    /// date.
    func terminatorRun(at start: Int, quoteOpen: inout Bool) -> TerminatorRun {
        var run = TerminatorRun(start: start)
        // Most are one mark with a space and a word behind it, or a line break.
        if self[start] < 0x80,
            self[start + 1] == 0x20 && ByteClass.isAlphanumeric(self[start + 2]) || self[start + 1] == 0x0A
        {
            run.end += 1
            if self[start] == UInt8(ascii: ".") { run.fullStops = 1 } else { run.hasStrongMark = true }
            return run
        }
        while true {
            let length = terminatorLength(at: run.end, &run)
            if length > 0 {
                run.end += length
            } else if let length = closerLength(at: run.end, quoteOpen: quoteOpen, &run) {
                if self[run.end] == UInt8(ascii: "\"") { quoteOpen = false }
                run.end += length
            } else if let length = spacedMarkLength(at: run.end, quoteOpen: quoteOpen) {
                run.end += length
            } else {
                return run
            }
        }
    }

    private func terminatorLength(at offset: Int, _ run: inout TerminatorRun) -> Int {
        switch self[offset] {
        case UInt8(ascii: "."):
            run.fullStops += 1
            return 1
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            run.hasStrongMark = true
            return 1
        case 0..<0xD6: return 0
        default: break
        }
        switch (self[offset], self[offset + 1], self[offset + 2]) {
        case (0xE2, 0x80, 0xA6):
            run.hasEllipsisMark = true
            return 3
        case (0xE2, 0x80, 0xBC...0xBD), (0xE2, 0x81, 0x87...0x89):  // ‼ ‽ ⁇ ⁈ ⁉
            run.hasStrongMark = true
            return 3
        case _ where isTerminator(at: offset):
            run.hasStrongMark = true
            run.needsNoSpace = true
            return scalar(at: offset).length
        default: return 0
        }
    }

    /// The length of the closing quote, bracket, emphasis mark or note reference at `offset`.
    private func closerLength(at offset: Int, quoteOpen: Bool, _ run: inout TerminatorRun) -> Int? {
        switch self[offset] {
        case UInt8(ascii: "\""):
            guard quoteOpen || !isWordStart(at: offset + 1) else { return nil }
            run.closesQuote = true
            return 1
        case UInt8(ascii: "'"):
            guard !isWordStart(at: offset + 1) else { return nil }
            run.closesQuote = true
            return 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            run.closesBracket = true
            return 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"):
            return isWordStart(at: offset + 1) ? nil : 1
        case UInt8(ascii: "["): return noteReferenceLength(at: offset)
        case 0xC2 where self[offset + 1] == 0xBB:  // »
            run.closesQuote = true
            return 2
        case 0xE2 where self[offset + 1] == 0x80:
            let last = self[offset + 2]
            guard last == 0x99 || last == 0x9D || last == 0xBA else { return nil }  // ’ ” ›
            run.closesQuote = true
            return 3
        default: return nil
        }
    }

    /// A space and, behind it, a mark that belongs to the run: `. . .` or a closing quote that was set apart.
    private func spacedMarkLength(at offset: Int, quoteOpen: Bool) -> Int? {
        let space = whiteSpaceLength(at: offset)
        guard space > 0, !isLineBreak(at: offset) else { return nil }
        let mark = offset + space
        switch self[mark] {
        case UInt8(ascii: "."):
            // Full stops right before a word open the next sentence: "the end. ...and so on".
            var next = mark + 1
            while next < mark + 4, self[next] == UInt8(ascii: ".") { next += 1 }
            return next == mark + 1 ? !isWordStart(at: next) ? space : nil : endsAfter(next) ? space : nil
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return endsAfter(mark + 1) ? space : nil
        case UInt8(ascii: "["): return (noteReferenceLength(at: mark) ?? omissionLength(at: mark)).map { space + $0 }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): return emoticonLength(at: mark).map { space + $0 }
        // As UAX 29 has it, these begin the next sentence where one follows on the line.
        case UInt8(ascii: "\""): return quoteOpen && endsLine(mark + 1) ? space : nil
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return endsLine(mark + 1) ? space : nil
        case 0xC2 where self[mark + 1] == 0xBB: return endsAfter(mark + 2) ? space : nil
        case 0xE2 where self[mark + 1] == 0x80 && (self[mark + 2] == 0x9D || self[mark + 2] == 0x99):
            return endsAfter(mark + 3) ? space : nil
        default: return nil
        }
    }

    private func endsLine(_ offset: Int) -> Bool { offset >= count || isLineBreak(at: offset) }

    private func endsAfter(_ offset: Int) -> Bool { offset >= count || whiteSpaceLength(at: offset) > 0 }

    private func isWordStart(at offset: Int) -> Bool { isAlphabetic(at: offset) || ByteClass.isDigit(self[offset]) }

    /// The length of an emoticon such as `:)` or `;-(`: it belongs to the sentence before it.
    func emoticonLength(at offset: Int) -> Int? {
        let mouth = self[offset + 1] == UInt8(ascii: "-") ? offset + 2 : offset + 1
        let isMouth = [UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P")].contains(self[mouth])
        return isMouth && endsAfter(mouth + 1) ? mouth + 1 - offset : nil
    }

    /// The length of `[...]` or `[…]` at the end of a line: what was left out there belongs to the sentence before.
    private func omissionLength(at offset: Int) -> Int? {
        var end = offset + 1
        while end < offset + 5, self[end] == UInt8(ascii: ".") { end += 1 }
        if end == offset + 1, self[end] == 0xE2, self[end + 1] == 0x80, self[end + 2] == 0xA6 { end += 3 }
        guard end > offset + 1, self[end] == UInt8(ascii: "]") else { return nil }
        return endsLine(end + 1) ? end + 1 - offset : nil
    }

    /// The length of a note's reference, such as `[12]` or `[a]`.
    private func noteReferenceLength(at offset: Int) -> Int? {
        for length in 2...5 where self[offset + length - 1] == UInt8(ascii: "]") {
            let isNumber = (1..<length - 1).allSatisfy { ByteClass.isDigit(self[offset + $0]) }
            let isLetter = length == 3 && ByteClass.isLower(self[offset + 1])
            return length > 2 && (isNumber || isLetter) ? length : nil
        }
        return nil
    }
}
