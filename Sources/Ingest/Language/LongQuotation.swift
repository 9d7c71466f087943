internal import Article

/// A quotation inside a block that is long enough to tell its language.
struct LongQuotation {
    /// What stands between the marks.
    var span: ScalarSpan
    /// The same as UTF-8.
    var text: [UInt8]

    /// The marks that close a quotation, by the mark that opens it. An apostrophe is no mark: too many are none.
    private static func closing(_ opening: UInt32) -> [UInt32]? {
        switch opening {
        case 0x22: [0x22]
        case 0x201C: [0x201D]
        case 0x201E: [0x201C, 0x201D]
        case 0xAB: [0xBB]
        case 0xBB: [0xAB]
        default: nil
        }
    }

    /// The quotations of a block, the outer ones only, in one pass.
    ///
    /// - Parameters:
    ///   - block: the block's text.
    ///   - start: where it begins in the article, in scalars.
    ///   - shortest: the fewest bytes of a quotation.
    static func all(in block: Substring, from start: Int, shortest: Int) -> [Self] {
        guard block.utf8.count > shortest else { return [] }
        var block = block
        return block.withUTF8 { bytes in
            var found: [Self] = []
            var marks: [UInt32] = []
            var opening = (index: 0, offset: 0)
            var (index, offset) = (0, start)
            while index < bytes.count {
                // Nearly all bytes are neither a straight mark nor the first of another.
                guard bytes[index] == 0x22 || bytes[index] == 0xC2 || bytes[index] == 0xE2 else {
                    if UTF8Scalar.isStart(bytes[index]) { offset += 1 }
                    index += 1
                    continue
                }
                let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
                if marks.isEmpty {
                    marks = closing(scalar) ?? []
                    opening = (index + length, offset + 1)
                } else if marks.contains(scalar) {
                    if index - opening.index >= shortest {
                        let text = Array(bytes[opening.index..<index])
                        found.append(Self(span: ScalarSpan(opening.offset, offset), text: text))
                    }
                    marks = []
                }
                offset += 1
                index += length
            }
            return found
        }
    }
}
