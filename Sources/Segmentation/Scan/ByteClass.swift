/// What kinds of ASCII bytes the walk tells apart.
enum ByteClass {
    /// The bytes below 64 where the walk stops, as a bit mask: LF, VT, FF, CR, `!`, `"`, `)`, `.`, `:` and `?`.
    private static var marks: UInt64 { 0x8400_4206_0000_3C00 }

    /// Whether the walk stops at this ASCII byte, which is no letter.
    static func isMark(_ byte: UInt8) -> Bool {
        byte < 64 ? marks >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "@")
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

    static func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }

    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// What a word before a mark is made of: letters, digits, full stops and `&`.
    static func isWord(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "&")
    }
}
