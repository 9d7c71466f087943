package import ArgumentParser
internal import Article
internal import Documents
internal import Evaluation
internal import JSON
internal import Pipeline
internal import Service

/// `standpoint evaluate extract`.
package struct EvaluateExtract: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Measure article extraction.",
        discussion: """
            DATA is JSON Lines with "html" (inline, or a path from the folder of DATA or the one above it) and, where \
            known, "title", "subtitle", "authors", "date", "paragraphs" [{"text","optional","heading"}], "body" and \
            "captions". Shingles are runs of four words. The intervals are bootstrapped over pages.

            Example: standpoint evaluate extract gold.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Gold data; - is standard input.") var data: String
    @Option(
        help: ArgumentHelp(
            "Score these instead of our own extraction.",
            discussion: """
                JSON Lines, a line for each of DATA: {"title","subtitle","authors","date","paragraphs"}, all of them optional.
                """
        )
    )
    var predictions: String?
    @Option(help: "The media type of the pages: text/html, or text/plain for pages pasted as text.") var type =
        "text/html"
    @Option(
        help: ArgumentHelp(
            "Also extract all pages so many times and tell the speed of the fastest pass.",
            discussion: "In pages a second of processor time, on one thread, from a page in memory to its article."
        )
    )
    var passes = 0
    @Flag(help: "Tell each paragraph of the body that asks for money, an address or to follow, and is not in gold.")
    var asks = false
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package mutating func validate() throws {
        guard (0...10_000).contains(passes) else { throw ValidationError("--passes \(passes) is not from 0 to 10000") }
        if predictions != nil, passes > 0 { throw ValidationError("--passes has no meaning with --predictions") }
    }

    package func execute(on console: Console) throws {
        let analysis = Analysis()
        var failures = FailureCount()
        var pages: [Submission] = []
        var given = try predictions.map { path in
            try LabelledLines(path: path, console: console).map(&failures) { json, _ in
                try ExtractionPrediction(json: json)
            }
        }?.makeIterator()
        let scores = try LabelledLines(path: data, console: console).map(&failures) { json, place in
            let gold = try ExtractionGold(json: json)
            if predictions != nil {
                guard let prediction = given?.next() else {
                    throw place.error("no line of --predictions is left for it")
                }
                return tell(ExtractionScore(gold: gold, predicted: prediction), place, console)
            }
            let submission = Submission(content: try html(of: gold, place), contentType: type, url: gold.url)
            if passes > 0 { pages.append(submission) }
            do throws(AnalysisError) {
                let article = try analysis.extract(submission)
                return tell(ExtractionScore(gold: gold, predicted: ExtractionPrediction(article)), place, console)
            } catch {
                // A page of which nothing is made is a page that is measured.
                console.note("\(place.name):\(place.number): \(error)")
                return ExtractionScore(gold: gold, predicted: .nothing)
            }
        }
        var table = Self.table(ExtractionReport(scores))
        if passes > 0 { table.add("pages_per_second", count: speed(of: analysis, pages)) }
        try console.output.write(table.render(format))
        try failures.check()
    }

    private func tell(_ score: ExtractionScore, _ place: TextLine.Place, _ console: Console) -> ExtractionScore {
        if asks {
            for ask in score.asks {
                console.note("\(place.name):\(place.number): an ask in the body: \(ask.prefix(200))")
            }
        }
        return score
    }

    /// The speed of the fastest pass over `pages`, in pages a second of processor time. An id is given, as in the pipeline
    /// it comes from the queue: to derive one is no part of extraction.
    private func speed(of analysis: Analysis, _ pages: [Submission]) -> Int {
        var fastest = Double.infinity
        for _ in 0..<passes {
            let start = ProcessorTime.now
            for page in pages { _ = try? analysis.extract(page, id: "page") }
            fastest = min(fastest, ProcessorTime.now - start)
        }
        return Int((Double(pages.count) / max(fastest, 1e-9)).rounded())
    }

    /// Gold's `html` where it is a page itself, else the content of the file it names.
    private func html(of gold: ExtractionGold, _ place: TextLine.Place) throws(DocumentError) -> String {
        if gold.html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == 0x0A }) { return gold.html }
        guard !gold.html.hasSuffix(".gz") else {
            throw place.error("\(gold.html): compressed; unpack it with gunzip and name the unpacked file")
        }
        let folder = data.lastIndex(of: "/").map { String(data[...$0]) } ?? ""
        for path in [folder + gold.html, folder + "../" + gold.html] {
            do throws(DocumentError) {
                let bytes = try ByteInput.open(path).readAll(limit: DocumentLimits().document)
                return try TextDecoding.text(bytes, name: path)
            } catch  where error.code == .notFound {
                continue
            } catch {
                throw place.error("\(error)")
            }
        }
        throw place.error("\(gold.html): no such file from the folder of the data or the one above it")
    }

    private static func table(_ report: ExtractionReport) -> FigureTable {
        var table = FigureTable()
        table.add("pages", count: report.pages)
        for figure in report.figures {
            table.add(figure.name, figure.value, figure.interval, count: figure.count)
        }
        return table
    }
}
