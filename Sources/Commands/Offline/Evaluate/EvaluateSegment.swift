package import ArgumentParser
internal import Article
internal import Evaluation
internal import JSON
internal import Segmentation
internal import Service

/// `standpoint evaluate segment`.
package struct EvaluateSegment: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "segment",
        abstract: "Measure sentence segmentation.",
        discussion: """
            DATA is gold, JSON Lines {"id","text","sentences":[{"start","end"}]}. Boundaries are compared without white \
            space; inner ones have no line break at them. The intervals are bootstrapped over documents.

            Example: standpoint evaluate segment gold.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Gold data; - is standard input.") var data: String
    @Option(
        help: "What a line break means: 'hard', the end of a sentence, or 'soft', nothing unless the line is blank."
    )
    var newlines: LineBreaks = .hard
    @Option(help: "The language of the texts, as a BCP 47 tag.") var language = "en"
    @Flag(help: "Decide by the rules alone, without the model.") var rulesOnly = false
    @Option(
        help: ArgumentHelp(
            "Also segment all texts so many times and tell the speed of the fastest pass.",
            discussion: "In megabytes of UTF-8 a second of processor time, on one thread, from text in memory to spans."
        )
    )
    var passes = 0
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package mutating func validate() throws {
        guard (0...10_000).contains(passes) else { throw ValidationError("--passes \(passes) is not from 0 to 10000") }
    }

    package func execute(on console: Console) throws {
        let segmenter = SentenceSegmenter(
            language: language,
            newlines: newlines.newlines,
            usesModel: !rulesOnly
        )
        var texts: [String] = []
        var failures = FailureCount()
        let scores = try LabelledLines(path: data, console: console).map(&failures) { json, place in
            var members = try JSONMembers(json, "a document")
            let text = try members.string("text")
            if passes > 0 { texts.append(text) }
            let gold = try members.list("sentences") { json throws(JSONError) in try Self.span(json) }
            guard let gold else {
                throw JSONError("missing; expected an array of {\"start\",\"end\"}", path: ["sentences"])
            }
            do throws(SegmentationScoreError) {
                return try SegmentationScore(text: text, gold: gold, predicted: segmenter.segment(text))
            } catch { throw place.error("\(error)") }
        }
        var table = Self.table(SegmentationReport(documents: scores))
        if passes > 0 { table.add("megabytes_per_second", count: speed(of: segmenter, texts)) }
        try console.output.write(table.render(format))
        try failures.check()
    }

    /// The speed of the fastest pass over `texts`, in megabytes a second of processor time.
    private func speed(of segmenter: SentenceSegmenter, _ texts: [String]) -> Int {
        var fastest = Double.infinity
        for _ in 0..<passes {
            let start = ProcessorTime.now
            for text in texts { _ = segmenter.segment(text) }
            fastest = min(fastest, ProcessorTime.now - start)
        }
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        return Int((Double(bytes) / 1e6 / max(fastest, 1e-9)).rounded())
    }

    private static func span(_ json: JSON) throws(JSONError) -> ScalarSpan {
        var members = try JSONMembers(json, "a sentence")
        let (start, end) = (try members.count("start"), try members.count("end"))
        guard start <= end else { throw JSONError("the span ends before it starts") }
        return ScalarSpan(start, end)
    }

    private static func table(_ report: SegmentationReport) -> FigureTable {
        var table = FigureTable()
        let score = report.score
        table.add("documents", count: score.documents)
        table.add("sentences", count: score.goldSentences)
        table.add("predicted_sentences", count: score.predictedSentences)
        table.add("boundaries_found", count: score.boundaries.found)
        table.add("boundaries_added", count: score.boundaries.added)
        table.add("boundaries_missed", count: score.boundaries.missed)
        for (name, estimate) in [
            ("precision", report.precision), ("recall", report.recall), ("f1", report.f1),
            ("inner_precision", report.innerPrecision), ("inner_recall", report.innerRecall),
            ("inner_f1", report.innerF1), ("exact_sentences", report.exactSentenceRate),
            ("documents_right", report.documentsRightRate),
        ] {
            table.add(name, estimate.value, estimate.interval)
        }
        return table
    }
}
