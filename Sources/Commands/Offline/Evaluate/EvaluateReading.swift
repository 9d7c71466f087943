package import ArgumentParser
internal import Article
internal import Documents
internal import Evaluation
internal import Pipeline
internal import Service

/// `standpoint evaluate reading`.
package struct EvaluateReading: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "Measure whole articles against a careful reader's marks.",
        discussion: """
            Beside each FILE, NAME.txt, lies NAME.marks with a mark a line: words that the article has once, the target as \
            their sentence calls it, against, neutral or favor, and "author" or the name of who is quoted, with tabs \
            between. The intervals are bootstrapped over articles.

            Example: standpoint evaluate reading --marks Training/stance/readings/dev/*.txt

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Articles.") var files: [String]
    @Flag(name: .customLong("marks"), help: "Also print the marks that were missed, to standard error.")
    var showsMarks = false
    @OptionGroup var model: ModelOptions
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package func execute(on console: Console) throws {
        let analysis = Analysis(scorer: try model.scorer())
        var failures = FailureCount()
        var articles: [[ReadingOutcome]] = []
        for file in files {
            do throws(DocumentError) {
                articles.append(try outcomes(file, analysis))
            } catch  where error.code == .notFound {
                throw CommandError(error)
            } catch {
                failures.add()
                console.complain(error)
                continue
            }
            if showsMarks { articles.last?.filter { !$0.isAllRight }.forEach { console.note(Self.words($0, file)) } }
        }
        var table = FigureTable()
        table.add("articles", count: articles.count)
        for figure in ReadingReport(articles).figures {
            table.add(figure.name, figure.value, figure.interval, count: figure.count)
        }
        try console.output.write(table.render(format))
        try failures.check()
    }

    private func outcomes(_ file: String, _ analysis: Analysis) throws(DocumentError) -> [ReadingOutcome] {
        let table = (file.hasSuffix(".txt") ? String(file.dropLast(4)) : file) + ".marks"
        let text = try Self.read(file)
        let marks = try Self.read(table)
        let article: Article
        do throws(AnalysisError) {
            article = try analysis.article(of: Submission(content: text, contentType: "text/plain"))
        } catch {
            throw DocumentError(.badMember, file, "\(error)")
        }
        do throws(ReadingError) {
            return try ReadingScore(article, marks: ReadingMark.marks(marks)).outcomes
        } catch {
            throw DocumentError(.badMember, table, line: error.line, error.reason)
        }
    }

    private static func read(_ path: String) throws(DocumentError) -> String {
        try TextDecoding.text(try ByteInput.open(path).readAll(limit: DocumentLimits().document), name: path)
    }

    private static func words(_ outcome: ReadingOutcome, _ file: String) -> String {
        let mark = outcome.mark
        let wanted = "\(mark.holder) → \(mark.mention): \(mark.label)"
        let found = outcome.found.map { stance in
            let holder: String =
                switch stance.holder {
                case .author: "author"
                case .quoted(let name): name ?? "somebody"
                }
            return "\(holder) → \(stance.target): \(stance.label)"
        }
        return "\(file): “\(mark.fragment)”: \(wanted); found \(found ?? "nothing")"
    }
}
