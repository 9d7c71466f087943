/// A run of text that the page shows as a block of its own, with what can be counted in it.
struct PageBlock {
    /// Bytes of the skeleton's text, links marked, perhaps with white space at the ends.
    var start: Int
    var end: Int
    /// The nearest node around it that shapes the tree.
    var node: Int
    /// What elements around all of its text say that only mark words.
    var traits: Trait = []
    /// Bytes that are not white space or marks, and how many of them are in links.
    var ink = 0
    var linkInk = 0
    var words = 0
    var commas = 0
    var sentenceEnd = SentenceEnd.other
    var hasLineBreak = false

    var linkShare: Double { ink == 0 ? 0 : Double(linkInk) / Double(ink) }

    /// Running text: a sentence of some length, or so many words that it can't be a heading, and not all of it a link.
    var isProse: Bool { linkInk * 10 < ink * 7 && (words >= 8 && sentenceEnd.isSentence || words >= 25) }
}

/// Cuts the text of a tree into blocks.
struct PageBlocks {
    private let skeleton: Skeleton
    private let tree: PageTree
    private var blocks: [PageBlock] = []

    static func blocks(of tree: PageTree, _ skeleton: Skeleton) -> [PageBlock] {
        var builder = PageBlocks(skeleton: skeleton, tree: tree)
        builder.build()
        return builder.blocks
    }

    private init(skeleton: Skeleton, tree: PageTree) {
        self.skeleton = skeleton
        self.tree = tree
        blocks.reserveCapacity(skeleton.runs.count + 16)
    }

    private mutating func build() {
        // The open block: consecutive runs in the same node, with nothing between them but elements that mark words.
        var open: (first: Int, last: Int, node: Int, traits: Trait)?
        var boundary = true
        let nodes = tree.nodes
        // Where the subtrees end that are left next; a block ends with each element that is not inline.
        var blockEnd = nodes.count
        for index in nodes.indices {
            let node = nodes[index]
            if index >= blockEnd { boundary = true }
            guard node.isText else {
                if node.element != .inline || node.parent == index { boundary = true }
                continue
            }
            var parent = Int(node.parent)
            var traits: Trait = []
            while nodes[parent].element == .inline, Int(nodes[parent].parent) != parent {
                traits.formUnion(nodes[parent].traits)
                parent = Int(nodes[parent].parent)
            }
            let run = Int(node.run)
            if !boundary, let block = open, block.node == parent, block.last + 1 == run {
                open = (block.first, run, parent, block.traits.intersection(traits))
            } else {
                if let block = open { add(block.first, block.last, block.node, block.traits) }
                open = (run, run, parent, traits)
            }
            boundary = false
            // The next sibling subtree after a block child begins a new block too.
            blockEnd = Int(nodes[parent].end)
        }
        if let block = open { add(block.first, block.last, block.node, block.traits) }
    }

    /// Adds the runs as one block, or as several where line breaks end paragraphs.
    private mutating func add(_ first: Int, _ last: Int, _ node: Int, _ traits: Trait) {
        let text = skeleton.text.bytes
        let end = Int(skeleton.runs[last].end)
        var start = Int(skeleton.runs[first].start)
        let isPreformatted = tree.nodes[node].element == .pre
        var index = start
        while index < end {
            guard text[index] == 0x0A else {
                index += 1
                continue
            }
            var next = index + 1
            var breaks = 1
            while next < end, text[next] == 0x20 || text[next] == 0x0A {
                if text[next] == 0x0A { breaks += 1 }
                next += 1
            }
            if breaks > 1 || !isPreformatted && endsParagraph(start, index, next, end) {
                append(start, index, node, traits)
                start = next
            }
            index = next
        }
        append(start, end, node, traits)
    }

    /// The fewest bytes on both sides of a single line break that ends a paragraph: shorter lines are verse, addresses
    /// or headings over a text.
    private static let shortestLine = 30

    /// Whether a single line break ends a paragraph: after a sentence, before what begins as one.
    private func endsParagraph(_ start: Int, _ lineBreak: Int, _ next: Int, _ end: Int) -> Bool {
        let text = skeleton.text.bytes
        var lineEnd = lineBreak
        while lineEnd > start, text[lineEnd - 1] <= 0x20 { lineEnd -= 1 }
        var first = next
        while first < end, text[first] <= 0x20 { first += 1 }
        guard lineEnd - start >= Self.shortestLine, end - first >= Self.shortestLine else { return false }
        guard SentenceEnd(of: UnsafeBufferPointer(rebasing: text[start..<lineEnd])).isSentence else { return false }
        let byte = text[first]
        return ByteClass.isUpper(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'") || byte >= 0xC3
    }

    private mutating func append(_ start: Int, _ end: Int, _ node: Int, _ traits: Trait) {
        var block = PageBlock(start: start, end: end, node: node, traits: traits)
        let text = skeleton.text.bytes
        var isInLink = false
        var isInWord = false
        var lastInk = start
        var firstInk = end
        var ideographs = 0
        for index in start..<end {
            let byte = text[index]
            if byte > 0x20 {
                // U+3000 to U+9FFF, in writings that have no spaces.
                if byte >= 0xE3, byte <= 0xE9 { ideographs += 1 }
                if !isInWord {
                    isInWord = true
                    block.words += 1
                }
                block.ink += 1
                if isInLink { block.linkInk += 1 }
                if byte == UInt8(ascii: ",") { block.commas += 1 }
                lastInk = index
                if firstInk == end { firstInk = index }
            } else if byte == Skeleton.linkStart {
                isInLink = true
            } else if byte == Skeleton.linkEnd {
                isInLink = false
            } else {
                isInWord = false
                if byte == 0x0A, firstInk < end { block.hasLineBreak = true }
            }
        }
        guard block.ink > 0 else { return }
        block.words += ideographs / 2
        let shown = UnsafeBufferPointer(rebasing: text[firstInk...lastInk])
        block.sentenceEnd = SentenceEnd(of: shown)
        blocks.append(block)
    }
}
