internal import Article

/// A normalized text and the pieces that it falls into, before they are told apart.
package struct Draft: Sendable {
    /// UTF-8 in the form of ``Normalizer``.
    package var text: [UInt8] = []
    /// In order and disjoint; every byte outside of them is white space.
    package var pieces: [Piece] = []
}

/// What the marks of Markdown say of a piece; plain text says little, and pages are told apart by ``PageOutline``.
package enum PieceHint: Hashable, Sendable {
    case none, paragraph, listItem, quote, caption, table
    /// A heading of a level from 1 to 6.
    case heading(Int)
    /// Not running text, such as code or a footnote.
    case aside
}

/// A piece of the text that becomes one block.
package struct Piece: Hashable, Sendable {
    /// Bytes of the draft's text, without white space at the ends.
    package var range: Range<Int>
    package var hint: PieceHint

    package init(_ range: Range<Int>, _ hint: PieceHint = .none) {
        self.range = range
        self.hint = hint
    }
}

extension Draft {
    /// The text of `range`.
    package func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Adds a piece on lines of its own.
    ///
    /// - Parameter bytes: Normalized text; white space at its ends is left away, and a piece without anything else is
    ///   not added.
    /// - Returns: Whether it was added.
    @discardableResult
    mutating func append(_ bytes: [UInt8], _ hint: PieceHint) -> Bool {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return false }
        if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
        let start = text.count
        text.append(contentsOf: bytes[first...last])
        pieces.append(Piece(start..<text.count, hint))
        return true
    }

    /// The blocks of the article: the pieces with their kinds, in Unicode scalars.
    func blocks(_ kinds: [Article.Block.Kind]) -> [Article.Block] {
        var blocks: [Article.Block] = []
        blocks.reserveCapacity(pieces.count)
        text.withUnsafeBufferPointer { bytes in
            var byte = 0
            var scalar = 0
            func advance(to end: Int) -> Int {
                while byte < end {
                    if UTF8Scalar.isStart(bytes[byte]) { scalar += 1 }
                    byte += 1
                }
                return scalar
            }
            for (piece, kind) in zip(pieces, kinds) {
                let start = advance(to: piece.range.lowerBound)
                blocks.append(Article.Block(kind, ScalarSpan(start, advance(to: piece.range.upperBound))))
            }
        }
        return blocks
    }
}
