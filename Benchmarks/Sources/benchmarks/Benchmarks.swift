import ArgumentParser

/// Speed, measured on the machine at hand. Run by scripts/bench, which builds the executables first.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measure Standpoint.",
        subcommands: [QueueBenchmark.self, PlainWorker.self],
        defaultSubcommand: QueueBenchmark.self
    )
}
