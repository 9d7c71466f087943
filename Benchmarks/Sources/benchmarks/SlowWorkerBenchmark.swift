import ArgumentParser
import Foundation
import ZeroMQ

/// Ten workers of one stage, one of them a hundred times slower than the others: how much of what they could do together
/// do they?
struct SlowWorkerBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slow-worker",
        abstract:
            "The throughput of ten workers of which one is a hundred times slower, against the sum of their rates."
    )

    @Option(help: "How many articles.")
    var articles = 20_000

    @Option(help: "How many workers, the slow one among them.")
    var workers = 10

    @Option(help: "What a task takes a worker, in microseconds.")
    var pause = 4_000

    @Option(help: "How many times as long it takes the slow one.")
    var factor = 100

    @Option(help: "How many tasks a worker takes at once; 64 is the default of ours.")
    var credit = 64

    @Option(help: "Where the executables are.")
    var executables = ".build/release"

    @Option(help: "Where to keep the journals; a directory in here is made and deleted.")
    var scratch = "."

    func run() throws { try Bench.run(executables, scratch, measure) }

    private func measure(_ bench: Bench) throws {
        let queue = try bench.queue(
            "slow",
            ["STANDPOINT_QUEUE_STAGES": "stance", "STANDPOINT_QUEUE_TASK_DEADLINE": "10m"]
        )
        defer { queue.kill() }
        let client = try RawClient(bench.endpoint, Context())
        try client.submit(articles, bytes: 300)
        let children = try (0..<workers).map { number in
            let pause = number == 0 ? pause * factor : pause
            return try bench.pacedWorker(number + 1, stage: "stance", credit: credit, pause: pause)
        }
        defer { for child in children { child.kill() } }
        // (when, how many done)
        var progress: [(time: Double, done: Int)] = []
        let start = ContinuousClock.now
        while progress.last?.done ?? 0 < articles {
            usleep(5_000)
            let done = QueueLoad.number("done", in: try client.status()) ?? 0
            progress.append(((ContinuousClock.now - start) / .seconds(1), done))
            for child in children { _ = child.takeLines() }
            guard ContinuousClock.now - start < .seconds(600) else { throw BenchmarkError(reason: "it takes too long") }
        }
        // The clock starts with the first article done: the processes have started then.
        let first = progress.first { $0.done > 0 } ?? progress[0]
        func time(of part: Double) -> Double {
            progress.first { Double($0.done) >= part * Double(articles) }?.time ?? 0
        }
        let ideal = Double(workers - 1) * 1e6 / Double(pause) + 1e6 / Double(pause * factor)
        let steady = 0.7 * Double(articles) / (time(of: 0.9) - time(of: 0.2))
        let whole = Double(articles - first.done) / ((progress.last?.time ?? 0) - first.time)
        print(
            "\(articles) articles, \(workers) workers of \(pause) µs a task, one of them of \(pause * factor) µs, credit \(credit)"
        )
        print("ideal, the sum of their rates:  \(Int(ideal)) articles/s")
        print("from 20 % to 90 % done:         \(Int(steady)) articles/s, \(Self.percent(steady / ideal)) of the ideal")
        print("from first to last:             \(Int(whole)) articles/s, \(Self.percent(whole / ideal)) of the ideal")
        print("after 99 % were done it took another \(Int(((progress.last?.time ?? 0) - time(of: 0.99)) * 1_000)) ms")
        print("bar: ≥ 90 % of the ideal: \(whole >= 0.9 * ideal ? "met" : "missed")")
    }

    private static func percent(_ part: Double) -> String { "\((part * 1_000).rounded() / 10) %" }
}
