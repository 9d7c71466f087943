/// Which bytes end the quick scan of ordinary text.
enum ByteClass {
    /// The bytes below 64 that may matter, as a bit mask: LF, VT, FF, CR, `!`, `"`, `)`, `.`, `:` and `?`.
    private static var candidates: UInt64 { 0x8400_4206_0000_3C00 }
    /// Those from 64 below 128: `@` and the capitals.
    private static var lettersAndAt: UInt64 { 0x07FF_FFFF }

    /// The marks of the mask, and the lead bytes of U+0085, of General Punctuation and the bullets, of `。` and of the
    /// full-width forms.
    @inline(__always)
    static func isCandidate(_ byte: UInt8) -> Bool {
        if byte < 128 { return (byte < 64 ? candidates : lettersAndAt) >> UInt64(byte & 63) & 1 == 1 }
        return byte == 0xE2 || byte == 0xC2 || byte == 0xE3 || byte == 0xEF
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
