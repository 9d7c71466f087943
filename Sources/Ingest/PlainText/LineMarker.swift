/// The marker with which a line of plain text begins.
enum LineMarker: Hashable {
    /// A bullet, or a number or letter with a full stop or a bracket.
    case item
    /// The `>` of mail and Markdown.
    case quote
    /// The number signs of Markdown, one to six.
    case heading(level: Int)

    /// The marker of `line`, which has no white space at its ends.
    init?(_ line: UnsafeBufferPointer<UInt8>) {
        guard let first = line.first else { return nil }
        switch first {
        case UInt8(ascii: ">"): self = .quote
        case UInt8(ascii: "#"):
            let level = line.prefix { $0 == UInt8(ascii: "#") }.count
            guard level <= 6, level < line.count, line[level] == 0x20 else { return nil }
            self = .heading(level: level)
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            guard line.count > 2, line[1] == 0x20 else { return nil }
            self = .item
        case 0xE2:
            // • U+2022, ‣ U+2023, ◦ U+25E6, ▪ U+25AA
            let bullets: [[UInt8]] = [[0x80, 0xA2], [0x80, 0xA3], [0x97, 0xA6], [0x96, 0xAA]]
            guard line.count > 3, bullets.contains([line[1], line[2]]) else { return nil }
            self = .item
        default:
            guard Self.isNumbered(line) else { return nil }
            self = .item
        }
    }

    /// Whether a line begins as `1.`, `12)`, `(3)`, `a)` or `(iv)` with a space after it. A letter with a full stop is
    /// an initial more often than a marker.
    private static func isNumbered(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        let isBracketed = line[0] == UInt8(ascii: "(")
        if isBracketed { index += 1 }
        let start = index
        while index < line.count, index - start < 4, ByteClass.isDigit(line[index]) { index += 1 }
        let digits = index - start
        if digits == 0 {
            while index < line.count, index - start < 4, "ivxabcdefgh".utf8.contains(line[index]) { index += 1 }
        }
        let letters = index - start - digits
        guard digits + letters > 0, digits < 3, letters < 4, index + 2 < line.count, line[index + 1] == 0x20
        else { return false }
        if line[index] == UInt8(ascii: ")") { return true }
        return line[index] == UInt8(ascii: ".") && digits > 0 && !isBracketed
    }
}
