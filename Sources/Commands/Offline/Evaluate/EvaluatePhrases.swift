package import ArgumentParser
internal import Article
internal import Evaluation
internal import JSON
internal import Service
internal import Stance

/// `standpoint evaluate phrases`.
package struct EvaluatePhrases: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "phrases",
        abstract: "Measure which nouns are found to ask stances about.",
        discussion: """
            DATA is JSON Lines as for `evaluate score`: sentences in which everything is marked toward which a stance could be \
            asked. Names and pronouns are left out. A phrase is right where it lies in a mark. The intervals are bootstrapped \
            over sentences.

            Example: standpoint evaluate phrases marked.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Marked sentences; - is standard input.") var data: String
    @Option(help: "text or json.") var format: FigureFormat = .text
    @Flag(help: .hidden) var candidates = false

    package init() {}

    package func execute(on console: Console) throws {
        var failures = FailureCount()
        let lines = LabelledLines(path: data, console: console)
        if candidates {
            let told = try lines.map(&failures) { json, _ in
                let labelled = try LabelledText(json)
                return Self.json(PhraseProbe(labelled.text))
            }
            for line in told { try console.output.write(line.encoded() + [0x0A]) }
        } else {
            let scores = try lines.map(&failures) { json, _ in
                let labelled = try LabelledText(json)
                let phrases = PhraseProbe(labelled.text).phrases
                return PhraseScore(labelled.text, marks: labelled.targets.map(\.span), phrases: phrases)
            }
            var table = FigureTable()
            table.add("sentences", count: scores.count)
            table.add("marks", count: scores.reduce(0) { $0 + $1.marks })
            table.add("phrases", count: scores.reduce(0) { $0 + $1.phrases })
            for figure in PhraseScore.figures(scores) { table.add(figure.name, figure.value, figure.interval) }
            try console.output.write(table.render(format))
        }
        try failures.check()
    }

    /// What Training/phrases learns from: the words that the model is asked about, with the indices of their weights.
    private static func json(_ probe: PhraseProbe) -> JSON {
        [
            "candidates": .array(
                probe.candidates.map { word in
                    [
                        "start": JSON(word.span.start), "end": JSON(word.span.end), "position": JSON(word.position),
                        "features": .array(word.features.map { JSON($0) }),
                    ]
                }
            ),
            "members": .array(PhraseProbe.members.map { JSON($0) }),
        ]
    }
}
