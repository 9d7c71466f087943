/// Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum HTMLReferences {
    /// Appends `text` with its references resolved. What is no reference stays as it is written.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "&"), let (value, end) = reference(text, index) {
                result.append(contentsOf: value)
                index = end
            } else {
                result.append(byte)
                index += 1
            }
        }
    }

    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        append(text, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// The longest name in the table, in bytes: what follows a `&` is read no further, so a page of `&` costs little.
    private static let longestName = HTMLEntities.table.keys.map(\.count).max() ?? 0

    private static func reference(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (value: [UInt8], end: Int)? {
        let next = start + 1
        guard next < text.count else { return nil }
        if text[next] == UInt8(ascii: "#") { return numeric(text, next + 1) }
        var end = next
        while end < text.count, end - next < longestName, ByteClass.isLetter(text[end]) || ByteClass.isDigit(text[end])
        {
            end += 1
        }
        guard end > next else { return nil }
        let name = [UInt8](text[next..<end])
        if end < text.count, text[end] == UInt8(ascii: ";"), let value = HTMLEntities.table[name] {
            return (value, end + 1)
        }
        // The oldest names need no semicolon.
        for length in [6, 5, 4, 3, 2] where length <= name.count {
            let prefix = Array(name.prefix(length))
            if HTMLEntities.bare.contains(prefix), let value = HTMLEntities.table[prefix] {
                return (value, next + length)
            }
        }
        return nil
    }

    /// A reference by number; the semicolon may be missing (HTML Standard, 13.2.5.80).
    private static func numeric(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (value: [UInt8], end: Int)? {
        var index = start
        let isHex = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < text.count, let digit = digit(text[index], isHex: isHex) {
            // Past the last scalar the value only has to stay past it.
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            index += 1
        }
        guard index > first else { return nil }
        if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
        return (Array(String(scalar(value)).utf8), index)
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if ByteClass.isDigit(byte) { return UInt32(byte - 0x30) }
        let letter = byte | 0x20
        return isHex && (0x61...0x66).contains(letter) ? UInt32(letter - 0x61 + 10) : nil
    }

    private static func scalar(_ value: UInt32) -> Character {
        let fixed = value >= 0x80 && value < 0xA0 ? HTMLEntities.windows1252[Int(value - 0x80)] : value
        return Character(fixed == 0 ? "\u{FFFD}" : Unicode.Scalar(fixed) ?? "\u{FFFD}")
    }
}
