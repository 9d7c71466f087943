/// The tree of a page, flat: nodes in document order, each with where its subtree ends.
struct PageTree {
    struct Node {
        var element: Element
        var traits: Trait
        /// The index of the parent; that of the root is its own.
        var parent: Int32
        /// The index behind the last node of the subtree.
        var end: Int32
        /// The run of a text node, else -1.
        var run: Int32

        var isText: Bool { run >= 0 }
    }

    /// The first is the root.
    var nodes: [Node] = []
    /// Which node each tag of the skeleton became, or -1.
    var nodeOfTag: [Int32] = []
}

/// Makes the tree of a skeleton's markup, as a browser would.
///
/// The seam at which another HTML5 parser, such as lexbor's, takes the place of libgumbo.
protocol TreeBuilder: Sendable {
    func tree(of skeleton: Skeleton) -> PageTree
}
