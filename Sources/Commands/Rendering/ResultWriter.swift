package import Article
package import JSON

/// Renders articles one after the other, none kept longer than need be.
package struct ResultWriter {
    private let format: ResultFormat
    private let style: TextStyle
    private let jsonStyle: JSONWriter.Style
    /// The one article so far, whose form depends on whether another follows.
    private var held: Article?
    private var count = 0

    /// - Parameter jsonStyle: for `json`; `jsonl` is always compact.
    package init(_ format: ResultFormat, style: TextStyle = TextStyle(), jsonStyle: JSONWriter.Style = .pretty) {
        self.format = format
        self.style = style
        self.jsonStyle = jsonStyle
    }

    /// - Returns: What is to be printed now.
    package mutating func write(_ article: Article) -> [UInt8] {
        count += 1
        switch format {
        case .text: return Array(((count > 1 ? separator : "") + ArticleText.render(article, style)).utf8)
        case .jsonl: return article.encoded() + [0x0A]
        case .csv: return Array(((count > 1 ? "" : ArticleCSV.head) + ArticleCSV.rows(article)).utf8)
        case .json:
            if count == 1 {
                held = article
                return []
            }
            defer { held = nil }
            return (held.map { Array("[\n".utf8) + json($0) } ?? []) + Array(",\n".utf8) + json(article)
        }
    }

    /// - Returns: What is to be printed at the end.
    package mutating func finish() -> [UInt8] {
        switch format {
        case .json where count == 0: return Array("[]\n".utf8)
        case .json:
            defer { held = nil }
            return held.map { json($0) + [0x0A] } ?? Array("\n]\n".utf8)
        case .csv where count == 0: return Array(ArticleCSV.head.utf8)
        default: return []
        }
    }

    private var separator: String { "\n" + String(repeating: "─", count: style.width) + "\n\n" }

    private func json(_ article: Article) -> [UInt8] { article.json.encoded(jsonStyle) }
}
