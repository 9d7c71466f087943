/// What form the bytes of a file are in.
enum ContentKind: Hashable {
    case plainText, markdown, html, json, jsonLines, feed
    /// A web archive (WARC).
    case archive
    case gzip, pdf, epub

    /// What the name of a file says of its form.
    enum Promise: Hashable {
        case kind(ContentKind)
        /// No extension, such as `README`.
        case silent
        /// An extension that is not known.
        case foreign
    }

    /// - Parameter path: Where it ends with `.gz`, what is before that counts.
    static func promise(of path: String) -> Promise {
        var name = path.split(separator: "/").last ?? ""
        if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .silent }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt", "text": return .kind(.plainText)
        case "md", "markdown", "mdown", "mkd": return .kind(.markdown)
        case "html", "htm", "xhtml": return .kind(.html)
        case "json": return .kind(.json)
        case "jsonl", "ndjson": return .kind(.jsonLines)
        case "rss", "atom", "xml": return .kind(.feed)
        case "warc": return .kind(.archive)
        case "pdf": return .kind(.pdf)
        case "epub": return .kind(.epub)
        default: return .foreign
        }
    }

    /// What the first bytes say beyond doubt, whatever the name of the file.
    init?(signature start: some Collection<UInt8>) {
        if GzipStream.isGzip(start) {
            self = .gzip
        } else if start.starts(with: "WARC/".utf8) {
            self = .archive
        } else if start.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]),
            start.dropFirst(30).starts(with: "mimetypeapplication/epub+zip".utf8)
        {
            self = .epub
        } else {
            return nil
        }
    }

    /// How many bytes ``init(sniffing:)`` wants to see.
    static let sniffed = 4096

    /// Whether these first bytes decide the kind: a whole line with something on it, and what the line is no part of.
    static func isEnough(_ start: [UInt8]) -> Bool {
        guard let first = start.firstIndex(where: { !isSpace($0) }) else { return false }
        // The element that tells a feed from a page may come many lines later.
        if start[first] == UInt8(ascii: "<") { return false }
        return start[first...].contains(0x0A)
    }

    /// Guesses from the first bytes: `{` starts JSON, `[` too where an object follows, `<` starts HTML or a feed, all else is
    /// text.
    ///
    /// One object a line and one object over many lines both start with `{`; a first line that ends with `}` tells.
    init(sniffing start: [UInt8]) {
        if let known = Self(signature: start) {
            self = known
            return
        }
        let body = start.starts(with: TextDecoding.byteOrderMark) ? start.dropFirst(3) : start[...]
        let content = body.drop(while: Self.isSpace)
        switch content.first {
        case UInt8(ascii: "<"): self = Self.isFeed(content) ? .feed : .html
        case UInt8(ascii: "["):
            self = content.dropFirst().drop(while: Self.isSpace).first == UInt8(ascii: "{") ? .json : .plainText
        case UInt8(ascii: "{"):
            guard let feed = content.firstIndex(of: 0x0A) else {
                self = .jsonLines
                return
            }
            let last = content[..<feed].last { !Self.isSpace($0) }
            self = last == UInt8(ascii: "}") ? .jsonLines : .json
        default: self = .plainText
        }
    }

    /// Whether the first element is that of RSS (0.9 to 2.0) or Atom.
    static func isFeed(_ content: some Collection<UInt8>) -> Bool {
        var rest = content.prefix(sniffed)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: open)...]
            guard let first = rest.first else { return false }
            if rest.starts(with: "!--".utf8) {
                guard let end = endOfComment(rest.dropFirst(3)) else { return false }
                rest = rest[end...]
                continue
            }
            if first == UInt8(ascii: "?") || first == UInt8(ascii: "!") { continue }
            let name = String(decoding: rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }, as: UTF8.self)
            return ["rss", "feed", "rdf:RDF", "atom:feed"].contains(name)
        }
        return false
    }

    /// Where `-->` begins.
    private static func endOfComment<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bytes.Index? {
        bytes.indices.first { bytes[$0] == UInt8(ascii: "-") && bytes[$0...].starts(with: "-->".utf8) }
    }

    /// Whether these first bytes have an `html` element or its document type.
    static func isPage(_ start: [UInt8]) -> Bool {
        let text = String(decoding: start.map { $0 & 0x7F }, as: UTF8.self).lowercased()
        return text.contains("<html") || text.contains("<!doctype html")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
