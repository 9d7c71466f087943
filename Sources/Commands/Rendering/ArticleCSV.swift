internal import Article

/// Renders stances as CSV (RFC 4180), one a row.
enum ArticleCSV {
    static let head = row([
        "article", "key", "title", "sentence", "text", "target", "target_kind", "holder_kind", "holder", "label",
        "score",
        "confidence", "start", "end",
    ])

    /// The rows of an article, each with CR LF after it. `sentence` is the number that the text rendering shows, from 1; it is
    /// empty in the title, the subtitle and headings.
    static func rows(_ article: Article) -> String {
        let view = ArticleView(article)
        return view.sentences.flatMap { sentence in sentence.stances.map { row(sentence, $0, view) } }.joined()
    }

    private static func row(_ sentence: ArticleView.Sentence, _ stance: Article.Stance, _ view: ArticleView) -> String {
        let (holderKind, holder): (String, String) =
            switch stance.holder {
            case .author: ("author", "")
            case .quoted(let name): ("quoted", name ?? "")
            }
        return row([
            cell(view.article.id), cell(view.article.source.key ?? ""), cell(view.article.title ?? ""),
            sentence.number.map { String($0) } ?? "", cell(sentence.text), cell(view.name(ofTarget: stance.target)),
            cell(view.kind(ofTarget: stance.target)), holderKind, cell(holder), stance.label.rawValue,
            decimal(stance.score), decimal(stance.probabilities.confidence), String(stance.span.start),
            String(stance.span.end),
        ])
    }

    private static func row(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

    /// Four decimals: more than any scorer knows.
    private static func decimal(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }

    /// Text as a cell. A spreadsheet takes a cell that begins with one of = + - @ or a tab or carriage return for a formula and
    /// runs it (OWASP, "CSV Injection"); an apostrophe before it keeps it text. Numbers of ours don't come this way.
    static func cell(_ text: String) -> String {
        var text = TerminalText.visible(text)
        if let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\u{240D}"].contains(first) {
            text = "'" + text
        }
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
