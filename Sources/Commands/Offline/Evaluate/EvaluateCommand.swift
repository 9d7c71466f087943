package import ArgumentParser

/// `standpoint evaluate`: how good the stages are on labelled data.
package struct EvaluateCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure a stage against data labelled by people.",
        discussion: """
            Example: standpoint evaluate segment gold.jsonl

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """,
        subcommands: [
            EvaluateSegment.self, EvaluateScore.self, EvaluateAttribution.self, EvaluateArticle.self,
            EvaluateReading.self, EvaluatePhrases.self, EvaluateExtract.self,
        ]
    )

    package init() {}
}

/// What `--format` may be.
enum FigureFormat: String, CaseIterable, ExpressibleByArgument { case text, json }
