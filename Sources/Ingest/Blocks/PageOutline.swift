internal import Article

/// Tells the pieces of a page apart where its structure alone does not: by wording, and by what its head says.
struct PageOutline {
    let draft: Draft
    /// One for each piece of the draft.
    let pieces: [PageText.Piece]
    let head: PageHead
    let known: Metadata
    var kinds: [Article.Block.Kind]
    var found = Metadata()
    /// The first piece of the body, and the one behind the last; empty where there is none.
    var body = 0..<0

    /// The draft of a page, and its outline.
    static func read(_ page: PageText, _ normalizer: Normalizer, known: Metadata) -> (Draft, Outline) {
        var draft = Draft()
        var pieces: [PageText.Piece] = []
        for piece in page.pieces {
            let text = piece.text.withUnsafeBufferPointer { normalizer.normalize($0) }
            if draft.append(text, .none) { pieces.append(piece) }
        }
        var outline = PageOutline(draft: draft, pieces: pieces, head: page.head, known: known)
        outline.applyWording()
        outline.findBody()
        outline.findTitle()
        outline.findSubtitle()
        outline.findByline()
        outline.findDates()
        outline.fillFromHead(normalizer)
        return (draft, Outline(kinds: outline.kinds, metadata: outline.found))
    }

    private init(draft: Draft, pieces: [PageText.Piece], head: PageHead, known: Metadata) {
        self.draft = draft
        self.pieces = pieces
        self.head = head
        self.known = known
        kinds = pieces.map(\.kind)
    }

    func string(_ index: Int) -> String { draft.string(draft.pieces[index].range) }

    func isBody(_ index: Int) -> Bool { kinds[index].isBody || kinds[index] == .table }

    /// What the letters of a piece are, punctuation apart; empty for a long one, which is equal to nothing.
    func key(_ index: Int) -> [UInt8] {
        let range = draft.pieces[index].range
        guard range.count <= 1000 else { return [] }
        return draft.text.withUnsafeBufferPointer { FoldedText(UnsafeBufferPointer(rebasing: $0[range])).key }
    }

    /// Leaves asks, captions and the like that structure took for body.
    private mutating func applyWording() {
        draft.text.withUnsafeBufferPointer { text in
            let bodyIndices = kinds.indices.filter { kinds[$0].isBody }
            guard let first = bodyIndices.first, let last = bodyIndices.last else { return }
            for index in bodyIndices {
                let piece = Features(UnsafeBufferPointer(rebasing: text[draft.pieces[index].range]))
                let isAtEdge = index <= first + 2 || index >= last - 4
                if WordingRules.isConsent(piece) || WordingRules.isBoilerplate(piece)
                    || WordingRules.isAsk(piece, isAtEdge: isAtEdge)
                {
                    kinds[index] = .boilerplate
                } else if kinds[index] != .heading, WordingRules.isCaption(piece) {
                    kinds[index] = .caption
                }
            }
        }
    }

    private mutating func findBody() {
        guard let first = kinds.indices.first(where: isBody), let last = kinds.indices.last(where: isBody) else {
            return
        }
        body = first..<last + 1
    }
}
