import ArgumentParser

/// Speed, measured on the machine at hand. Run by scripts/bench, which builds the executables first.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measure Standpoint.",
        subcommands: [
            QueueBenchmark.self, RecoveryBenchmark.self, SlowWorkerBenchmark.self, PlainWorker.self, PacedWorker.self,
        ],
        defaultSubcommand: QueueBenchmark.self
    )
}
