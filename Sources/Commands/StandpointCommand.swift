package import ArgumentParser
internal import Article

/// The root of the command line.
package struct StandpointCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "standpoint",
        abstract: "Who takes which stance toward whom or what, sentence by sentence.",
        discussion: """
            Reads news articles and op-eds, and tells the author's voice from those of the people quoted.

            Example: standpoint run article.txt

            Exit codes: 0 success, 1 failure, 2 a mistake in the command line or the configuration.
            """,
        version: Software.name,
        groupedSubcommands: [
            CommandGroup(
                name: "Pipeline",
                subcommands: [RunCommand.self, UpCommand.self, SubmitCommand.self, WatchCommand.self]
            ),
            CommandGroup(
                name: "Query",
                subcommands: [
                    StatusCommand.self, ResultsCommand.self, ArticleCommand.self, DeadCommand.self, AuditCommand.self,
                    ConfigCommand.self, KeysCommand.self,
                ]
            ),
            CommandGroup(
                name: "Offline",
                subcommands: [
                    AnalyzeCommand.self, ExtractCommand.self, SegmentCommand.self, ScoreCommand.self,
                    EvaluateCommand.self,
                ]
            ),
        ]
    )

    package init() {}
}
