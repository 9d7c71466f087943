/// Makes the pieces of a page from its tokens, in one pass.
struct PageBuilder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var stack = ElementStack()
    private var head = PageHead()
    private var pieces: [BuiltPiece] = []
    /// The text of the piece that is open, with runs of white space as one space and `br` as a line feed.
    private var text: [UInt8] = []
    /// The cells of the table row that is open.
    private var row: [UInt8] = []
    private var rowIsAside = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func take(_ token: HTMLToken) {
        switch token {
        case .text(let range) where stack.isOpen(.title): head.addTitle(slice(range))
        case .text(let range) where stack.skipped == 0: append(slice(range), resolving: true)
        case .verbatim(let range) where stack.skipped == 0: append(slice(range), resolving: false)
        case .text, .verbatim: break
        case .start(let tag): start(tag)
        case .end(let element): end(element)
        }
    }

    mutating func finish() -> Page {
        flush()
        flushRow()
        var page = Page()
        let isAsideOnly = BuiltPiece.areMostlyAside(pieces)
        page.pieces = pieces.map { Page.Piece($0.text, $0.hint(isAsideOnly: isAsideOnly)) }
        let hasHeading = pieces.contains { $0.shape == .heading(1) && (isAsideOnly || !$0.isAside) }
        page.metadata = head.metadata(hasHeading: hasHeading)
        page.description = head.description
        return page
    }

    private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range])
    }

    private mutating func append(_ new: UnsafeBufferPointer<UInt8>, resolving: Bool) {
        var resolved: [UInt8] = []
        if resolving, new.contains(UInt8(ascii: "&")) {
            HTMLReferences.append(new, to: &resolved)
            resolved.withUnsafeBufferPointer { collapse($0) }
        } else {
            collapse(new)
        }
    }

    private mutating func collapse(_ new: UnsafeBufferPointer<UInt8>) {
        let keepsLines = stack.isOpen(.pre)
        for byte in new {
            if !ByteClass.isSpace(byte) {
                text.append(byte)
            } else if keepsLines, byte == 0x0A {
                text.append(byte)
            } else if let last = text.last, last != 0x20, last != 0x0A {
                text.append(0x20)
            }
        }
    }

    private mutating func start(_ tag: HTMLTag) {
        let element = tag.element
        if stack.skipped > 0 {
            if element.isSkipped, !tag.isSelfClosing { stack.push(element, isAside: false) }
            return
        }
        switch element {
        case .meta:
            head.addMeta(tag, bytes)
            return
        case .html, .head, .body:
            if let lang = tag.attributes[.lang], element == .html {
                head.language = HTMLReferences.resolve(slice(lang))
            }
        case .time:
            if let time = tag.attributes[.datetime] {
                head.addTime(HTMLReferences.resolve(slice(time)), isAside: stack.aside > 0)
            }
            return
        case .br:
            lineBreak()
            return
        default: break
        }
        flush()
        if element == .tr || element == .table { flushRow() }
        if element.isVoid { return }
        stack.closeImplied(by: element)
        if tag.isSelfClosing, element.isSkipped { return }
        stack.push(element, isAside: isAside(tag))
    }

    private mutating func end(_ element: HTMLElement) {
        if stack.skipped > 0 {
            if element.isSkipped { stack.close(element) }
            return
        }
        if element == .br { return lineBreak() }
        guard !element.isInline, !element.isVoid else { return }
        flush()
        if element == .tr || element == .table { flushRow() }
        stack.close(element)
    }

    /// One line break stays inside its piece, two end it.
    private mutating func lineBreak() {
        guard stack.skipped == 0 else { return }
        if text.last == 0x20 { text.removeLast() }
        if text.last == 0x0A { flush() } else if !text.isEmpty { text.append(0x0A) }
    }

    private func isAside(_ tag: HTMLTag) -> Bool {
        if tag.element.isAside || tag.attributes[.hidden] != nil { return true }
        // Outside of the article the header is the site's.
        let isInArticle = stack.isOpen(.article) || stack.isOpen(.main)
        if tag.element == .header { return !isInArticle }
        guard let role = tag.attributes[.role] else { return false }
        return ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"]
            .contains(String(decoding: slice(role).map(ByteClass.lower), as: UTF8.self))
    }

    private mutating func flush() {
        if text.last == 0x20 || text.last == 0x0A { text.removeLast() }
        guard !text.isEmpty else { return }
        let shape = shape()
        if shape == .table {
            if !row.isEmpty { row.append(contentsOf: [0x20, 0x20]) }
            row.append(contentsOf: text)
            rowIsAside = stack.aside > 0
        } else {
            pieces.append(BuiltPiece(text: text, shape: shape, isAside: stack.aside > 0))
        }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func flushRow() {
        guard !row.isEmpty else { return }
        pieces.append(BuiltPiece(text: row, shape: .table, isAside: rowIsAside))
        row.removeAll(keepingCapacity: true)
    }

    /// Where the text is, from the elements around it.
    private func shape() -> PieceHint {
        if stack.isOpen(.figcaption) || stack.isOpen(.caption) { return .caption }
        if let level = stack.openHeading?.level { return .heading(level) }
        if stack.isOpen(.li) || stack.isOpen(.dd) || stack.isOpen(.dt) { return .listItem }
        if stack.isOpen(.blockquote) { return .quote }
        if stack.isOpen(.td) || stack.isOpen(.th), !stack.isOpen(.p) {
            // Old pages lay text out in tables; a cell of prose is a paragraph.
            let isProse = text.count > 200 && text.withUnsafeBufferPointer { SentenceEnd(of: $0).isSentence }
            return isProse ? .paragraph : .table
        }
        return .paragraph
    }
}
