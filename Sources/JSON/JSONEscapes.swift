/// Text as JSON strings (RFC 8259, section 7), eight bytes at a time: documents are mostly text.
enum JSONEscapes {
    /// Written to the stack before it goes on in one piece.
    private static let chunk = 1024
    /// The longest escape, `\u001f`.
    private static let longest = 6

    /// Appends `utf8` between quotation marks. Escaped are quotation marks, backslashes and what is below U+0020.
    static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let source = UnsafeRawBufferPointer(utf8)
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 8) { buffer in
            var read = 0
            while read < source.count {
                var written = 0
                while read < source.count, written <= chunk - 8 - longest {
                    if read + 8 <= source.count {
                        let word = source.loadUnaligned(fromByteOffset: read, as: UInt64.self)
                        buffer.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
                        let plain = plainBytes(UInt64(littleEndian: word))
                        read += plain
                        written += plain
                        if plain == 8 { continue }
                    }
                    written += write(source[read], to: buffer, at: written)
                    read += 1
                }
                bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<written]))
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many bytes of `word`, from its lowest, need no escape before one that does: 8 where none does.
    ///
    /// Finds bytes below 0x20 and bytes that are zero once a mark has been taken off; a byte is found wrongly only above one
    /// that is found rightly (Warren, Hacker's Delight, 2nd ed., section 6-1).
    private static func plainBytes(_ word: UInt64) -> Int {
        let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        func zeros(_ word: UInt64, below limit: UInt64) -> UInt64 { (word &- ones &* limit) & ~word & highest }
        let marks =
            zeros(word ^ ones &* 0x22, below: 1) | zeros(word ^ ones &* 0x5C, below: 1) | zeros(word, below: 0x20)
        return marks.trailingZeroBitCount / 8
    }

    /// Writes one byte, escaped where it must be.
    ///
    /// - Returns: how many bytes were written.
    private static func write(_ byte: UInt8, to buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        let letter: UInt8
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
        case 0x0A: letter = UInt8(ascii: "n")
        case 0x0D: letter = UInt8(ascii: "r")
        case 0x09: letter = UInt8(ascii: "t")
        case 0..<0x20: return writeNumber(of: byte, to: buffer, at: place)
        default:
            buffer[place] = byte
            return 1
        }
        buffer[place] = UInt8(ascii: "\\")
        buffer[place + 1] = letter
        return 2
    }

    private static func writeNumber(of byte: UInt8, to buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        let low = byte & 0xF
        let digits = [
            UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), UInt8(ascii: "0") + byte >> 4,
            low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10,
        ]
        for (index, digit) in digits.enumerated() { buffer[place + index] = digit }
        return digits.count
    }
}
