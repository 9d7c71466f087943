/// Bounds how deep a page nests and how many tags it has: tags beyond are left away, with their end tags, and their text
/// stays.
///
/// Tree builders look through all open elements at many tags, so that depth times tags is what a page costs. No real
/// page nests a tenth as deep.
struct NestingCap {
    static let maximum = 400

    /// Two hundred times what pages have; each tag costs a tree builder some hundred bytes.
    static let mostTags = 200_000

    private(set) var level = 0
    private var tags = 0
    private var dropped = 0

    /// - Returns: Whether the tag may stand.
    mutating func open(_ element: Element) -> Bool {
        tags += 1
        if tags > Self.mostTags { return false }
        if level >= Self.maximum {
            if !element.closesOwnKind { dropped += 1 }
            return false
        }
        if !element.closesOwnKind { level += 1 }
        return true
    }

    /// Whether an element that only marks words may stand.
    mutating func openInline() -> Bool {
        tags += 2
        return tags <= Self.mostTags
    }

    mutating func close(_ element: Element) -> Bool {
        tags += 1
        if tags > Self.mostTags { return false }
        if element.closesOwnKind { return dropped == 0 }
        if dropped > 0 {
            dropped -= 1
            return false
        }
        if level > 0 { level -= 1 }
        return true
    }
}
