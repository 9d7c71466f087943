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
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package func execute(on console: Console) throws {
        let analysis = Analysis()
        var failures = FailureCount()
        let scores = try LabelledLines(path: data, console: console).map(&failures) { json, place in
            let gold = try ExtractionGold(json: json)
            let submission = Submission(
                content: try html(of: gold, place),
                contentType: "text/html",
                url: gold.url
            )
            do throws(AnalysisError) {
                let article = try analysis.extract(submission)
                return ExtractionScore(gold: gold, predicted: ExtractionPrediction(article))
            } catch {
                // A page of which nothing is made is a page that is measured.
                console.note("\(place.name):\(place.number): \(error)")
                return ExtractionScore(gold: gold, predicted: .nothing)
            }
        }
        try console.output.write(Self.table(ExtractionReport(scores)).render(format))
        try failures.check()
    }

    /// Gold's `html` where it is HTML itself, else the content of the file it names.
    private func html(of gold: ExtractionGold, _ place: TextLine.Place) throws(DocumentError) -> String {
        if gold.html.utf8.contains(UInt8(ascii: "<")) { return gold.html }
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
