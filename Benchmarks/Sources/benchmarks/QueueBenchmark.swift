import ArgumentParser
import Foundation
import Subprocess
import SystemPackage

/// The queue alone: submitter, queue and three workers that only add a key, each a process, over ipc.
struct QueueBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "Articles a second through three stages, each accepted and each step after an fsync."
    )

    @Option(help: "How many articles.")
    var articles = 20_000

    @Option(help: "The size of each, in bytes.")
    var bytes = 4_096

    @Option(help: "How often to measure; the median counts.")
    var runs = 3

    @Option(help: "Where the executables are.")
    var executables = ".build/release"

    @Option(help: "Where to keep the journals; a directory in here is made and deleted.")
    var scratch = "."

    func run() async throws {
        let root = URL(filePath: scratch).appending(path: ".scratch-\(getpid())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        print("machine: \(Machine.description)")
        print("disk: \(Int(try Machine.syncsPerSecond(in: root).rounded())) fsyncs/s of 4 KiB")
        print("\(articles) articles of \(bytes) bytes, 3 stages, 1 worker process a stage, \(runs) runs\n")
        print("journal   articles/s (median)   min      max      accepted p50   p99")
        for journal in ["sqlite", "memory"] {
            var results: [QueueLoad.Result] = []
            for run in 0..<runs {
                results.append(try await measure(journal, in: root.appending(path: "\(journal)-\(run)")))
            }
            results.sort { $0.articlesPerSecond < $1.articlesPerSecond }
            let median = results[results.count / 2]
            let cells = [median, results[0], results[results.count - 1]].map { "\(Int($0.articlesPerSecond))" }
            print(
                Text.left(journal, 10) + Text.left(cells[0], 22) + Text.left(cells[1], 9) + Text.left(cells[2], 9)
                    + Text.left("\(median.acceptedMedian) ms", 15) + "\(median.accepted99) ms"
            )
        }
    }

    private func measure(_ journal: String, in directory: URL) async throws -> QueueLoad.Result {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        // The system's limit on the path of a socket is 107 bytes.
        let socket = "/tmp/standpoint-bench-\(getpid()).sock"
        defer { unlink(socket) }
        let endpoint = "ipc://\(socket)"
        let parent = "\(getpid())"
        let queue = URL(filePath: executables).appending(path: "standpoint-queue").path
        let environment = Environment.inherit.updating(["STANDPOINT_QUEUE_JOURNAL": journal])
        let (articles, bytes) = (articles, bytes)
        return try await withThrowingTaskGroup(of: QueueLoad.Result?.self) { group in
            group.addTask {
                try await Self.child(
                    queue,
                    ["--data", directory.path, "--endpoint", endpoint, "--parent", parent, "--log-level", "warning"],
                    environment
                )
            }
            for stage in ["ingest", "segment", "stance"] {
                group.addTask {
                    let own = "/proc/self/exe"
                    let path = try FileManager.default.destinationOfSymbolicLink(atPath: own)
                    let arguments = ["plain-worker", "--stage", stage, "--endpoint", endpoint, "--parent", parent]
                    return try await Self.child(path, arguments, .inherit)
                }
            }
            group.addTask { try QueueLoad(endpoint: endpoint, articles: articles, bytes: bytes).run() }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw CancellationError()
        }
    }

    private static func child(
        _ path: String,
        _ arguments: [String],
        _ environment: Environment
    ) async throws -> QueueLoad.Result? {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        _ = try await Subprocess.run(
            .path(FilePath(path)),
            arguments: Arguments(arguments),
            environment: environment,
            platformOptions: options,
            output: .discarded,
            error: .currentStandardError
        )
        return nil
    }
}

enum Text {
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
