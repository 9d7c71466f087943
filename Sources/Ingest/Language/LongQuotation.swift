internal import Article

/// A quotation inside a block that is long enough to tell its language.
struct LongQuotation {
    /// What stands between the marks.
    var span: ScalarSpan
    var text: Substring

    /// The marks that open a quotation, and those that close it. An apostrophe is no mark: too many are none.
    private static func closing(_ opening: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch opening {
        case "\u{201C}": ["\u{201D}"]
        case "\u{201E}": ["\u{201C}", "\u{201D}"]
        case "\u{AB}": ["\u{BB}"]
        case "\u{BB}": ["\u{AB}"]
        case "\"": ["\""]
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
        var found: [Self] = []
        var marks: [Unicode.Scalar] = []
        var opening = (index: block.startIndex, offset: 0)
        var offset = start
        for index in block.unicodeScalars.indices {
            let scalar = block.unicodeScalars[index]
            if marks.isEmpty {
                if let closing = closing(scalar) {
                    marks = closing
                    opening = (block.unicodeScalars.index(after: index), offset + 1)
                }
            } else if marks.contains(scalar) {
                let text = block[opening.index..<index]
                if text.utf8.count >= shortest {
                    found.append(Self(span: ScalarSpan(opening.offset, offset), text: text))
                }
                marks = []
            }
            offset += 1
        }
        return found
    }
}
