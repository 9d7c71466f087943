package import Article

/// The kinds of a draft's pieces, and the metadata that its text gives.
package struct Outline: Hashable, Sendable {
    /// One for each piece.
    package var kinds: [Article.Block.Kind]
    package var metadata: Metadata
}

/// Tells the pieces of a text or of Markdown apart: by its marks where there are any, by wording, by place.
///
/// A page is taken to have three zones: a head before the first running text, the body, and a tail after the last.
/// Titles, bylines, dates and menus are looked for in the head and the tail only. What no rule claims is a paragraph.
package struct BlockClassifier: Sendable {
    package init() {}

    /// - Parameter known: What is known beforehand; a title known is looked for in the head instead of guessed.
    package func outline(of draft: Draft, known: Metadata = Metadata()) -> Outline {
        guard draft.pieces.count > 1 else {
            return Outline(kinds: draft.pieces.map { SinglePiece.kind($0.hint) }, metadata: Metadata())
        }
        var work = Classification(draft, known: known)
        work.applyHints()
        work.applyWording()
        work.findPage()
        work.findEdges()
        work.findMenus()
        work.findAsks()
        work.findPageHead()
        work.findMetadataLines()
        work.findTitle()
        work.findSubtitle()
        work.leaveRestOfPage()
        work.findHeadings()
        return Outline(kinds: work.kinds.map { $0 ?? .paragraph }, metadata: work.found)
    }
}

/// A text of one piece has no title and no page around it, whatever its wording.
private enum SinglePiece {
    static func kind(_ hint: PieceHint) -> Article.Block.Kind {
        switch hint {
        case .listItem: .listItem
        case .quote: .quote
        case .table: .table
        default: .paragraph
        }
    }
}
