package import ArgumentParser
internal import Article
internal import Evaluation
internal import JSON
internal import Pipeline
internal import Service
internal import Stance

/// `standpoint evaluate attribution`.
package struct EvaluateAttribution: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "attribution",
        abstract: "Measure who is found to say what.",
        discussion: """
            DATA is JSON Lines {"text","attributions":[{"content":[[start,end]]}]}, as in PolNeAR (Newell et al., LREC 2018): \
            the words ascribed to others, with half-open spans in Unicode code points; each line of the text is a \
            paragraph. A sentence is attributed where at least half of its characters are. The intervals are bootstrapped \
            over documents.

            Example: standpoint evaluate attribution gold.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Labelled data; - is standard input.") var data: String
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package func execute(on console: Console) throws {
        let analysis = Analysis(scorer: NeutralScorer())
        var failures = FailureCount()
        let scores = try LabelledLines(path: data, console: console).map(&failures) { json, place in
            var members = try JSONMembers(json, "a document")
            let text = try members.string("text")
            let scalars = ScalarText(text)
            let contents = try members.list("attributions") { json throws(JSONError) in
                var members = try JSONMembers(json, "an attribution")
                let spans = try members.list("content") { json throws(JSONError) in try Self.span(json, scalars.count) }
                return spans ?? []
            }
            let article: Article
            do throws(AnalysisError) { article = try analysis.article(ofLines: text) } catch {
                throw place.error("\(error)")
            }
            return AttributionScore(
                scalars,
                sentences: (article.sentences ?? []).map(\.span),
                gold: (contents ?? []).flatMap { $0 },
                predicted: (article.attributions ?? []).map(\.span)
            )
        }
        try console.output.write(Self.table(AttributionReport(documents: scores)).render(format))
        try failures.check()
    }

    private static func span(_ json: JSON, _ count: Int) throws(JSONError) -> ScalarSpan {
        guard let ends = json.array?.map(\.int), ends.count == 2, let start = ends[0], let end = ends[1], start >= 0,
            start <= end, end <= count
        else { throw JSONError("expected [start,end] inside the text, which has \(count) code points") }
        return ScalarSpan(start, end)
    }

    private static func table(_ report: AttributionReport) -> FigureTable {
        var table = FigureTable()
        table.add("documents", count: report.score.documents)
        table.add("sentences_found", count: report.score.sentences.found)
        table.add("sentences_added", count: report.score.sentences.added)
        table.add("sentences_missed", count: report.score.sentences.missed)
        for figure in report.figures { table.add(figure.name, figure.value, figure.interval) }
        return table
    }
}
