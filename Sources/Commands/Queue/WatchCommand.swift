package import ArgumentParser
internal import Client
internal import Documents
internal import Service
internal import Settings
internal import UnixSignals
internal import Wire

/// `standpoint watch`.
package struct WatchCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Hand in what appears in folders, until a signal ends it.",
        discussion: """
            Takes the files that are there first, then each that is written, linked or moved in, also in folders inside; \
            files are left where they are. One that is still being written waits until it is closed. What the queue has \
            already is not taken twice, so that starting again does no harm. Prints a line for each new article: its name \
            and id. While the queue is full or gone, it waits. SIGTERM or Ctrl-C ends it with exit code 0.

            Example: standpoint watch /var/spool/articles
            """
    )

    @OptionGroup package var flags: QueueFlags
    @OptionGroup var input: InputOptions

    @Argument(help: "Folders.")
    package var folders: [String]

    @Option(help: "From 0 to 9; the higher is served first.")
    package var priority = 5

    package init() {}

    package mutating func validate() throws {
        guard Priority(priority) != nil else { throw ValidationError("--priority takes 0 to 9") }
    }

    package func run() async throws {
        try InputOptions.check(folders)
        var options = try input.options()
        // As in folders that are handed in: pictures and half-done downloads are no articles.
        options.takesUnknown = false
        let signals = await UnixSignalsSequence(trapping: ServiceProcess.endings())
        let arrivals = Arrivals(folders)
        defer { arrivals.end() }
        let job = self
        let reading = options
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await job.handIn(arrivals.batches, reading) }
            group.addTask {
                for await _ in signals { return }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
        try Console.standard.output.flush()
    }

    private func handIn(_ batches: AsyncThrowingStream<[String], any Error>, _ options: DocumentOptions) async throws {
        let console = Console.standard
        let client = try flags.client(try flags.settings().settings)
        for try await paths in batches where !paths.isEmpty {
            var isTold = false
            while true {
                do {
                    try await handIn(paths, options, to: client, console)
                    break
                } catch let error as ClientError where error.code == .noAnswer {
                    if !isTold { console.note("\(error); going on when there is an answer") }
                    isTold = true
                }
            }
        }
    }

    private func handIn(
        _ paths: [String],
        _ options: DocumentOptions,
        to client: QueueClient,
        _ console: Console
    ) async throws {
        let delivery = try await Delivery(
            DocumentReader(paths: paths, options: options),
            to: client,
            priority: Priority(priority) ?? .normal,
            progress: ProgressReport(isQuiet: !input.progress),
            complain: { console.complain($0) },
            note: { console.note($0) }
        )
        for item in delivery.items where !item.isDuplicate {
            try console.output.write(Array("\(TerminalText.visible(item.name)) \(item.id)\n".utf8))
        }
        try console.output.flush()
    }
}
