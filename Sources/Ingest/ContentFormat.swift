/// How content is read.
enum ContentFormat: Hashable {
    case plain, html, markdown

    /// The media types that ingest knows, in the words of an error.
    static let supported = "text/plain, text/markdown, text/html, application/xhtml+xml"

    /// - Returns: `nil` for a media type that ingest does not know. Parameters such as `charset` are passed over, since
    ///   content is decoded already.
    init?(contentType: String) {
        let type = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        switch type {
        case "text/plain": self = .plain
        case "text/markdown", "text/x-markdown": self = .markdown
        case "text/html", "application/xhtml+xml": self = .html
        default: return nil
        }
    }

    /// Whether a text plainly begins with an HTML document: a document type or one of the elements that only a document
    /// begins with, after white space, comments and an XML declaration.
    static func isHTML(_ content: String) -> Bool {
        // Long enough for a licence in a comment; no text is read to its end for this.
        var rest = content.utf8.prefix(4096)
        func skipSpace() { rest = rest.drop { ByteClass.isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF } }
        func drop(through end: String) -> Bool {
            let pattern = Array(end.utf8)
            while !rest.isEmpty {
                if rest.starts(with: pattern) {
                    rest = rest.dropFirst(pattern.count)
                    return true
                }
                rest = rest.dropFirst()
            }
            return false
        }
        func begins(_ text: String) -> Bool {
            rest.prefix(text.utf8.count).map(ByteClass.lower).elementsEqual(text.utf8)
        }
        skipSpace()
        while begins("<!--") || begins("<?xml") {
            guard drop(through: begins("<?xml") ? "?>" : "-->") else { return false }
            skipSpace()
        }
        return ["<!doctype html", "<html", "<head>", "<body"].contains(where: begins)
    }
}
