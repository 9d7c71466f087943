package import ArgumentParser
internal import JSON
internal import Service
internal import Wire

/// `standpoint dead`.
package struct DeadCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "dead",
        abstract: "List, show, retry or drop dead letters: articles that were given up.",
        discussion: """
            By id, by code, by stage, or all.

            Example: standpoint dead retry --all
            """,
        subcommands: [List.self, Show.self, Retry.self, Drop.self],
        defaultSubcommand: List.self
    )

    package init() {}

    /// `standpoint dead list`.
    package struct List: AsyncParsableCommand {
        package static let configuration = CommandConfiguration(
            abstract: "List the dead letters, oldest first.",
            discussion: """
                Each with its code and reason, the stage, the number of tries, the last worker and the time.

                Example: standpoint dead list --code worker_lost
                """
        )

        @OptionGroup package var flags: QueueFlags

        @OptionGroup package var filter: LetterFilterFlags

        @Flag(help: "Print JSON Lines.")
        package var json = false

        package init() {}

        package func run() async throws {
            let inquiry = try flags.inquiry()
            let output = Console.standard.output
            var cursor: String?
            repeat {
                let (page, next) = try await inquiry.ask(.dead, filter.parameters, cursor: cursor)
                for letter in page["dead"]?.array ?? [] {
                    try output.write(
                        json ? letter.encoded() + [0x0A] : Array((DeadLetterText.line(letter) + "\n").utf8)
                    )
                }
                cursor = next
            } while cursor != nil
            try output.flush()
            await inquiry.close()
        }
    }

    /// `standpoint dead show`.
    package struct Show: AsyncParsableCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Print dead letters, each with the document as far as it came.",
            discussion: """
                Example: standpoint dead show 0f8e2d6c1b4a49d7b3c5a8e1f2d30b64
                """
        )

        @OptionGroup package var flags: QueueFlags

        @Argument(help: "The articles' ids.")
        package var ids: [String]

        package init() {}

        package mutating func validate() throws { try ArticleIDs.check(ids) }

        package func run() async throws {
            let inquiry = try flags.inquiry()
            let output = Console.standard.output
            for id in ids {
                let answer = try await inquiry.ask(.article, ["article": JSON(id)]).answer
                guard answer["state"] == "dead" else {
                    try output.flush()
                    throw CommandError("\(id) is not among the dead letters")
                }
                try output.write(answer.encoded(.pretty) + [0x0A])
            }
            try output.flush()
            await inquiry.close()
        }
    }

    /// `standpoint dead retry`.
    package struct Retry: AsyncParsableCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Put dead letters back to the stage that gave them up.",
            discussion: """
                Each has all its tries before it again.

                Example: standpoint dead retry --code worker_lost
                """
        )

        @OptionGroup package var choice: LetterChoice

        package init() {}

        package func run() async throws { try await choice.order(.retry, "put back") }
    }

    /// `standpoint dead drop`.
    package struct Drop: AsyncParsableCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Delete dead letters for good.",
            discussion: """
                Example: standpoint dead drop 0f8e2d6c1b4a49d7b3c5a8e1f2d30b64
                """
        )

        @OptionGroup package var choice: LetterChoice

        package init() {}

        package func run() async throws { try await choice.order(.drop, "dropped") }
    }
}
