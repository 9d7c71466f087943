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
            index += addPlain(raw, from: index)
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

    /// Counts printable ASCII and white space, eight bytes at a time, up to the first eight with something else among them.
    ///
    /// - Returns: how many bytes were counted.
    private mutating func addPlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            // One count a byte of a word, so no more words at once than a byte can count.
            let end = index + 8 * min(255, (bytes.count - index) / 8)
            var counts: UInt64 = 0
            while index < end {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard let shown = Self.visible(in: word) else { break }
                counts += shown
                index += 8
            }
            let pairs = (counts & 0x00FF_00FF_00FF_00FF) + (counts >> 8 & 0x00FF_00FF_00FF_00FF)
            visible += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
            if index < end { break }
        }
        return index - start
    }

    /// A one in each byte of `word` that is above 0x20; `nil` where one is neither printable ASCII nor white space. The sums
    /// carry into no neighbour, since no byte has its highest bit.
    private static func visible(in word: UInt64) -> UInt64? {
        let highest: UInt64 = 0x8080_8080_8080_8080
        func isFrom(_ least: UInt64) -> UInt64 { word &+ 0x0101_0101_0101_0101 * (0x80 - least) }
        let others = word | ~isFrom(0x09) | isFrom(0x0E) & ~isFrom(0x20) | isFrom(0x7F)
        guard others & highest == 0 else { return nil }
        return (isFrom(0x21) & highest) >> 7
    }

    /// Nothing to be seen at all.
    var isEmpty: Bool { visible == 0 && suspects == 0 }

    /// More than one in five characters is no text. Text that was decoded rightly has practically none; pictures,
    /// archives and text in a wrong encoding have a quarter or more.
    var isBinary: Bool { suspects * 5 > visible + suspects }
}
