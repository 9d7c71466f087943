/// A run of white space, and how many lines it ends.
struct WhiteSpaceRun {
    var end: Int
    /// Two or more make a blank line. CR LF is one line break; a paragraph separator counts as two.
    var lineBreaks: Int
}

extension UTF8Text {
    /// The length in bytes of the white space scalar at `offset`, or 0.
    ///
    /// White space is Unicode's White_Space property and U+001C–001F, which Python and others also strip.
    func whiteSpaceLength(at offset: Int) -> Int {
        switch self[offset] {
        case 0x20, 0x09...0x0D, 0x1C...0x1F: return 1
        case 0xC2: return self[offset + 1] == 0x85 || self[offset + 1] == 0xA0 ? 2 : 0
        case 0xE1: return self[offset + 1] == 0x9A && self[offset + 2] == 0x80 ? 3 : 0
        case 0xE2:
            switch (self[offset + 1], self[offset + 2]) {
            case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
            default: return 0
            }
        case 0xE3: return self[offset + 1] == 0x80 && self[offset + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// The mandatory breaks of UAX 14: LF, VT, FF, CR, NEL, LS and PS.
    func isLineBreak(at offset: Int) -> Bool {
        switch self[offset] {
        case 0x0A...0x0D: true
        case 0xC2: self[offset + 1] == 0x85
        case 0xE2: self[offset + 1] == 0x80 && (self[offset + 2] == 0xA8 || self[offset + 2] == 0xA9)
        default: false
        }
    }

    /// The white space that starts at `offset`; empty where there is none.
    func whiteSpace(at offset: Int) -> WhiteSpaceRun {
        // Most are one space before a word.
        let next = self[offset + 1]
        if self[offset] == 0x20, next > 0x20, next < 0x80 { return WhiteSpaceRun(end: offset + 1, lineBreaks: 0) }
        if self[offset] == 0x0A, next > 0x20, next < 0x80 { return WhiteSpaceRun(end: offset + 1, lineBreaks: 1) }
        var run = WhiteSpaceRun(end: offset, lineBreaks: 0)
        while case let length = whiteSpaceLength(at: run.end), length > 0 {
            if isLineBreak(at: run.end) {
                let byte = self[run.end]
                let isSecondHalf = byte == 0x0A && run.end > offset && self[run.end - 1] == 0x0D
                let isParagraphSeparator = byte == 0xE2 && self[run.end + 2] == 0xA9
                run.lineBreaks += isSecondHalf ? 0 : isParagraphSeparator ? 2 : 1
            }
            run.end += length
        }
        return run
    }

    /// Whether the scalar before `offset` is white space.
    func isWhiteSpace(before offset: Int) -> Bool { whiteSpaceLength(before: offset) > 0 }

    /// The end of the text before `offset` without the white space at its end, at least `start`.
    func trimmed(_ offset: Int, from start: Int) -> Int {
        var end = offset
        while end > start, case let length = whiteSpaceLength(before: end), length > 0 { end -= length }
        return max(start, end)
    }

    private func whiteSpaceLength(before offset: Int) -> Int {
        let byte = self[offset - 1]
        if byte < 0x80 { return whiteSpaceLength(at: offset - 1) }
        for length in 2...3 where whiteSpaceLength(at: offset - length) == length { return length }
        return 0
    }
}
