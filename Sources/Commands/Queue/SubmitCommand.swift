package import ArgumentParser
internal import Client
internal import Documents
internal import Fetch
internal import JSON
internal import Service
internal import Settings
internal import Wire

/// `standpoint submit`.
package struct SubmitCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Hand articles to a running pipeline.",
        discussion: """
            Takes text, HTML, JSON and JSON Lines files (objects with at least "text" or "html"), web archives (WARC), \
            folders of such, patterns in quotation marks ('news/**/*.html'), - for standard input, and pages of the web \
            (http://… and https://…), which it fetches as far as the site's robots.txt allows. Prints a line for each: \
            its name and the article's id. When this command says that an article is accepted, it is on disk. Submitting \
            twice is harmless. Where the queue is full, it waits, says so, and goes on when there is room.

            Example: standpoint submit --wait articles/ feed.jsonl https://paper.example/op-ed
            """
    )

    @OptionGroup package var flags: QueueFlags
    @OptionGroup var input: InputOptions
    @OptionGroup var web: WebOptions

    @Argument(help: "Files, folders, patterns or addresses of pages; - for standard input.")
    package var paths: [String]

    @Flag(help: "Wait until all are done. Exit code 1 where one became a dead letter.")
    package var wait = false

    @Option(help: "From 0 to 9; the higher is served first.")
    package var priority = 5

    @Option(help: "Give up when the queue stays full for so many seconds (default: wait as long as it takes).")
    package var busyTimeout: Int?

    @Option(help: "Keep in this file how far archives have been handed in, and go on from there.")
    package var resume: String?

    @Flag(help: "Hand nothing in; print the names and ids that there would be.")
    package var dryRun = false

    package init() {}

    package mutating func validate() throws {
        guard Priority(priority) != nil else { throw ValidationError("--priority takes 0 to 9") }
        guard busyTimeout.map({ (1...604_800).contains($0) }) ?? true else {
            throw ValidationError("--busy-timeout takes 1 to 604800 seconds")
        }
    }

    package func run() async throws {
        let (addresses, paths) = try WebOptions.split(paths)
        try InputOptions.check(paths)
        let console = Console.standard
        let options = try input.options(resume: resume)
        let reader = DocumentReader(paths: paths, options: options)
        if dryRun {
            let progress = ProgressReport(isQuiet: !input.progress)
            let files = paths.isEmpty ? true : try DryRun(reader: reader, progress: progress).run(on: console)
            let pages = try await DryRun.run(addresses, by: web.fetcher, on: console)
            guard files, pages else { throw CommandError(nil) }
            return
        }
        let settings = try flags.settings().settings
        let client = try flags.client(settings)
        let progress = ProgressReport()
        let resume = resume.map { ResumePoint($0, places: options.places) }
        let delivery = try await deliver(paths.isEmpty ? nil : reader, to: client, resume, progress, on: console)
        let pages = try await deliver(addresses, to: client, settings, on: console)
        let items = delivery.items + pages.items
        for item in items {
            let mark = item.isDuplicate ? " (known)" : ""
            try console.output.write(Array("\(TerminalText.visible(item.name)) \(item.id)\(mark)\n".utf8))
        }
        try console.output.flush()
        var dead = 0
        if wait {
            try await Completion(client, progress).each(items.map(\.id)) { index, answer in
                guard answer["state"] == "dead" else { return }
                dead += 1
                console.complain("\(items[index].name): dead letter: \(DeadLetterText.line(answer))")
            }
        }
        await client.close()
        guard delivery.failures + pages.failures == 0, dead == 0 else { throw CommandError(nil) }
    }

    private var roomLimit: Duration? { busyTimeout.map { .seconds($0) } }

    private func deliver(
        _ reader: DocumentReader?,
        to client: QueueClient,
        _ resume: ResumePoint?,
        _ progress: ProgressReport,
        on console: Console
    ) async throws -> (items: [Delivery.Item], failures: Int) {
        guard let reader else { return ([], 0) }
        let delivery = try await Delivery(
            reader,
            to: client,
            priority: Priority(priority) ?? .normal,
            roomLimit: roomLimit,
            resume: resume,
            progress: progress,
            tellsReading: input.progress,
            complain: { console.complain($0) },
            note: { console.note($0) }
        )
        return (delivery.items, delivery.failures)
    }

    private func deliver(
        _ addresses: [WebAddress],
        to client: QueueClient,
        _ settings: Settings,
        on console: Console
    ) async throws -> (items: [Delivery.Item], failures: Int) {
        guard !addresses.isEmpty else { return ([], 0) }
        let directory = settings.queue.dataDirectory
        var record = FetchRecord(directory: directory, queue: settings.worker.queue)
        // What was taken stays taken, however this ends; and without the file no more is lost than some traffic.
        defer {
            do { try record.save() } catch {
                console.note("what was fetched could not be noted in \(directory): \(error)")
            }
        }
        let delivery = try await WebDelivery(
            addresses,
            by: web.fetcher,
            to: client,
            priority: Priority(priority) ?? .normal,
            roomLimit: roomLimit,
            refetches: web.refetch,
            record: &record,
            complain: { console.complain($0) },
            note: { console.note($0) }
        )
        return (delivery.items, delivery.failures)
    }
}
