/// Makes pieces of the lines of a Markdown text, one line after the other.
struct MarkdownBuilder {
    private let normalizer: Normalizer
    private let inlines: MarkdownInlines
    private var draft = Draft()
    /// The text of the piece that is being gathered, with its marks.
    private var text: [UInt8] = []
    private var hint = PieceHint.paragraph
    /// The mark that ends the code that is being gathered.
    private var fence: (mark: UInt8, count: Int)?
    private var isInComment = false
    private var isInQuote = false
    private var isInList = false

    init(_ normalizer: Normalizer, references: LinkReferences) {
        self.normalizer = normalizer
        inlines = MarkdownInlines(references)
    }

    mutating func finish() -> Draft {
        close()
        return draft
    }

    mutating func take(_ line: MarkdownLine) {
        if isInComment {
            isInComment = !Self.contains(line.text, "-->")
        } else if let fence {
            if line.text.count >= fence.count, line.text.allSatisfy({ $0 == fence.mark }) {
                close()
                self.fence = nil
            } else {
                add(line.text, separator: 0x0A)
            }
        } else if line.isBlank {
            close()
            isInQuote = false
        } else {
            takeBlock(line)
        }
    }

    private mutating func takeBlock(_ line: MarkdownLine) {
        var line = line
        let isQuote = line.text[0] == UInt8(ascii: ">") && line.indentation < 4
        if isQuote {
            if !isInQuote { close() }
            while line.text.first == UInt8(ascii: ">") { line = line.dropping(1) }
            isInQuote = true
            if line.isBlank { return close() }
        } else if isInQuote, text.isEmpty {
            isInQuote = false
        }
        if let fence = Self.fence(line.text), line.indentation < 4 {
            start(.aside)
            self.fence = fence
        } else if let (level, content) = Self.heading(line.text), line.indentation < 4 {
            start(.heading(level))
            text = Array(content)
            close()
        } else if let level = Self.underline(line.text), !text.isEmpty, hint == .paragraph, !isInList {
            hint = .heading(level)
            close()
        } else if Self.isRule(line.text) {
            close()
            isInList = false
        } else if let length = Self.marker(line.text), line.indentation < 4 || isInList {
            start(isInQuote ? .quote : .listItem)
            isInList = true
            add(line.dropping(length))
        } else if line.indentation >= 4, text.isEmpty, !isInList, !isInQuote {
            takeCode(line)
        } else if !takeOther(line) {
            continueText(line)
        }
    }

    /// Takes lines that show nothing of themselves, and footnotes and tables. - Returns: Whether it was one.
    private mutating func takeOther(_ line: MarkdownLine) -> Bool {
        if text.isEmpty, LinkReferences.label(line.text) != nil { return true }
        if line.text.starts(with: "<!--".utf8) {
            close()
            isInComment = !Self.contains(line.text, "-->")
            return true
        }
        if line.text.first == UInt8(ascii: "|") || hint == .table && !text.isEmpty {
            if hint != .table || text.isEmpty { start(.table) }
            if !Self.isTableRule(line.text) { add(MarkdownTable.row(line.text)) }
            return true
        }
        if line.text.starts(with: "[^".utf8), let end = line.text.prefix(100).firstIndex(of: UInt8(ascii: "]")),
            end + 1 < line.text.count, line.text[end + 1] == UInt8(ascii: ":")
        {
            start(.aside)
            add(line.dropping(end + 2))
            return true
        }
        return false
    }

    private mutating func takeCode(_ line: MarkdownLine) {
        start(.aside)
        add(line)
        close()
    }

    private mutating func continueText(_ line: MarkdownLine) {
        if text.isEmpty {
            // A paragraph under a list item that is indented belongs to the list still.
            if line.indentation < 2 { isInList = false }
            hint = isInQuote ? .quote : .paragraph
        }
        add(line)
    }

    private mutating func start(_ hint: PieceHint) {
        close()
        self.hint = hint
    }

    private mutating func add(_ line: MarkdownLine) {
        add(line.text, separator: 0x20)
        if line.isBroken { text.append(contentsOf: "\\\n".utf8) }
    }

    private mutating func add(_ bytes: some Collection<UInt8>, separator: UInt8) {
        if !text.isEmpty, text.last != 0x0A { text.append(separator) }
        text.append(contentsOf: bytes)
    }

    private mutating func add(_ row: [UInt8]) { add(row, separator: 0x0A) }

    /// Ends the piece that is being gathered.
    private mutating func close() {
        defer {
            text.removeAll(keepingCapacity: true)
            hint = .paragraph
        }
        guard !text.isEmpty else { return }
        if fence != nil { return append(text, .aside) }
        let (plain, isPicture) = inlines.plain(text)
        append(plain, isPicture && hint == .paragraph ? .caption : hint)
    }

    private mutating func append(_ bytes: [UInt8], _ hint: PieceHint) {
        draft.append(bytes.withUnsafeBufferPointer { normalizer.normalize($0) }, hint)
    }
}
