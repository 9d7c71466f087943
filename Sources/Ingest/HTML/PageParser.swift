/// Reads the text of an HTML page, piece by piece.
///
/// The seam at which another parser takes the place of the small one here.
package protocol PageParser: Sendable {
    /// The page's pieces and metadata. - Complexity: Linear in the length of `html`, whatever it holds.
    func page(from html: String) -> Page
}

/// The text of an HTML page in its order, and what its head says of it.
package struct Page: Hashable, Sendable {
    /// A run of text that the page shows as a block of its own.
    package struct Piece: Hashable, Sendable {
        /// UTF-8, references resolved, not normalized.
        package var text: [UInt8]
        package var hint: PieceHint

        package init(_ text: [UInt8], _ hint: PieceHint) {
            self.text = text
            self.hint = hint
        }
    }

    package var pieces: [Piece] = []
    package var metadata = Metadata()
    /// The page's description of itself; where the page shows it too, it is the subtitle.
    package var description: String?

    package init() {}
}

extension Page {
    /// The normalized text of the page, its pieces apart by blank lines.
    func draft(_ normalizer: Normalizer) -> Draft {
        var draft = Draft()
        for piece in pieces {
            draft.append(piece.text.withUnsafeBufferPointer { normalizer.normalize($0) }, piece.hint)
        }
        return draft
    }
}
