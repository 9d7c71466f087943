/// Whether content is text at all.
struct TextCheck: Hashable {
    /// Scalars that are neither white space nor in ``suspects``.
    private(set) var visible = 0
    /// NUL and other controls, and U+FFFD, which stands where a decoder met bytes that were no text.
    private(set) var suspects = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
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

    /// Nothing to be seen at all.
    var isEmpty: Bool { visible == 0 && suspects == 0 }

    /// More than one in five characters is no text. Text that was decoded rightly has practically none; pictures,
    /// archives and text in a wrong encoding have a quarter or more.
    var isBinary: Bool { suspects * 5 > visible + suspects }
}
