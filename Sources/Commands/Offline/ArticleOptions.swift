internal import ArgumentParser
internal import Article
internal import Documents
internal import Pipeline
internal import Service

/// What the commands that make articles of documents have in common.
struct ArticleOptions: ParsableArguments {
    @OptionGroup var input: InputOptions

    @Argument(help: "Files (docs/cli.md has the formats), folders or patterns; - or nothing is standard input.")
    var paths: [String] = []

    @Option(help: "text, json, jsonl or csv. (default: JSON for one article, JSON Lines for several)")
    var format: ResultFormat?

    /// Makes an article of each document and prints it. A document at fault is reported, and the others go on.
    ///
    /// - Throws: ``CommandError``, with status 2 where a path is not there; ``OutputClosed``.
    func forEachDocument(
        on console: Console,
        _ make: (Document) throws(AnalysisError) -> Article
    ) throws {
        let paths = paths.isEmpty ? ["-"] : paths
        do throws(DocumentError) { try DocumentReader.check(paths) } catch { throw CommandError(error) }
        let reader = DocumentReader(paths: paths, options: try input.options(), input: console.input)
        let progress = ProgressReport(isQuiet: !input.progress)
        defer { progress.finish() }
        var count = 0
        reader.beforeWaiting = { try? console.output.flush() }
        var output = ArticleOutput(format, on: console)
        var failures = FailureCount()
        for document in reader {
            count += 1
            if progress.isDue { progress.show(read: count, reader.progress) }
            let article: Article
            switch document {
            case .failure(let error):
                failures.add()
                console.complain(error)
                continue
            case .success(let document):
                do throws(AnalysisError) { article = try make(document) } catch {
                    failures.add()
                    console.complain("\(document.name): \(error)")
                    continue
                }
                try output.write(article, isLine: document.line != nil)
            }
        }
        try output.finish()
        if let omissions = reader.omissions { console.note(omissions) }
        try failures.check()
    }
}
