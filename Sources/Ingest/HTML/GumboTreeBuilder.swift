internal import CGumbo

/// Builds trees with libgumbo, the HTML5 parser that Debian has.
struct GumboTreeBuilder: TreeBuilder {
    func tree(of skeleton: Skeleton) -> PageTree {
        var tree = PageTree()
        tree.nodes.reserveCapacity(skeleton.tags.count + skeleton.runs.count + 4)
        tree.nodeOfTag = [Int32](repeating: -1, count: skeleton.tags.count)
        let markup = skeleton.markup.bytes
        let arena = Arena(firstBlock: max(1 << 16, skeleton.tags.count * 512))
        withExtendedLifetime(arena) {
            var options = kGumboDefaultOptions
            options.allocator = Arena.allocate
            options.deallocator = Arena.keep
            options.userdata = Unmanaged.passUnretained(arena).toOpaque()
            options.max_errors = 0
            // The reader looks at the byte behind the end.
            markup.withMemoryRebound(to: CChar.self) { buffer in
                guard let start = buffer.baseAddress,
                    let output = gumbo_parse_with_options(&options, start, buffer.count)
                else { return }
                Walk(skeleton: skeleton, markup: start).run(output.pointee.root, &tree)
            }
        }
        return tree
    }
}

/// Copies a tree of libgumbo, without recursion.
private struct Walk {
    let skeleton: Skeleton
    let markup: UnsafePointer<CChar>

    private struct Open {
        var node: UnsafeMutablePointer<GumboNode>
        var index: Int32
        var next: UInt32
    }

    func run(_ root: UnsafeMutablePointer<GumboNode>, _ tree: inout PageTree) {
        var cursor = 0
        var open: [Open] = []
        open.reserveCapacity(64)
        push(root, parent: 0, &open, &tree, &cursor)
        while let top = open.indices.last {
            let children = open[top].node.pointee.v.element.children
            guard open[top].next < children.length else {
                tree.nodes[Int(open[top].index)].end = Int32(truncatingIfNeeded: tree.nodes.count)
                open.removeLast()
                continue
            }
            let child = children.data[Int(open[top].next)]
            open[top].next += 1
            guard let node = child?.assumingMemoryBound(to: GumboNode.self) else { continue }
            let parent = open[top].index
            switch node.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: push(node, parent: parent, &open, &tree, &cursor)
            case GUMBO_NODE_TEXT: text(node, parent, &tree)
            default: break
            }
        }
    }

    private func text(_ node: UnsafeMutablePointer<GumboNode>, _ parent: Int32, _ tree: inout PageTree) {
        guard let text = node.pointee.v.text.text else { return }
        Skeleton.runs(inPlaceholders: text) { run in
            let index = Int32(truncatingIfNeeded: tree.nodes.count)
            tree.nodes.append(
                PageTree.Node(
                    element: .inline,
                    traits: [],
                    parent: parent,
                    end: index + 1,
                    run: Int32(truncatingIfNeeded: run)
                )
            )
        }
    }

    private func push(
        _ node: UnsafeMutablePointer<GumboNode>,
        parent: Int32,
        _ open: inout [Open],
        _ tree: inout PageTree,
        _ cursor: inout Int
    ) {
        let index = Int32(truncatingIfNeeded: tree.nodes.count)
        var element = Element.inline
        var traits: Trait = []
        // Elements that the parser adds by itself have no tag.
        if let tag = node.pointee.v.element.original_tag.data {
            let offset = tag - markup
            if let found = find(offset, &cursor) {
                element = skeleton.tags[found].element
                traits = skeleton.tags[found].traits
                tree.nodeOfTag[found] = index
            }
        } else if node.pointee.v.element.tag == GUMBO_TAG_P {
            element = .p
        }
        tree.nodes.append(PageTree.Node(element: element, traits: traits, parent: parent, end: index + 1, run: -1))
        open.append(Open(node: node, index: index, next: 0))
    }

    /// The tag at an offset. Nodes come nearly in the order of their tags, so the next one is tried first.
    private func find(_ offset: Int, _ cursor: inout Int) -> Int? {
        let tags = skeleton.tags
        if cursor < tags.count, tags[cursor].offset == offset {
            cursor += 1
            return cursor - 1
        }
        var low = 0
        var high = tags.count
        while low < high {
            let middle = (low + high) / 2
            if tags[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        guard low < tags.count, tags[low].offset == offset else { return nil }
        cursor = low + 1
        return low
    }
}
