package import ArgumentParser
internal import Article
internal import JSON
internal import Service
internal import Wire

/// `standpoint results`.
package struct ResultsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "results",
        abstract: "Print the articles that are done, in the order in which they became so.",
        discussion: """
            Works while the pipeline runs and when it does not.

            Example: standpoint results --format jsonl > articles.jsonl
            """
    )

    @OptionGroup package var flags: QueueFlags

    @Option(help: "text, json, jsonl (one article a line) or csv (one stance a line).")
    package var format: ResultFormat = .jsonl

    package init() {}

    package func run() async throws {
        let inquiry = try flags.inquiry()
        let console = Console.standard
        var writer = ResultWriter(format, style: console.style)
        var cursor: String?
        while true {
            let (page, next) = try await inquiry.ask(.results, cursor: cursor)
            guard let articles = page["articles"]?.array, !articles.isEmpty else { break }
            for article in articles { try console.output.write(writer.write(try Article(json: article))) }
            cursor = next
        }
        try console.output.write(writer.finish())
        try console.output.flush()
        await inquiry.close()
    }
}

/// `standpoint article`.
package struct ArticleCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: "Print one article: where it is, and the document so far.",
        discussion: """
            Example: standpoint article 0f8e2d6c1b4a49d7b3c5a8e1f2d30b64
            """
    )

    @OptionGroup package var flags: QueueFlags

    @Argument(help: "The article's id.")
    package var id: String

    package init() {}

    package mutating func validate() throws {
        guard ArticleID(id) != nil else { throw ValidationError("\(id) is not an article's id: 32 hexadecimal digits") }
    }

    package func run() async throws {
        let inquiry = try flags.inquiry()
        let answer = try await inquiry.ask(.article, ["article": JSON(id)]).answer
        let output = Console.standard.output
        try output.write(answer.encoded(.pretty) + [0x0A])
        try output.flush()
        await inquiry.close()
    }
}
