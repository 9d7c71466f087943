import Foundation
import Histogram
import ZeroMQ

/// From the kill of a worker to the moment at which another has its tasks.
struct WorkerRecovery {
    /// What the workers have said. Each run of a worker process has a number of its own.
    private struct Log {
        /// The articles that a run holds.
        var held: [Int: Set<String>] = [:]
        /// Who got an article last, and when.
        var receipt: [String: (run: Int, time: Int)] = [:]
        var answered = 0

        mutating func add(_ run: Int, _ lines: [String]) {
            for line in lines {
                let words = line.split(separator: " ")
                guard words.count == 3, let time = Int(words[2]) else { continue }
                let article = String(words[1])
                if words[0] == "r" {
                    held[run, default: []].insert(article)
                    if receipt[article].map({ $0.time < time }) ?? true { receipt[article] = (run, time) }
                } else {
                    held[run]?.remove(article)
                    answered += 1
                }
            }
        }
    }

    private static let workers = 4
    private static let credit = 16
    /// In microseconds. Four workers together are far from what the queue can do.
    private static let pause = 5_000
    private static let limit = Duration.seconds(20)

    let bench: Bench

    func run(kills: Int) throws {
        let queue = try bench.queue(
            "worker",
            ["STANDPOINT_QUEUE_STAGES": "stance", "STANDPOINT_QUEUE_MAX_ATTEMPTS": "100"]
        )
        defer { queue.kill() }
        let client = try RawClient(bench.endpoint, Context())
        _ = try client.status()
        var lastRun = 0
        func start() throws -> (run: Int, process: ChildProcess) {
            lastRun += 1
            return (lastRun, try bench.pacedWorker(lastRun, stage: "stance", credit: Self.credit, pause: Self.pause))
        }
        var running = try (0..<Self.workers).map { _ in try start() }
        defer { for worker in running { worker.process.kill() } }
        var log = Log()
        var submitted = 0
        func turn() throws {
            while submitted - log.answered < 500 {
                try client.submit(100, from: submitted, bytes: 300)
                submitted += 100
            }
            for worker in running { log.add(worker.run, worker.process.takeLines()) }
            usleep(2_000)
        }
        var tasks = Histogram<UInt32>(highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: .three)
        var last = Histogram<UInt32>(highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: .three)
        for kill in 0..<kills {
            let victim = kill % Self.workers
            let begin = ContinuousClock.now
            // Some time under load, different each time, so that kills meet the queue's clock everywhere.
            while ContinuousClock.now - begin < .milliseconds(200 + kill * 37 % 500) { try turn() }
            while log.held[running[victim].run]?.isEmpty ?? true { try turn() }
            let (run, process) = running[victim]
            let time = process.kill()
            log.add(run, process.takeLines())
            let held = log.held.removeValue(forKey: run) ?? []
            running[victim] = try start()
            let deadline = ContinuousClock.now + Self.limit
            var missing = held
            while true {
                missing = missing.filter { log.receipt[$0].map { $0.run == run || $0.time < time } ?? true }
                if missing.isEmpty { break }
                guard ContinuousClock.now < deadline else {
                    throw BenchmarkError(reason: "\(missing.count) tasks were not given to others within \(Self.limit)")
                }
                try turn()
            }
            let delays = held.compactMap { log.receipt[$0] }.map { UInt64(max(0, $0.time - time) / 1_000) }
            for delay in delays { tasks.record(delay) }
            if let longest = delays.max() { last.record(longest) }
        }
        print(
            "worker: \(kills) kills of one of \(Self.workers) workers, each with up to \(Self.credit) tasks of \(Self.pause / 1_000) ms"
        )
        print("kill -9 → another worker has …   p50       p99       max")
        print(Text.left("  each of its tasks", 33) + Self.cells(tasks))
        print(Text.left("  the last of its tasks", 33) + Self.cells(last))
        let isMet = tasks.valueAtPercentile(99) <= 2_000_000
        print("bar: p99 ≤ 2 s: \(isMet ? "met" : "missed")\n")
    }

    private static func cells(_ histogram: Histogram<UInt32>) -> String {
        [histogram.valueAtPercentile(50), histogram.valueAtPercentile(99), histogram.max]
            .map { Text.left("\(($0 + 5_000) / 10_000 * 10) ms", 10) }.joined()
    }
}
