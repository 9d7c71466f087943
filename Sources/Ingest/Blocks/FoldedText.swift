/// A short text in the few symbols that phrases are looked up in.
///
/// Letters are in lower case, digits are `0`, quotation marks and apostrophes are straight, hyphens and runs of white
/// space are one space, separators such as `•` and `»` are `|`, the copyright sign is `C`, letters outside ASCII are
/// `~`, and other punctuation is `.`. So one phrase finds "Tax-deductible gift" and "tax deductible gift" alike.
struct FoldedText: Hashable {
    /// Bytes of ``alphabet``.
    private(set) var symbols: [UInt8] = []

    static let alphabet: [UInt8] = Array("abcdefghijklmnopqrstuvwxyz '0:/()[]|C\".~@&".utf8)

    init(_ text: UnsafeBufferPointer<UInt8>) {
        symbols.reserveCapacity(text.count)
        let table = Self.table
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                append(table[Int(byte)])
                index += 1
            } else {
                let (scalar, length) = UTF8Scalar.decode(text, at: index)
                append(Self.symbol(scalar))
                index += length
            }
        }
        if symbols.last == 0x20 { symbols.removeLast() }
    }

    init(_ text: String) {
        var copy = text
        self = copy.withUTF8 { FoldedText($0) }
    }

    private mutating func append(_ symbol: UInt8) {
        if symbol == 0x20, symbols.isEmpty || symbols.last == 0x20 { return }
        symbols.append(symbol)
    }

    /// Whether a symbol is part of a word.
    static func isWord(_ symbol: UInt8) -> Bool {
        ByteClass.isLower(symbol) || symbol == UInt8(ascii: "0") || symbol == UInt8(ascii: "~")
    }

    /// The words without anything between them, to compare two texts whose punctuation may differ.
    var key: [UInt8] { symbols.filter(Self.isWord) }

    private static let table: [UInt8] = (0..<128).map { value in
        let byte = UInt8(value)
        if ByteClass.isLetter(byte) { return byte | 0x20 }
        if ByteClass.isDigit(byte) { return UInt8(ascii: "0") }
        return switch byte {
        case 0...0x20, UInt8(ascii: "-"): 0x20
        case UInt8(ascii: "'"), UInt8(ascii: "`"): UInt8(ascii: "'")
        case UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"): byte
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "&"): byte
        case UInt8(ascii: ">"): UInt8(ascii: "|")
        default: UInt8(ascii: ".")
        }
    }

    private static func symbol(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x2018, 0x2019, 0x201B, 0x2BC: UInt8(ascii: "'")
        case 0x201C...0x201F, 0xAB, 0xBB: UInt8(ascii: "\"")
        case 0x2010, 0x2011: 0x20
        case 0xB7, 0x2022, 0x203A, 0x25AA, 0x25CF, 0x2192: UInt8(ascii: "|")
        case 0xA9, 0x24B8: UInt8(ascii: "C")
        case 0xC0..<0x2000, 0x2C00..<0x3000, 0x3040..<0xE000: UInt8(ascii: "~")
        default: UInt8(ascii: ".")
        }
    }
}
