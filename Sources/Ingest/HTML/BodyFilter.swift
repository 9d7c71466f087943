/// Tells the body from what stands between its paragraphs, by structure.
///
/// All shares and lengths were chosen on development pages, half of them at a time.
struct BodyFilter {
    let skeleton: Skeleton
    let tree: PageTree
    let blocks: [PageBlock]
    let finder: BodyFinder
    let beside: [Bool]
    let container: Int
    /// The container's blocks.
    let range: Range<Int>
    /// For each block of ``range``.
    var verdicts: [BodyVerdict] = []
    /// Blocks that are nothing but a link.
    var isLink: [Bool] = []
    /// Less than two fifths of the container's prose: a part of it, not the article itself.
    private let partProse: Int

    init(_ skeleton: Skeleton, _ finder: BodyFinder, _ beside: [Bool], container: Int) {
        self.skeleton = skeleton
        self.finder = finder
        self.beside = beside
        self.container = container
        tree = finder.tree
        blocks = finder.blocks
        range = finder.blocks(in: container)
        partProse = max(1, finder.prose(in: container)) * 2 / 5
    }

    /// The verdicts on the container's blocks.
    static func verdicts(
        _ skeleton: Skeleton,
        _ finder: BodyFinder,
        _ beside: [Bool],
        container: Int
    ) -> [BodyVerdict] {
        var filter = BodyFilter(skeleton, finder, beside, container: container)
        filter.isLink = [Bool](repeating: false, count: filter.range.count)
        filter.verdicts = filter.range.map { filter.verdict($0) }
        for index in filter.range {
            let block = filter.blocks[index]
            filter.isLink[index - filter.range.lowerBound] = block.linkInk * 10 >= block.ink * 9
        }
        filter.leaveBeforeTitle()
        filter.leaveRivers()
        filter.leaveRepeatedCaptions()
        filter.leaveStrays()
        filter.trimEnds()
        return filter.verdicts
    }

    func element(_ index: Int) -> Element { tree.nodes[blocks[index].node].element }

    func isBody(_ index: Int) -> Bool { verdicts[index - range.lowerBound] == .body }

    mutating func set(_ index: Int, _ verdict: BodyVerdict) { verdicts[index - range.lowerBound] = verdict }

    /// What the elements around a block and its links say.
    private func verdict(_ index: Int) -> BodyVerdict {
        let block = blocks[index]
        if beside[block.node] { return .beside }
        let place = place(of: block)
        if place.isCaption { return .caption }
        let traits = place.traits.intersection(.notBodyText)
        if !traits.isEmpty { return Self.verdict(traits) }
        if place.isMediaText { return .caption }
        if place.isInWidget, !(block.isProse && block.words > 30) || place.isPullQuote { return .beside }
        if place.isTitle { return .title }
        if !place.isListed {
            // A paragraph that is one link to another article, or that ends in one: "Read more: …".
            let isAllLink = block.linkInk * 10 >= block.ink * 9
            if isAllLink, !(block.isProse && block.sentenceEnd != .other) { return .beside }
            if block.linkInk * 2 >= block.ink, block.sentenceEnd != .fullStop { return .beside }
        }
        if place.isInForm, !block.isProse { return .beside }
        return .body
    }

    private static func verdict(_ traits: Trait) -> BodyVerdict {
        if traits.contains(.caption) { return .caption }
        if traits.contains(.byline), traits.isDisjoint(with: .biography) { return .byline }
        return traits == .date ? .date : .beside
    }

    private struct Place {
        var traits: Trait
        var isCaption = false
        var isTitle = false
        var isListed = false
        var isInForm = false
        var isInWidget = false
        var isPullQuote = false
        var isMediaText = false
    }

    /// Reads the way from a block up to the container.
    private func place(of block: PageBlock) -> Place {
        var place = Place(traits: block.traits)
        var isFigure = false
        var holdsText = false
        var node = block.node
        while node != container {
            let (element, traits) = (tree.nodes[node].element, tree.nodes[node].traits)
            let isPart = finder.prose(in: node) < partProse
            if isPart || node == block.node && !block.isProse { place.traits.formUnion(traits) }
            if isPart, !traits.isDisjoint(with: [.media, .widget, .pullQuote, .list]) {
                if traits.contains(.media), finder.blocks(in: node).count <= 2, block.words <= 60 {
                    place.isMediaText = true
                }
                if finder.paragraphs(in: node) < 2 {
                    if !traits.isDisjoint(with: [.media, .widget]) { place.isInWidget = true }
                    if traits.contains(.pullQuote) { (place.isInWidget, place.isPullQuote) = (true, true) }
                }
            }
            switch element {
            case .figcaption, .caption: place.isCaption = true
            case .figure: isFigure = true
            case .blockquote, .table: holdsText = true
            case .h1: place.isTitle = true
            case .li: place.isListed = true
            case .form: place.isInForm = true
            default: break
            }
            let parent = Int(tree.nodes[node].parent)
            if parent == node { break }
            node = parent
        }
        if isFigure, !holdsText { place.isCaption = true }
        return place
    }
}
