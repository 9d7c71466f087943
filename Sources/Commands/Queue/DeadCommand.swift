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
                Example: standpoint dead list --json
                """
        )

        @OptionGroup package var flags: QueueFlags

        @Flag(help: "Print JSON Lines.")
        package var json = false

        package init() {}

        package func run() async throws {
            let inquiry = try flags.inquiry()
            let output = Console.standard.output
            var cursor: String?
            repeat {
                let (page, next) = try await inquiry.ask(.dead, cursor: cursor)
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
            abstract: "Print one dead letter with the document as far as it came.",
            discussion: """
                Example: standpoint dead show 0f8e2d6c1b4a49d7b3c5a8e1f2d30b64
                """
        )

        @OptionGroup package var flags: QueueFlags

        @Argument(help: "The article's id.")
        package var id: String

        package init() {}

        package func run() async throws {
            let inquiry = try flags.inquiry()
            let answer = try await inquiry.ask(.article, ["article": JSON(id)]).answer
            guard answer["state"] == "dead" else { throw CommandError("\(id) is not among the dead letters") }
            let output = Console.standard.output
            try output.write(answer.encoded(.pretty) + [0x0A])
            try output.flush()
            await inquiry.close()
        }
    }

    /// `standpoint dead retry`.
    package struct Retry: AsyncParsableCommand {
        package static let configuration = CommandConfiguration(
            abstract: "Put dead letters back to the stage that gave them up.",
            discussion: """
                Example: standpoint dead retry 0f8e2d6c1b4a49d7b3c5a8e1f2d30b64
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

/// Which dead letters an order is about.
package struct LetterChoice: ParsableArguments {
    @OptionGroup package var flags: QueueFlags

    @Argument(help: "The articles' ids.")
    package var ids: [String] = []

    @Flag(help: "All dead letters.")
    package var all = false

    /// So many ids fit into the header of one message.
    private static let idsPerOrder = 300

    package init() {}

    package mutating func validate() throws {
        guard all != !ids.isEmpty else { throw ValidationError("name the dead letters by their ids, or say --all") }
        if let id = ids.first(where: { ArticleID($0) == nil }) {
            throw ValidationError("\(id) is not an article's id: 32 hexadecimal digits")
        }
    }

    func order(_ what: Query.What, _ verb: String) async throws {
        let inquiry = try flags.inquiry()
        var total = 0
        if all {
            while let count = try await inquiry.ask(what, ["all": true]).answer["count"]?.int, count > 0 {
                total += count
            }
        } else {
            for start in stride(from: 0, to: ids.count, by: Self.idsPerOrder) {
                let part = ids[start..<min(start + Self.idsPerOrder, ids.count)].map { JSON($0) }
                total += try await inquiry.ask(what, ["articles": .array(part)]).answer["count"]?.int ?? 0
            }
        }
        let output = Console.standard.output
        try output.write(Array("\(total) \(verb)\n".utf8))
        try output.flush()
        await inquiry.close()
    }
}

/// A dead letter in words.
enum DeadLetterText {
    static func line(_ letter: JSON) -> String {
        func text(_ key: String) -> String { letter[key]?.string ?? "" }
        let name = letter["key"]?.string.map { " (\($0))" } ?? ""
        let tries = letter["attempts"]?.int ?? 0
        return "\(text("id"))\(name): \(text("code")): \(text("reason")) [stage \(text("stage")), tries \(tries)]"
    }
}
