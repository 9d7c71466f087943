package import ArgumentParser
internal import LocalPipeline
internal import Logging
internal import UnixSignals

/// `standpoint up`.
package struct UpCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Keep a local pipeline running: a queue and its workers, each started again when it dies.",
        discussion: """
            Ctrl-C or SIGTERM ends it: workers finish what they hold, and what is accepted stays on disk for the next \
            time. Hand it articles with `standpoint submit`.

            Example: standpoint up --workers ingest=1,segment=1,stance=4 --data /var/lib/standpoint
            """
    )

    @OptionGroup package var flags: PipelineFlags

    package init() {}

    package func run() async throws {
        let plan = flags.plan(try flags.settings(isForPeople: false))
        // Before any child is there, so that no signal goes by unheard.
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let logger = Logger(label: "up")
        logger.notice("starting", metadata: ["data": "\(plan.dataDirectory)", "queue": "\(plan.endpoint)"])
        try await LocalPipeline(plan, logger: logger).run {
            for await _ in signals { break }
            logger.notice("ending; workers finish what they hold")
        }
        logger.notice("ended")
    }
}
