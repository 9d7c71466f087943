/// Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum HTMLReferences {
    /// Appends what the reference at the `&` at `text` means, or the `&` where there is none. - Returns: Its length.
    static func append(_ text: UnsafePointer<UInt8>, _ count: Int, to result: inout ByteBuffer) -> Int {
        guard let (scalar, length) = reference(text, count) else {
            result.append(UInt8(ascii: "&"))
            return 1
        }
        append(scalar, to: &result)
        return length
    }

    /// Appends a scalar as UTF-8.
    static func append(_ scalar: UInt32, to result: inout ByteBuffer) {
        for byte in String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8 { result.append(byte) }
    }

    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> String {
        guard let start = text.baseAddress, text.contains(UInt8(ascii: "&")) else {
            return String(decoding: text, as: UTF8.self)
        }
        var result = ByteBuffer(capacity: text.count + 16)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&") {
                index += append(start + index, text.count - index, to: &result)
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return String(decoding: result.bytes, as: UTF8.self)
    }

    /// What the reference at the `&` at `text` means, and its length; `nil` where it is none.
    static func reference(_ text: UnsafePointer<UInt8>, _ count: Int) -> (scalar: UInt32, length: Int)? {
        guard count > 1 else { return nil }
        if text[1] == UInt8(ascii: "#") { return numeric(text, count) }
        var end = 1
        var key: UInt64 = 0
        // What follows a `&` is read no further than the longest name, so that a page of `&` costs little.
        while end < count, end <= HTMLEntities.longestName,
            ByteClass.isLetter(text[end]) || ByteClass.isDigit(text[end])
        {
            key = key << 8 | UInt64(text[end])
            end += 1
        }
        guard end > 1 else { return nil }
        if end < count, text[end] == UInt8(ascii: ";"), let scalar = HTMLEntities.table[key] {
            return (scalar, end + 1)
        }
        // The oldest names need no semicolon.
        for length in [6, 5, 4, 3, 2] where length < end {
            let prefix = key >> UInt64(8 * (end - 1 - length))
            if HTMLEntities.bare.contains(prefix), let scalar = HTMLEntities.table[prefix] {
                return (scalar, 1 + length)
            }
        }
        return nil
    }

    /// A reference by number; the semicolon may be missing (HTML Standard, 13.2.5.80).
    private static func numeric(_ text: UnsafePointer<UInt8>, _ count: Int) -> (scalar: UInt32, length: Int)? {
        var index = 2
        let isHex = index < count && text[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < count, let digit = digit(text[index], isHex: isHex) {
            // Past the last scalar the value only has to stay past it.
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            index += 1
        }
        guard index > first else { return nil }
        if index < count, text[index] == UInt8(ascii: ";") { index += 1 }
        return (scalar(value), index)
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if ByteClass.isDigit(byte) { return UInt32(byte - 0x30) }
        let letter = byte | 0x20
        return isHex && (0x61...0x66).contains(letter) ? UInt32(letter - 0x61 + 10) : nil
    }

    private static func scalar(_ value: UInt32) -> UInt32 {
        let fixed = value >= 0x80 && value < 0xA0 ? HTMLEntities.windows1252[Int(value - 0x80)] : value
        return fixed == 0 || Unicode.Scalar(fixed) == nil ? 0xFFFD : fixed
    }
}
