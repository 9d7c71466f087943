internal import Article
internal import JSON
internal import Service

/// Prints the articles that a command makes, in the format asked for.
///
/// Without one, they are JSON: a lone article is indented where a person reads it, and on one line where a program does;
/// several, and those that came as JSON Lines, are JSON Lines.
struct ArticleOutput {
    private let console: Console
    private var writer: ResultWriter
    /// Whether the form still depends on what follows.
    private var isUndecided: Bool
    private var held: Article?

    init(_ format: ResultFormat?, on console: Console) {
        self.console = console
        writer = ResultWriter(format ?? .jsonl, style: console.style)
        isUndecided = format == nil && console.isTerminal
    }

    /// - Parameter isLine: Whether the article came as a line of JSON Lines.
    mutating func write(_ article: Article, isLine: Bool) throws {
        if isUndecided, !isLine, held == nil {
            held = article
            return
        }
        isUndecided = false
        if let first = held.take() { try console.output.write(writer.write(first)) }
        try console.output.write(writer.write(article))
    }

    mutating func finish() throws {
        if let held = held.take() { try console.output.write(held.json.encoded(.pretty) + [0x0A]) }
        try console.output.write(writer.finish())
    }
}
