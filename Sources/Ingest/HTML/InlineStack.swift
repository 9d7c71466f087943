/// The open elements that only mark words, so that the end tags of those that the skeleton has are in it too.
struct InlineStack {
    private struct Open {
        var key: UInt32
        var isKept: Bool
    }

    /// The key of links; all others are odd.
    static let link: UInt32 = 0
    /// Those further down are taken for open no more.
    private static let deepest = 64
    /// How far down an end tag is looked for.
    private static let reach = 16

    private var open: [Open] = []

    mutating func push(_ key: UInt32, isKept: Bool, _ skeleton: Skeleton, _ text: inout RunWriter, _ traits: Trait) {
        if open.count >= Self.deepest { return }
        open.append(Open(key: key, isKept: isKept))
        guard isKept else { return }
        text.close(skeleton, isInline: true)
        skeleton.tags.append(
            Skeleton.Tag(offset: Int32(truncatingIfNeeded: skeleton.markup.count), element: .inline, traits: traits)
        )
        skeleton.markup.append("<span>".utf8)
    }

    mutating func close(_ key: UInt32, _ skeleton: Skeleton, _ text: inout RunWriter) {
        var index = open.count - 1
        let last = max(0, open.count - Self.reach)
        while index >= last {
            if open[index].key == key {
                let isKept = open[index].isKept
                open.removeSubrange(index...)
                if isKept {
                    text.close(skeleton, isInline: true)
                    skeleton.markup.append("</span>".utf8)
                }
                return
            }
            index -= 1
        }
    }
}
