/// Whether content is text at all.
struct TextCheck: Hashable {
    /// Scalars that are neither white space nor in ``suspects``.
    private(set) var visible = 0
    /// NUL and other controls, and U+FFFD, which stands where a decoder met bytes that were no text.
    private(set) var suspects = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index < bytes.count {
            // Eight at a time, where they are printable ASCII.
            while index + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard Self.isPrintable(word) else { break }
                visible += 8 - Self.spaces(word)
                index += 8
            }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte > 0x20, byte < 0x7F {
                visible += 1
                index += 1
            } else if byte < 0x80 {
                if byte == 0x7F || byte < 0x20 && !(0x09...0x0D).contains(byte) { suspects += 1 }
                index += 1
            } else {
                let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
                switch ScalarPolicy(scalar) {
                case .keep where scalar == 0xFFFD: suspects += 1
                case .keep: visible += 1
                default: if scalar < 0xA0, scalar != 0x85 { suspects += 1 }
                }
                index += length
            }
        }
    }

    /// Whether all bytes are from 0x20 to 0x7E. The sums carry into no neighbour, since no byte has its highest bit.
    private static func isPrintable(_ word: UInt64) -> Bool {
        guard word & 0x8080_8080_8080_8080 == 0 else { return false }
        let isFrom20 = word + 0x6060_6060_6060_6060
        let isFrom7F = word + 0x0101_0101_0101_0101
        return isFrom20 & ~isFrom7F & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    }

    /// How many bytes of a printable word are spaces.
    private static func spaces(_ word: UInt64) -> Int {
        let other = (word ^ 0x2020_2020_2020_2020) + 0x7F7F_7F7F_7F7F_7F7F
        return (~other & 0x8080_8080_8080_8080).nonzeroBitCount
    }

    /// Nothing to be seen at all.
    var isEmpty: Bool { visible == 0 && suspects == 0 }

    /// More than one in five characters is no text. Text that was decoded rightly has practically none; pictures,
    /// archives and text in a wrong encoding have a quarter or more.
    var isBinary: Bool { suspects * 5 > visible + suspects }
}
