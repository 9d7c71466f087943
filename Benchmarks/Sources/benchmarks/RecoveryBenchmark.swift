import ArgumentParser

/// How long it takes after kill -9 until everything goes on.
struct RecoveryBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery",
        abstract: "From kill -9 of a worker, or of a queue with much to do, until its work goes on."
    )

    @Option(help: "How many workers to kill.")
    var kills = 100

    @Option(help: "How many articles are pending when the queue is killed.")
    var pending = 1_000_000

    @Option(help: "The size of each, in bytes.")
    var bytes = 300

    @Option(help: "How often to kill the queue.")
    var restarts = 5

    @Option(help: "Where the executables are.")
    var executables = ".build/release"

    @Option(help: "Where to keep the journals; a directory in here is made and deleted.")
    var scratch = "."

    func run() throws {
        try Bench.run(executables, scratch) { bench in
            if kills > 0 { try WorkerRecovery(bench: bench).run(kills: kills) }
            if restarts > 0 { try QueueRecovery(bench: bench).run(pending: pending, bytes: bytes, restarts: restarts) }
        }
    }
}
