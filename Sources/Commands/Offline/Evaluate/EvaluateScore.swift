package import ArgumentParser
internal import Article
internal import Evaluation
internal import JSON
internal import Service
internal import Stance

/// `standpoint evaluate score`.
package struct EvaluateScore: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Measure the scoring of stances.",
        discussion: """
            DATA is JSON Lines {"id","text","targets":[{"start","end","label"}]}, the labels against, neutral or favor; or \
            NewsMTSC's own form, with sentence_normalized, from, to and polarity (2, 4, 6). A target may have a "kind". The \
            intervals are bootstrapped over targets.

            Example: standpoint evaluate score labelled.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Labelled data; - is standard input.") var data: String
    @OptionGroup var model: ModelOptions
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package func execute(on console: Console) throws {
        let scorer = try model.scorer()
        var failures = FailureCount()
        let pairs = try LabelledLines(path: data, console: console).map(&failures) { json, _ in
            try LabelledText(json).pairs(scorer)
        }
        let all = pairs.flatMap { $0 }
        var table = Self.table(StanceScore(all), of: "targets")
        for subset in StanceSubsets.scores(of: all) {
            let macroF1 = subset.score.macroF1
            table.add("macro_f1_\(subset.name)", macroF1.value, macroF1.interval, count: subset.score.count)
        }
        try console.output.write(table.render(format))
        try failures.check()
    }

    /// - Parameter things: what is counted, in the plural.
    static func table(_ score: StanceScore, of things: String) -> FigureTable {
        var table = FigureTable()
        table.add(things, count: score.count)
        for (name, estimate) in [
            ("macro_f1", score.macroF1), ("accuracy", score.accuracy), ("polar_f1", score.polarF1),
            ("calibration_error", score.calibrationError),
        ] {
            table.add(name, estimate.value, estimate.interval)
        }
        for label in Article.Label.allCases {
            guard let figures = score.labels[label] else { continue }
            for (name, estimate) in [
                ("precision", figures.precision), ("recall", figures.recall), ("f1", figures.f1),
            ] {
                table.add("\(label)_\(name)", estimate.value, estimate.interval, count: figures.support)
            }
        }
        for (gold, row) in zip(Article.Label.allCases, score.confusion) {
            for (predicted, count) in zip(Article.Label.allCases, row) {
                table.add("gold_\(gold)_predicted_\(predicted)", count: count)
            }
        }
        return table
    }
}
