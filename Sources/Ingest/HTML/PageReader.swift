internal import Article

/// Reads an HTML page: its text as blocks, and what it says of itself.
package struct PageReader: Sendable {
    private let trees: any TreeBuilder

    package init() { trees = GumboTreeBuilder() }

    init(trees: any TreeBuilder) { self.trees = trees }

    /// The page's text and blocks, and its metadata.
    ///
    /// - Throws: ``StageError`` with the code `no_article` where there is no text, or nothing but links.
    func read(_ html: String, _ normalizer: Normalizer, known: Metadata) throws(StageError) -> (Draft, Outline) {
        var copy = html
        let page = copy.withUTF8 { text(of: $0) }
        if page.isIndex { throw .indexPage(links: page.links, prose: page.prose) }
        let (draft, outline) = PageOutline.read(page, normalizer, known: known)
        if draft.pieces.isEmpty { throw .noArticle }
        return (draft, outline)
    }

    /// The page's blocks in their order. - Complexity: Linear in the length of `page`, whatever it holds.
    func text(of page: UnsafeBufferPointer<UInt8>) -> PageText {
        let skeleton = SkeletonScanner.scan(page)
        let tree = trees.tree(of: skeleton)
        let blocks = PageBlocks.blocks(of: tree, skeleton)
        let finder = BodyFinder(tree, blocks)
        let beside = finder.besideNodes()
        var text = PageText(head: PageHead(skeleton, page))
        text.pieces.reserveCapacity(blocks.count)
        if let container = finder.container(beside) {
            let verdicts = BodyFilter.verdicts(skeleton, finder, beside, container: container)
            text.body = finder.blocks(in: container)
            for (index, block) in blocks.enumerated() {
                let verdict = text.body.contains(index) ? verdicts[index - text.body.lowerBound] : .beside
                text.pieces.append(Self.piece(block, skeleton, finder, Self.kind(verdict, block, tree)))
            }
        } else {
            // Nothing is running text: the page is taken as it is.
            for block in blocks {
                let verdict: BodyVerdict = beside[block.node] ? .beside : .body
                text.pieces.append(Self.piece(block, skeleton, finder, Self.kind(verdict, block, tree)))
            }
            text.body = blocks.indices
        }
        text.links = blocks.count { $0.linkInk * 10 >= $0.ink * 9 }
        let ink = blocks.reduce((all: 0, linked: 0)) { ($0.all + $1.ink, $0.linked + $1.linkInk) }
        text.linkShare = Double(ink.linked) / Double(max(ink.all, 1))
        for (block, piece) in zip(blocks, text.pieces) where block.isProse {
            if piece.kind.isBody { text.prose += block.ink }
            text.longest = max(text.longest, block.ink)
        }
        Self.joinRows(of: blocks, tree, &text)
        return text
    }

    /// Makes one piece of the cells of a row, two spaces between them.
    private static func joinRows(of blocks: [PageBlock], _ tree: PageTree, _ text: inout PageText) {
        guard text.pieces.contains(where: { $0.kind == .table }) else { return }
        var joined: [PageText.Piece] = []
        var lastRow: Int32 = -1
        for (block, piece) in zip(blocks, text.pieces) {
            let row = piece.kind == .table ? tree.nodes[block.node].parent : -1
            if row >= 0, row == lastRow, !joined.isEmpty {
                joined[joined.count - 1].text += [0x20, 0x20] + piece.text
            } else {
                joined.append(piece)
            }
            lastRow = row
        }
        text.pieces = joined
    }

    private static func piece(
        _ block: PageBlock,
        _ skeleton: Skeleton,
        _ finder: BodyFinder,
        _ kind: Article.Block.Kind
    ) -> PageText.Piece {
        var traits = block.traits
        var level: Int?
        var node = block.node
        // What is said of a line is said by elements that hold little else.
        for _ in 0..<6 where finder.blocks(in: node).count <= 3 {
            traits.formUnion(finder.tree.nodes[node].traits)
            level = level ?? finder.tree.nodes[node].element.level
            let parent = Int(finder.tree.nodes[node].parent)
            if parent == node { break }
            node = parent
        }
        let bytes = skeleton.text.bytes[block.start..<block.end]
        let text = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            for byte in bytes where byte > Skeleton.linkEnd {
                buffer[count] = byte
                count += 1
            }
        }
        return PageText.Piece(
            text: text,
            kind: kind,
            level: level,
            traits: traits,
            isLink: block.linkInk * 10 >= block.ink * 9
        )
    }

    private static func kind(_ verdict: BodyVerdict, _ block: PageBlock, _ tree: PageTree) -> Article.Block.Kind {
        switch verdict {
        case .body: bodyKind(block, tree)
        case .caption: .caption
        case .byline: .byline
        case .date: .dateline
        case .title, .beside: .boilerplate
        }
    }

    /// The kind of a part of the body, by the elements around it.
    private static func bodyKind(_ block: PageBlock, _ tree: PageTree) -> Article.Block.Kind {
        var node = block.node
        var isListed = false
        var isQuoted = false
        // Old pages lay text out in tables; a cell of prose is a paragraph.
        let isCell = !block.isProse && [.td, .th].contains(tree.nodes[node].element)
        for _ in 0..<8 {
            switch tree.nodes[node].element {
            case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
            case .li, .dt, .dd: isListed = true
            case .blockquote: isQuoted = true
            default: break
            }
            let parent = Int(tree.nodes[node].parent)
            if parent == node { break }
            node = parent
        }
        return isListed ? .listItem : isQuoted ? .quote : isCell ? .table : .paragraph
    }
}
