package import ArgumentParser
internal import LocalPipeline
internal import Logging

/// `standpoint up`.
package struct UpCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Keep a local pipeline running: a queue and its workers, each started again when it dies.",
        discussion: """
            Ctrl-C or SIGTERM ends it: workers finish what they hold, and what is accepted stays on disk for the next \
            time. A second one ends it at once, which loses nothing either. Hand it articles with `standpoint submit`.

            Example: standpoint up --workers ingest=1,segment=1,stance=4 --data /var/lib/standpoint
            """
    )

    @OptionGroup package var flags: PipelineFlags

    package init() {}

    package func run() async throws {
        let plan = flags.plan(try flags.settings(isForPeople: false))
        let logger = Logger(label: "up")
        logger.notice("starting", metadata: ["data": "\(plan.dataDirectory)", "queue": "\(plan.endpoint)"])
        do {
            try await Interruption.run(LocalPipeline(plan, logger: logger)) {
                logger.notice("ending; workers finish what they hold; once more to end at once")
            } _: {
                // Until a signal ends it.
                while true { try await Task.sleep(for: .seconds(86_400)) }
            }
        } catch is Interruption {}
        logger.notice("ended")
    }
}
