/// Reads the items of a feed, one at a time: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, with the modules that carry articles
/// (`content:encoded`, `dc:creator`, `dc:date`).
struct FeedReader {
    /// The feed's own title: the publication.
    private(set) var title: String?
    private(set) var language: String?

    private var scanner: XMLScanner
    private var item: FeedItem?
    /// The element whose content is being gathered, and how deep in elements of any name it is.
    private var open: (name: String, tag: XMLScanner.Tag, depth: Int)?
    private var gathered: [UInt8] = []
    /// Whether what is gathered is markup of the feed's own, as in Atom's XHTML, whose references stay.
    private var isMarkup = false
    private var isInAuthor = false
    /// Elements of the feed that have titles of their own, such as its picture.
    private var isInOther = false

    private let limit: Int

    private static let gatheredNames: Set<String> = [
        "title", "link", "description", "summary", "content", "content:encoded", "language", "dc:language", "author",
        "dc:creator", "name", "pubDate", "published", "updated", "dc:date",
    ]

    /// - Parameter limit: The bytes of one element's content; what is beyond is not gathered.
    init(_ bytes: [UInt8], limit: Int) {
        scanner = XMLScanner(bytes)
        self.limit = limit
    }

    /// The next item; `nil` at the end.
    mutating func next() -> FeedItem? {
        while let token = scanner.next() {
            switch token {
            case .start(let tag): start(tag)
            case .text(let range, let isRaw): gather(range, isResolved: !isRaw && !isMarkup)
            case .end(let name, let range):
                if let item = end(Self.local(name), range) { return item }
            }
        }
        return nil
    }

    private mutating func start(_ tag: XMLScanner.Tag) {
        let name = Self.local(tag.name)
        if open != nil {
            gather(tag.range, isResolved: false)
            if !tag.isEmpty { open?.depth += 1 }
            return
        }
        switch name {
        case "item", "entry":
            item = FeedItem()
            item?.language = tag["xml:lang"]
            return
        case "rss", "feed", "channel", "rdf:RDF": if language == nil { language = tag["xml:lang"] }
        case "image", "textInput", "source": isInOther = !tag.isEmpty
        case "link" where tag["href"] != nil: takeLink(tag)
        case "author" where item != nil: isInAuthor = !tag.isEmpty
        default: break
        }
        guard !isInOther, !tag.isEmpty, Self.gatheredNames.contains(name) else { return }
        // Atom's author has elements in it, of which the name counts; that of RSS is a text.
        if name == "name", !isInAuthor { return }
        if name == "author" { return }
        open = (name, tag, 0)
        isMarkup = tag["type"] == "xhtml" || tag["type"] == "application/xhtml+xml"
    }

    /// - Returns: The item, where the element that ends is one.
    private mutating func end(_ name: String, _ range: Range<Int>) -> FeedItem? {
        if let open {
            if open.depth > 0 {
                self.open?.depth -= 1
                gather(range, isResolved: false)
                // An item's end closes what was left open in it.
                guard name == "item" || name == "entry" else { return nil }
            }
            take(open.name, open.tag, String(decoding: gathered, as: UTF8.self))
            gathered.removeAll(keepingCapacity: true)
            self.open = nil
            isMarkup = false
            guard name != open.name else { return nil }
        }
        switch name {
        case "item", "entry":
            defer { item = nil }
            isInOther = false
            return item
        case "image", "textInput", "source": isInOther = false
        case "author": isInAuthor = false
        default: break
        }
        return nil
    }

    private mutating func gather(_ range: Range<Int>, isResolved: Bool) {
        if open == nil, isInAuthor, item?.authors.isEmpty ?? false {
            // RSS: `desk@paper.example (Ida Krol)`, or a name.
            if let text = FeedText.line(XMLReferences.resolve(scanner.bytes[range])) {
                item?.authors = [Self.author(text)]
            }
        }
        guard open != nil, gathered.count + range.count <= limit else { return }
        if isResolved {
            XMLReferences.append(scanner.bytes[range], to: &gathered)
        } else {
            gathered += scanner.bytes[range]
        }
    }

    private mutating func takeLink(_ tag: XMLScanner.Tag) {
        if tag["rel"] == nil || tag["rel"] == "alternate", item?.link == nil { item?.link = tag["href"] }
    }

    private mutating func take(_ name: String, _ tag: XMLScanner.Tag, _ text: String) {
        guard var item else {
            if name == "title", title == nil { title = FeedText.line(text) }
            if name == "language" || name == "dc:language" { language = FeedText.line(text) ?? language }
            return
        }
        switch name {
        case "title": item.title = item.title ?? FeedText.line(text)
        case "link": item.link = item.link ?? FeedText.line(text)
        case "content:encoded": item.content = .html(text)
        case "content": if item.content == nil { item.content = Self.content(tag, text) }
        case "description": item.summary = .html(text)
        case "summary": item.summary = Self.content(tag, text)
        case "name", "dc:creator": if let author = FeedText.line(text) { item.authors.append(author) }
        case "pubDate", "published", "dc:date": item.published = FeedDate.iso(text) ?? item.published
        case "updated": item.published = item.published ?? FeedDate.iso(text)
        case "language", "dc:language": item.language = FeedText.line(text)
        default: break
        }
        self.item = item
    }

    /// Atom's text constructs (RFC 4287, section 3.1).
    private static func content(_ tag: XMLScanner.Tag, _ text: String) -> FeedItem.Content {
        switch tag["type"] {
        case "html", "text/html", "xhtml", "application/xhtml+xml": .html(text)
        default: .text(text)
        }
    }

    private static func author(_ text: String) -> String {
        guard text.contains("@"), let start = text.firstIndex(of: "("), text.hasSuffix(")") else { return text }
        return String(text[text.index(after: start)...].dropLast())
    }

    private static func local(_ name: String) -> String { name.hasPrefix("atom:") ? String(name.dropFirst(5)) : name }
}
