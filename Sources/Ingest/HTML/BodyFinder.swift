/// Finds where on a page the article is, from the structure and the density of its text.
struct BodyFinder {
    let tree: PageTree
    let blocks: [PageBlock]
    /// The index of the first block in or behind each node, so that a subtree's blocks are a range.
    private let firstBlock: [Int32]
    /// Bytes of prose in the blocks before each block, and how many of them are paragraphs of prose.
    private let proseBefore: [Int]
    private let paragraphsBefore: [Int32]

    init(_ tree: PageTree, _ blocks: [PageBlock]) {
        self.tree = tree
        self.blocks = blocks
        var first = [Int32](repeating: Int32(blocks.count), count: tree.nodes.count + 1)
        var node = 0
        for (index, block) in blocks.enumerated() {
            // Foster parenting may put a text out of order; its block then counts where it is met.
            while node <= block.node {
                first[node] = Int32(index)
                node += 1
            }
        }
        firstBlock = first
        var sum = 0
        var before = [0]
        before.reserveCapacity(blocks.count + 1)
        var paragraphs: [Int32] = [0]
        paragraphs.reserveCapacity(blocks.count + 1)
        for (index, block) in blocks.enumerated() {
            let element = tree.nodes[block.node].element
            let isParagraph = block.isProse && (element == .p || element == .div)
            if block.isProse { sum += block.ink }
            before.append(sum)
            paragraphs.append(paragraphs[index] + (isParagraph ? 1 : 0))
        }
        proseBefore = before
        paragraphsBefore = paragraphs
    }

    /// The blocks in the subtree of `node`.
    func blocks(in node: Int) -> Range<Int> {
        let start = Int(firstBlock[node])
        let end = Int(firstBlock[min(Int(tree.nodes[node].end), firstBlock.count - 1)])
        return start..<max(start, end)
    }

    /// Bytes of prose in the subtree of `node`.
    func prose(in node: Int) -> Int {
        let range = blocks(in: node)
        return proseBefore[range.upperBound] - proseBefore[range.lowerBound]
    }

    /// Paragraphs of prose in the subtree of `node`.
    func paragraphs(in node: Int) -> Int {
        let range = blocks(in: node)
        return Int(paragraphsBefore[range.upperBound] - paragraphsBefore[range.lowerBound])
    }

    var allProse: Int { proseBefore.last ?? 0 }

    /// Whether a node says that it is beside the article, and does not hold most of the page's text.
    func isBeside(_ node: Int) -> Bool {
        let element = tree.nodes[node].element
        let traits = tree.nodes[node].traits
        guard element.isBeside || !traits.isDisjoint(with: .beside), !traits.contains(.certainBody) else {
            return false
        }
        return prose(in: node) * 5 < allProse * 2
    }

    /// For each node, whether it or a node around it is beside the article.
    func besideNodes() -> [Bool] {
        var result = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            guard !node.isText else { continue }
            result[index] = Int(node.parent) != index && result[Int(node.parent)] || isBeside(index)
        }
        return result
    }

    /// The node that holds the article; `nil` where nothing on the page is prose.
    func container(_ beside: [Bool]) -> Int? {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        for block in blocks where block.isProse && !beside[block.node] {
            let score = (1 + Double(block.commas) + min(Double(block.ink) / 80, 4)) * (1 - block.linkShare)
            var node = block.node
            // The paragraph's own node says nothing of where the others are.
            if tree.nodes[node].element.isLeafLike { node = Int(tree.nodes[node].parent) }
            for share in [1.0, 0.5, 0.25, 0.1] {
                scores[node] += score * share
                let parent = Int(tree.nodes[node].parent)
                if parent == node { break }
                node = parent
            }
        }
        for index in scores.indices where scores[index] > 0 {
            let node = tree.nodes[index]
            if node.traits.contains(.certainBody) { scores[index] *= 1.5 }
            if node.element == .article || node.element == .main { scores[index] *= 1.2 }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else { return nil }
        return climb(from: best, beside)
    }

    /// Goes up while what comes in is mostly prose.
    private func climb(from start: Int, _ beside: [Bool]) -> Int {
        var best = start
        var node = start
        while Int(tree.nodes[node].parent) != node {
            node = Int(tree.nodes[node].parent)
            let (gain, cost) = change(from: best, to: node, beside)
            if gain > cost, gain * 10 > prose(in: best) { best = node }
        }
        return best
    }

    private func change(from inner: Int, to outer: Int, _ beside: [Bool]) -> (gain: Int, cost: Int) {
        let kept = blocks(in: inner)
        var gain = 0
        var cost = 0
        for index in blocks(in: outer) where !kept.contains(index) {
            let block = blocks[index]
            if beside[block.node] { continue }
            if block.isProse { gain += block.ink } else { cost += block.ink }
        }
        return (gain, cost)
    }
}

extension Element {
    /// Holds the words of one paragraph.
    var isLeafLike: Bool {
        switch self {
        case .p, .li, .dt, .dd, .pre, .blockquote, .td, .th: true
        default: level != nil
        }
    }
}
