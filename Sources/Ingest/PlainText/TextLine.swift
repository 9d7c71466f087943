/// A line of a normalized text that has something on it.
struct TextLine: Hashable {
    /// Its bytes, without the spaces at its ends.
    var range: Range<Int>
    /// In scalars, without the indentation.
    var length: Int
    /// The length of its first word, in scalars.
    var firstWord: Int
    /// The number of spaces before it.
    var indentation: Int
    /// Whether a blank line, or the start of the text, is before it.
    var opensParagraph: Bool
    /// Whether it ends as a sentence does.
    var endsSentence: Bool
    /// Whether its first letter is in lower case (ASCII).
    var startsLower: Bool
    /// Whether it begins with a list, quote or heading marker.
    var marker: LineMarker?

    /// The lines of `text`, which is normalized.
    static func lines(of text: UnsafeBufferPointer<UInt8>) -> [TextLine] {
        var lines: [TextLine] = []
        var index = 0
        var isBlank = true
        while index < text.count {
            let lineStart = index
            while index < text.count, text[index] == 0x20 { index += 1 }
            let start = index
            var length = 0
            var firstWord: Int?
            while index < text.count, text[index] != 0x0A {
                if text[index] == 0x20, firstWord == nil { firstWord = length }
                if UTF8Scalar.isStart(text[index]) { length += 1 }
                index += 1
            }
            if start < index {
                let line = UnsafeBufferPointer(rebasing: text[start..<index])
                lines.append(
                    TextLine(
                        range: start..<index,
                        length: length,
                        firstWord: firstWord ?? length,
                        indentation: start - lineStart,
                        opensParagraph: isBlank,
                        endsSentence: SentenceEnd(of: line).isSentence,
                        startsLower: ByteClass.isLower(line[0]) && !isGluedByline(line),
                        marker: LineMarker(line)
                    )
                )
            }
            isBlank = start == index
            index += 1
        }
        return lines
    }
    /// "byJane Doe": a line of its own, whose space was a style sheet's.
    private static func isGluedByline(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.count > 3 && line[0] == UInt8(ascii: "b") && line[1] == UInt8(ascii: "y") && ByteClass.isUpper(line[2])
    }
}
