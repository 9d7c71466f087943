/// The metadata before a Markdown text: between lines of `---` as in YAML, or of `+++` as in TOML.
///
/// Only names with a text, or with a list of texts, are read; all else in it is passed over.
struct FrontMatter {
    /// How many lines it takes, with those around it.
    private(set) var lineCount = 0
    private(set) var metadata = Metadata()

    /// More lines than such a head has; what goes on longer is a text that begins with a rule.
    private static let mostLines = 200

    /// - Returns: `nil` where the text does not begin with one.
    init?(_ lines: [MarkdownLine]) {
        guard let fence = lines.first.map({ Self.string($0) }), fence == "---" || fence == "+++" else { return nil }
        let ends = fence == "---" ? ["---", "..."] : ["+++"]
        let head = lines.dropFirst().prefix(Self.mostLines)
        guard let end = head.firstIndex(where: { ends.contains(Self.string($0)) }) else { return nil }
        var values: [String: [String]] = [:]
        var name: String?
        for line in head[..<end] where !line.isBlank && line.text.first != UInt8(ascii: "#") {
            let text = Self.string(line)
            if text.hasPrefix("- "), let name {
                values[name, default: []].append(Self.unquoted(text.dropFirst(2)))
            } else if line.indentation == 0, let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) {
                name = String(text[..<mark]).trimmed.lowercased()
                let value = text[text.index(after: mark)...]
                values[name ?? ""] = Self.values(value)
            }
        }
        // Prose between two rules is no head.
        guard !values.isEmpty else { return nil }
        lineCount = end + 1
        fill(values)
    }

    private mutating func fill(_ values: [String: [String]]) {
        func first(_ names: String...) -> String? {
            names.lazy.compactMap { values[$0]?.first }.first { !$0.isEmpty }
        }
        metadata.title = first("title", "headline")
        metadata.subtitle = first("subtitle", "dek", "standfirst", "description")
        metadata.publication = first("publication", "source", "site", "newspaper")
        metadata.language = first("language", "lang", "locale")
        metadata.published = first("published", "date", "pubdate", "publishdate").flatMap {
            ISODate.parse($0) ?? DateLine($0)?.published
        }
        metadata.modified = first("modified", "updated", "lastmod", "last_modified_at").flatMap {
            ISODate.parse($0) ?? DateLine($0)?.published
        }
        metadata.canonicalURL = first("canonical_url", "canonicalurl", "canonical")
        let authors = ["byline", "authors", "author"].lazy.compactMap { values[$0] }.first { !$0.isEmpty } ?? []
        let names = authors.count == 1 ? Byline("by " + authors[0])?.names ?? authors : authors
        metadata.byline = names.isEmpty ? nil : names
    }

    /// A text, or a list in brackets.
    private static func values(_ text: Substring) -> [String] {
        let text = String(text).trimmed
        guard text.hasPrefix("["), text.hasSuffix("]") else { return text.isEmpty ? [] : [unquoted(text[...])] }
        return text.dropFirst().dropLast().split(separator: ",").map(unquoted).filter { !$0.isEmpty }
    }

    private static func unquoted(_ text: Substring) -> String {
        let text = String(text).trimmed
        guard text.count > 1, let first = text.first, first == text.last, first == "\"" || first == "'" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }

    private static func string(_ line: MarkdownLine) -> String {
        String(decoding: line.text.prefix(2_000), as: UTF8.self)
    }
}
