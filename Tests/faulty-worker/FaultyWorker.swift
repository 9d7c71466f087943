import ArgumentParser
import Foundation
import Service
import Wire
import Worker

/// A worker for tests only, that does to its process what articles ask of it.
@main
struct FaultyWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faulty-worker",
        abstract: "For tests: a stage that crashes, hangs or eats memory on articles that say so."
    )

    @OptionGroup var worker: WorkerService

    @Option(help: "The stage.")
    var stage = "work"

    @Option(help: "Append a line to this file whenever a task is begun: article, attempt, fault.")
    var tally: String?

    @Option(help: "How many milliseconds a task takes.")
    var pause: UInt32 = 0

    func run() async throws {
        guard let stage = StageName(stage) else { throw ValidationError("\(stage) is not the name of a stage") }
        let task = FaultyTask(stage: stage, tally: tally, pause: pause)
        try await worker.run { _ in task }
    }

    static func main() async { await Exit.main(Self.self) }
}

/// Hands the article back as it came, unless it has `fault: NAME` in it.
struct FaultyTask: TaskHandler {
    let stage: StageName
    let model: String? = nil
    let tally: String?
    /// In milliseconds.
    let pause: UInt32

    func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> TaskResult {
        let text = String(decoding: body, as: UTF8.self)
        let fault = Fault.allCases.first { text.contains("fault: \($0.rawValue)") }
        note("\(task.article) \(task.attempt) \(fault?.rawValue ?? "none")\n")
        fault?.strike()
        usleep(pause * 1_000)
        return TaskResult(body)
    }

    private func note(_ line: String) {
        guard let tally else { return }
        // One write to the end: lines of several processes do not mix.
        let file = open(tally, O_WRONLY | O_APPEND | O_CREAT, 0o600)
        defer { close(file) }
        _ = line.utf8CString.withUnsafeBytes { write(file, $0.baseAddress, $0.count - 1) }
    }
}
