package import ArgumentParser
internal import Article
internal import Client
internal import Documents
internal import Foundation
internal import JSON
internal import LocalPipeline
internal import Logging
internal import Service
internal import Settings
internal import Wire
internal import ZeroMQ

/// `standpoint run`.
package struct RunCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Analyse articles: start a pipeline, hand them in, wait, print the result, end the pipeline.",
        discussion: """
            Takes what `standpoint submit` takes. What is accepted is on disk: when the run is interrupted, running it \
            again goes on. An article that is already done is not analysed again, unless --again is given. Exit code 1 \
            where an article became a dead letter.

            Example: standpoint run --format csv articles/ > stances.csv
            """
    )

    @OptionGroup package var flags: PipelineFlags
    @OptionGroup var input: InputOptions

    @Argument(help: "Files, folders or patterns; - for standard input.")
    package var paths: [String]

    @Option(help: "text, json, jsonl (one article a line) or csv (one stance a line).")
    package var format: ResultFormat = .text

    @Flag(help: "Analyse also what is done already.")
    package var again = false

    @Flag(help: "Show no progress.")
    package var quiet = false

    package init() {}

    package func run() async throws {
        try InputOptions.check(paths)
        let options = try input.options()
        let settings = try flags.settings(isForPeople: true)
        let plan = flags.plan(settings)
        if let idle = plan.workers.first(where: { $0.count == 0 }) {
            let advice = "a run needs one of each stage at least, as in --workers \(idle.stage)=1"
            throw CommandError("there would be no \(idle.stage) worker; \(advice)", status: .usage)
        }
        let security = try Transport.client(settings.worker)
        let pipeline = LocalPipeline(plan, logger: Logger(label: "run"))
        let job = self
        let isGood: Bool
        do {
            isGood = try await Interruption.run(pipeline) {
                Console.standard.note("ending; workers finish what they hold; once more to end at once")
            } _: {
                try await job.work(options, endpoint: plan.workerEndpoint, security: security)
            }
        } catch let interruption as Interruption {
            throw CommandError("interrupted; the same command goes on where this one was", status: interruption.status)
        }
        guard isGood else { throw CommandError(nil) }
    }

    /// - Returns: Whether every document became an article that is done.
    private func work(_ options: DocumentOptions, endpoint: String, security: Security) async throws -> Bool {
        let console = Console.standard
        let client = try QueueClient(endpoint: endpoint, patience: .seconds(30), security: security, context: Context())
        let suffix = again ? "#\(UUID().uuidString)" : ""
        let progress = ProgressReport(isQuiet: quiet)
        let delivery = try await Delivery(
            DocumentReader(paths: paths, options: options),
            to: client,
            priority: .normal,
            keySuffix: suffix,
            progress: progress,
            tellsReading: input.progress,
            complain: { console.complain($0) },
            note: { console.note($0) }
        )
        let known = delivery.items.count(where: \.isDuplicate)
        if known > 0, !quiet { console.note("\(known) handed in before; --again analyses anew what is done") }
        var writer = ResultWriter(format, style: console.style)
        var dead = 0
        try await Completion(client, progress).each(delivery.items.map(\.id)) { index, answer in
            if answer["state"] == "done", let document = answer["article"] {
                try console.output.write(writer.write(try Article(json: document)))
            } else {
                dead += 1
                progress.finish()
                console.complain("\(delivery.items[index].name): dead letter: \(DeadLetterText.line(answer))")
            }
        }
        try console.output.write(writer.finish())
        try console.output.flush()
        await client.close()
        return dead == 0 && delivery.failures == 0
    }
}
