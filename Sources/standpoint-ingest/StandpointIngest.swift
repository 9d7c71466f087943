import ArgumentParser
import Article
import Ingest
import Service
import Settings
import Wire
import Worker

/// The first worker: makes articles of what was submitted.
@main
struct StandpointIngest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standpoint-ingest",
        abstract: "Work for the queue: make clean articles of text and HTML.",
        discussion: """
            Start as many as you like; kill any at any time. SIGTERM lets it finish what it holds.

            Example: standpoint-ingest --queue ipc:///run/standpoint/queue.sock
            """
    )

    @OptionGroup var worker: WorkerService

    func run() async throws {
        try await worker.run { settings in
            let ingest = Ingest()
            let findsNearDuplicates = settings.pipeline.nearDuplicates != .off
            return SubmissionTask(
                StageName(ingest.name)!,
                model: ingest.model,
                ingest: { submission, id throws(StageError) in try ingest.article(from: submission, id: id) },
                sketch: { article in
                    findsNearDuplicates ? MinHash.sketch(of: article).flatMap { Sketch($0) } : nil
                }
            )
        }
    }

    static func main() async { await Exit.main(Self.self) }
}
