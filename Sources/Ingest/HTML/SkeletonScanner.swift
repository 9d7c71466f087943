#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Makes a ``Skeleton`` of a page in one pass, after the tokenizer of the HTML Standard (13.2.5).
///
/// It reads each byte a bounded number of times, whatever the page holds. What the standard calls a parse error is read
/// as the standard reads it.
struct SkeletonScanner {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    var position = 0
    let skeleton: Skeleton

    var text = RunWriter()
    var depth = NestingCap()
    var inlines = InlineStack()
    var skip: SkippedElement?
    var traits: TraitCache
    private let names = ElementNames.shared

    init(_ page: UnsafeBufferPointer<UInt8>, traits: TraitCache = TraitCache()) {
        // An empty buffer may have no address; it is never read.
        bytes = page.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        end = page.count
        skeleton = Skeleton(capacity: page.count)
        self.traits = traits
    }

    static func scan(_ page: UnsafeBufferPointer<UInt8>) -> Skeleton {
        var scanner = SkeletonScanner(page)
        scanner.run()
        return scanner.skeleton
    }

    private mutating func run() {
        while position < end {
            let found = find(UInt8(ascii: "<"), from: position)
            if found > position, skip == nil { text.append(bytes + position, found - position, to: skeleton) }
            position = found
            if position < end { markup() }
        }
        text.close(skeleton)
    }

    /// The first `byte` from `start` on, or the end.
    @inline(__always)
    func find(_ byte: UInt8, from start: Int) -> Int {
        guard start < end, let found = memchr(bytes + start, Int32(byte), end - start) else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    /// Reads what begins with the `<` at the position.
    private mutating func markup() {
        let next = byte(position + 1)
        if ByteClass.isLetter(next) {
            startTag()
        } else if next == UInt8(ascii: "/") {
            let after = byte(position + 2)
            if ByteClass.isLetter(after) {
                endTag()
            } else if position + 2 >= end {
                literal(2)
            } else {
                position = min(find(UInt8(ascii: ">"), from: position + 2) + 1, end)
            }
        } else if next == UInt8(ascii: "!") {
            if byte(position + 2) == UInt8(ascii: "-"), byte(position + 3) == UInt8(ascii: "-") {
                comment()
            } else {
                let start = position
                position = min(find(UInt8(ascii: ">"), from: position + 2) + 1, end)
                keepDocumentType(start..<position)
            }
        } else if next == UInt8(ascii: "?") {
            position = min(find(UInt8(ascii: ">"), from: position + 1) + 1, end)
        } else {
            literal(1)
        }
    }

    /// Keeps a document type that comes first: without one, tables do not end paragraphs.
    private func keepDocumentType(_ range: Range<Int>) {
        guard skeleton.markup.count == 0, skeleton.text.count == 0, (10...300).contains(range.count),
            isName(range.lowerBound + 2..<range.lowerBound + 9, "doctype")
        else { return }
        skeleton.markup.append(bytes + range.lowerBound, range.count)
    }

    /// A `<` that begins nothing is text.
    private mutating func literal(_ length: Int) {
        let count = min(length, end - position)
        if skip == nil { text.append(bytes + position, count, to: skeleton) }
        position += count
    }

    /// Moves behind a comment: `<!-->`, `<!--->`, or up to `-->` or `--!>`; one that is never closed takes all the rest.
    private mutating func comment() {
        position += 4
        if byte(position) == UInt8(ascii: ">") {
            position += 1
            return
        }
        if byte(position) == UInt8(ascii: "-"), byte(position + 1) == UInt8(ascii: ">") {
            position += 2
            return
        }
        while position < end {
            let found = find(UInt8(ascii: ">"), from: position)
            if found == end { break }
            position = found + 1
            if bytes[found - 1] == UInt8(ascii: "-"), bytes[found - 2] == UInt8(ascii: "-") { return }
            if bytes[found - 1] == UInt8(ascii: "!"), bytes[found - 2] == UInt8(ascii: "-"),
                bytes[found - 3] == UInt8(ascii: "-")
            {
                return
            }
        }
        position = end
    }

    /// Moves to the end of a tag's name. - Returns: Its element.
    private mutating func name() -> Element {
        let start = position
        while position < end {
            let byte = bytes[position]
            if byte <= 0x20 ? ByteClass.isSpace(byte) : byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
            position += 1
        }
        return names.element(bytes + start, position - start)
    }

    private mutating func startTag() {
        let start = position
        position += 1
        let element = name()
        let name = start + 1..<position
        let treatment = element.treatment
        var attributes = TagAttributes()
        guard readAttributes(of: element, treatment, into: &attributes) else { return }
        if skip != nil, !startInSkipped(element, treatment, name) { return }
        switch treatment {
        case .block: block(element, name, attributes.traits)
        case .inline:
            if attributes.traits.contains(.lineBreak) { text.lineBreak(skeleton) }
            let isKept = isKept(attributes.traits)
            inlines.push(key(name), isKept: isKept, skeleton, &text, attributes.traits)
        case .link:
            text.endLink(skeleton)
            inlines.close(InlineStack.link, skeleton, &text)
            let isKept = isKept(attributes.traits)
            inlines.push(InlineStack.link, isKept: isKept, skeleton, &text, attributes.traits)
            if attributes.hasAddress { text.startLink(depth: depth.level) }
        case .lineBreak: text.lineBreak(skeleton)
        case .facts: fact(element, attributes)
        case .raw: raw(element, attributes)
        case .skipped:
            if !attributes.isSelfClosing || element != .svg && element != .math { skip = SkippedElement(element) }
        }
    }

    private mutating func isKept(_ traits: Trait) -> Bool { !traits.isDisjoint(with: .ofWords) && depth.openInline() }

    private func key(_ name: Range<Int>) -> UInt32 {
        var key: UInt32 = 0x811C_9DC5
        for index in name { key = (key ^ UInt32(bytes[index] | 0x20)) &* 0x0100_0193 }
        return key | 1
    }

    private mutating func block(_ element: Element, _ name: Range<Int>, _ traits: Trait) {
        text.close(skeleton)
        guard depth.open(element) else { return }
        if element == .pre { text.preformatted += 1 }
        skeleton.tags.append(
            Skeleton.Tag(offset: Int32(truncatingIfNeeded: skeleton.markup.count), element: element, traits: traits)
        )
        skeleton.markup.append(UInt8(ascii: "<"))
        skeleton.markup.append(bytes + name.lowerBound, name.count)
        skeleton.markup.append(UInt8(ascii: ">"))
    }

    private mutating func endTag() {
        position += 2
        let start = position
        let element = name()
        let name = start..<position
        var attributes = TagAttributes()
        guard readAttributes(of: .inline, .facts, into: &attributes) else { return }
        if skip != nil, !endInSkipped(element, name) { return }
        switch element.treatment {
        case .block:
            text.close(skeleton)
            guard depth.close(element) else { return }
            if element == .pre, text.preformatted > 0 { text.preformatted -= 1 }
            skeleton.markup.append(UInt8(ascii: "<"))
            skeleton.markup.append(UInt8(ascii: "/"))
            skeleton.markup.append(bytes + name.lowerBound, name.count)
            skeleton.markup.append(UInt8(ascii: ">"))
            text.leave(depth: depth.level)
        case .inline: inlines.close(key(name), skeleton, &text)
        case .link:
            text.endLink(skeleton)
            inlines.close(InlineStack.link, skeleton, &text)
        case .lineBreak: text.lineBreak(skeleton)
        case .facts, .raw, .skipped: break
        }
    }
}
