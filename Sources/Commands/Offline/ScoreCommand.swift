package import ArgumentParser
internal import Article
internal import Documents
internal import JSON
internal import Service
internal import Stance

/// `standpoint score`: stances toward given targets.
package struct ScoreCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score the stance of a sentence toward given mentions in it.",
        discussion: """
            Reads JSON Lines {"id","text","targets":[{"start","end"}]} from FILE or standard input, with half-open spans in \
            Unicode code points. Writes a line for each:
            {"id","stances":[{"start","end","label","score","probabilities":{"against","neutral","favor"}}]}
            The text is taken as one sentence; the score is P(favor) - P(against).

            Example: echo '{"id":1,"text":"Ann praised Bob.","targets":[{"start":12,"end":15}]}' | standpoint score

            A line that can't be read is reported, and the others go on. \
            Exit status: 0 all done, 1 something in the input failed, 2 wrong usage or no such file.
            """
    )

    /// The longest line, in bytes.
    private static let limit = 64 << 20

    @Argument(help: "JSON Lines; - or nothing is standard input.")
    var file: String?

    @OptionGroup var model: ModelOptions

    @Option(help: "How many lines are answered at once: more take less time each, and wait for each other.")
    var batch = 1

    /// For scripts/parity-stance.
    @Flag(help: .hidden)
    var pieces = false

    package init() {}

    package func validate() throws {
        guard (1...4_096).contains(batch) else { throw ValidationError("--batch must be from 1 to 4096") }
    }

    package func execute(on console: Console) throws {
        let scorer = try model.scorer()
        var failures = FailureCount()
        let reader = LineReader(try console.open(file), limit: Self.limit)
        if pieces { return try writePieces(scorer, reader, console) }
        var waiting: [TargetedText] = []
        try TextLine.forEach(in: reader, console, &failures) { line throws(DocumentError) in
            try TargetedText(line)
        } write: { line, bytes in
            waiting.append(line)
            guard waiting.count >= batch else { return }
            TargetedText.append(waiting, to: &bytes, scorer)
            waiting = []
        }
        try console.output.write { TargetedText.append(waiting, to: &$0, scorer) }
        try failures.check()
    }

    /// Writes {"id","pieces"}: what the model reads of each text, as numbers in its vocabulary.
    private func writePieces(_ scorer: any StanceScorer, _ reader: LineReader, _ console: Console) throws {
        guard let scorer = scorer as? ModelScorer else {
            throw CommandError("the lexicon reads no pieces; name a model", status: .usage)
        }
        var failures = FailureCount()
        try TextLine.forEach(in: reader, console, &failures) { line throws(DocumentError) in
            line
        } write: { line, bytes in
            let pieces = scorer.pieces(of: line.text).map { JSON($0) }
            bytes += (["id": line.id, "pieces": .array(pieces)] as JSON).encoded() + [0x0A]
        }
        try failures.check()
    }
}

/// A line of input: a text and the mentions in it.
struct TargetedText {
    let id: JSON
    let text: ScalarText
    let targets: [ScalarSpan]

    /// - Throws: ``DocumentError`` that names the first target at fault.
    init(_ line: TextLine) throws(DocumentError) {
        id = line.id
        text = ScalarText(line.text)
        var members = line.rest
        do throws(JSONError) {
            let count = text.count
            let targets = try members.list("targets") { json throws(JSONError) in try Self.span(json, count: count) }
            guard let targets else {
                throw JSONError("missing; expected an array of {\"start\",\"end\"}", path: ["targets"])
            }
            self.targets = targets
        } catch { throw line.place.error(error) }
    }

    /// Reads a span that must hold something of a text of `count` scalars.
    static func span(_ json: JSON, count: Int) throws(JSONError) -> ScalarSpan {
        var members = try JSONMembers(json, "a target")
        let start = try members.count("start")
        let end = try members.count("end")
        guard start < end else { throw JSONError("the span \(start)..<\(end) is empty; end must be after start") }
        guard end <= count else {
            throw JSONError("the span \(start)..<\(end) ends after the text, which has \(count) code points")
        }
        return ScalarSpan(start, end)
    }

    /// Writes a line for each text.
    static func append(_ texts: [Self], to bytes: inout [UInt8], _ scorer: any StanceScorer) {
        let questions = texts.map { SentenceQuestion($0.text[ScalarSpan(0, $0.text.count)], targets: $0.targets) }
        for (text, scores) in zip(texts, scorer.score(questions)) { text.append(scores, to: &bytes) }
    }

    private func append(_ scores: [Article.Probabilities], to bytes: inout [UInt8]) {
        let stances = zip(targets, scores).map { span, probabilities -> JSON in
            [
                "start": JSON(span.start), "end": JSON(span.end), "label": JSON(probabilities.label.rawValue),
                "score": JSON(probabilities.score),
                "probabilities": [
                    "against": JSON(probabilities.against), "neutral": JSON(probabilities.neutral),
                    "favor": JSON(probabilities.favor),
                ],
            ]
        }
        let line: JSON = ["id": id, "stances": .array(stances)]
        bytes.append(contentsOf: line.encoded())
        bytes.append(0x0A)
    }
}
