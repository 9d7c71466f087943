internal import Article

/// Renders an article for people: the head, the summary, and the body sentence by sentence with its stances beneath.
struct ArticleText {
    private let view: ArticleView
    private let style: TextStyle
    private var lines: [String] = []

    /// The rendering, with a line feed after each line.
    static func render(_ article: Article, _ style: TextStyle) -> String {
        var text = ArticleText(view: ArticleView(article), style: style)
        text.head()
        text.summary()
        text.body()
        return text.lines.map { $0 + "\n" }.joined()
    }

    private init(view: ArticleView, style: TextStyle) {
        self.view = view
        self.style = style
    }

    private static let labelWidth = 13

    private mutating func head() {
        let article = view.article
        field("Title", article.title, .bold)
        stances(of: .title)
        field("Subtitle", article.subtitle)
        stances(of: .subtitle)
        field("Publication", article.publication)
        field("By", article.byline?.joined(separator: ", "))
        field("Published", article.published)
        field("Modified", article.modified)
        field("Language", article.language)
        field("Source", article.source.url)
        field("Key", article.source.key)
        field("Article", article.id)
        for note in article.provenance.compactMap(\.note) { field("Note", note) }
    }

    private mutating func field(_ label: String, _ value: String?, _ color: Color? = nil) {
        guard let value, !value.isEmpty else { return }
        let indent = String(repeating: " ", count: Self.labelWidth)
        var wrapped = TextWrap.lines(value, width: style.width, first: indent, rest: indent)
        if let color { wrapped = wrapped.map { indent + color.on(String($0.dropFirst(indent.count)), style) } }
        wrapped[0] = DisplayWidth.padded(label + ":", to: Self.labelWidth) + wrapped[0].dropFirst(indent.count)
        lines += wrapped
    }

    private mutating func stances(of kind: Article.Block.Kind) {
        for sentence in view.sentences where sentence.kind == kind { stances(sentence) }
    }

    /// Stances that are taken in one sentence only fill the summary up to so many lines.
    private static let shortestSummary = 12

    private mutating func summary() {
        // What the article comes back to most is first; among equals, what it names first.
        guard
            let summary = view.article.summary?.enumerated().sorted(by: {
                ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
            }).map(\.element)
        else { return }
        lines += ["", heading("Summary", "\(summary.count)")]
        guard !summary.isEmpty else {
            lines.append("  no stances found")
            return
        }
        var table = TextTable(
            ["TARGET", "HOLDER", "LABEL", "SCORE", "COUNT"],
            numeric: [3, 4],
            widest: (style.width - 26) / 2
        )
        let shown = summary.prefix(max(Self.shortestSummary, summary.count { $0.count > 1 }))
        for entry in shown {
            table.append([
                TerminalText.line(view.name(ofTarget: entry.target)),
                TerminalText.line(ArticleView.name(of: entry.holder)), entry.label.rawValue,
                ArticleView.score(entry.score), String(entry.count),
            ])
        }
        let rows = table.lines()
        lines.append("  " + Color.dim.on(rows[0], style))
        lines += zip(rows.dropFirst(), shown).map { row, entry in "  " + (entry.label.color?.on(row, style) ?? row) }
        let rest = summary.count - shown.count
        if rest > 0 { lines.append("  " + Color.dim.on("and \(rest) more, each in one sentence only, below", style)) }
    }

    private mutating func body() {
        guard view.article.sentences != nil else { return unsegmented() }
        let count = view.sentences.count { $0.number != nil }
        lines += ["", heading("Sentences", "\(count)")]
        let digits = max(3, String(count).count)
        for sentence in view.sentences where sentence.kind != .title && sentence.kind != .subtitle {
            let indent = String(repeating: " ", count: digits + 2)
            let first = sentence.number.map { DisplayWidth.aligned(String($0), to: digits) + "  " } ?? indent
            let wrapped = TextWrap.lines(sentence.text, width: style.width, first: first, rest: indent)
            lines += sentence.kind == .heading ? [""] + wrapped.map { Color.bold.on($0, style) } : wrapped
            stances(sentence, indent: digits + 4)
        }
    }

    /// An article that no stage has cut yet is shown block by block.
    private mutating func unsegmented() {
        let blocks = view.article.blocks ?? []
        let text = ScalarText(view.article.text)
        lines += ["", heading("Blocks", "\(blocks.count)")]
        let indent = String(repeating: " ", count: Self.labelWidth)
        for block in blocks {
            let first = DisplayWidth.padded(block.kind.rawValue, to: Self.labelWidth)
            lines += TextWrap.lines(text[block.span], width: style.width, first: first, rest: indent)
        }
    }

    private mutating func stances(_ sentence: ArticleView.Sentence, indent: Int = labelWidth) {
        for stance in sentence.stances {
            let holder = TerminalText.line(ArticleView.name(of: stance.holder))
            let target = TerminalText.line(view.name(ofTarget: stance.target))
            let line = "\(holder) → \(target): \(stance.label.rawValue) \(ArticleView.score(stance.score))"
            lines.append(String(repeating: " ", count: indent) + (stance.label.color?.on(line, style) ?? line))
            guard let words = Explanation.line(of: stance) else { continue }
            let space = String(repeating: " ", count: indent + 2)
            lines += TextWrap.lines("because of " + words, width: style.width, first: space, rest: space).map {
                Color.dim.on($0, style)
            }
        }
    }

    private func heading(_ text: String, _ count: String) -> String { Color.bold.on(text, style) + " (\(count))" }
}

extension Article.Label {
    fileprivate var color: Color? {
        switch self {
        case .against: .red
        case .neutral: .dim
        case .favor: .green
        }
    }
}
