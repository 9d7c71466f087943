import ArgumentParser
import Segmentation
import Service
import Worker

/// The second worker: cuts articles into sentences.
@main
struct StandpointSegment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standpoint-segment",
        abstract: "Work for the queue: cut articles into sentences.",
        discussion: """
            Start as many as you like; kill any at any time. SIGTERM lets it finish what it holds.

            Example: standpoint-segment --queue ipc:///run/standpoint/queue.sock
            """
    )

    @OptionGroup var worker: WorkerService

    func run() async throws { try await worker.run { _ in StageTask(SegmentStage()) } }

    static func main() async { await Exit.main(Self.self) }
}
