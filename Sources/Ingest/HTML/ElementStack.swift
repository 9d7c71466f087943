/// The open elements of a page, as far as they make a difference.
///
/// A stack with a count for each element, so that an end tag without a start tag costs nothing, and each element is
/// pushed and popped once: the work is linear in the number of tags.
struct ElementStack {
    /// Deeper elements are not kept: real pages stay under a hundred, and what is beyond is nested to do harm.
    static let maximumDepth = 512

    private(set) var elements: [HTMLElement] = []
    /// The open elements that have been taken for asides by an attribute.
    private var asides: [Bool] = []
    private var counts = [HTMLElement: Int](minimumCapacity: 64)
    /// The number of open elements whose text is not part of the page.
    private(set) var skipped = 0
    /// The number of open elements that are beside the article.
    private(set) var aside = 0

    /// The open heading; headings are not nested.
    private(set) var openHeading: HTMLElement?

    func isOpen(_ element: HTMLElement) -> Bool { counts[element, default: 0] > 0 }

    mutating func push(_ element: HTMLElement, isAside: Bool) {
        guard elements.count < Self.maximumDepth else { return }
        elements.append(element)
        asides.append(isAside)
        counts[element, default: 0] += 1
        if element.isSkipped { skipped += 1 }
        if isAside { aside += 1 }
        if element.level != nil { openHeading = element }
    }

    /// Closes what the start tag of `element` closes: an open paragraph or heading, and an item or cell of its own kind
    /// that is not outside of the innermost list or table.
    mutating func closeImplied(by element: HTMLElement) {
        if isOpen(.p), !element.isSkipped { close(.p) }
        if let heading = openHeading, element.level != nil { close(heading) }
        guard element.closesOwnKind, isOpen(element) else { return }
        // An item is near the top; a search of the whole stack for each tag would cost too much.
        for open in elements.suffix(8).reversed() {
            if open == element { return close(element) }
            if [.ul, .ol, .dl, .table].contains(open) { return }
        }
    }

    /// Closes `element` and all that is open inside it; nothing where it is not open.
    mutating func close(_ element: HTMLElement) {
        guard isOpen(element) else { return }
        while let last = elements.popLast() {
            let wasAside = asides.removeLast()
            counts[last, default: 1] -= 1
            if last.isSkipped { skipped -= 1 }
            if wasAside { aside -= 1 }
            if last == openHeading { openHeading = nil }
            if last == element { return }
        }
    }
}

extension Dictionary {
    fileprivate init(minimumCapacity: Int) {
        self.init()
        reserveCapacity(minimumCapacity)
    }
}
