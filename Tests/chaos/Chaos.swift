import ArgumentParser

/// Faults on real processes: each scenario does something bad to a pipeline, lets it heal, and checks its books against
/// what the client was told.
@main
struct Chaos: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaos",
        abstract: "Do bad things to a running pipeline, and check that nothing is lost or doubled.",
        discussion: """
            A scenario ends with a verdict: passed, failed (with what went wrong), or skipped (with the reason). Exit code \
            1 where one failed. The seed is printed; with --seed the same faults are chosen again, though the machine \
            decides what they hit.

            Example: chaos --kills 100
            """,
        subcommands: [
            AllScenarios.self, KillScenario.self, RelayScenario.self, PartitionScenario.self, DiskScenario.self,
            FilesScenario.self, DamageScenario.self,
        ],
        defaultSubcommand: AllScenarios.self
    )
}

/// All scenarios, one after the other.
struct AllScenarios: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "All scenarios, one after the other.")

    @OptionGroup var options: ScenarioOptions

    @Option(help: "End the first scenario after so many kills.")
    var kills = 1_000

    @Option(help: "Damage so many copies of a journal.")
    var copies = 300

    func run() async throws {
        let (options, kills, copies) = (options, kills, copies)
        let attempts = KillScenario.attempts
        let verdicts = [
            await Verdict.of("kills") { try await KillScenario.verdict(options, kills: kills, attempts: attempts) },
            await Verdict.of("relay") { try await RelayScenario.verdict(options) },
            await Verdict.of("partition") { try await PartitionScenario.verdict(options) },
            await Verdict.of("disk") { try await DiskScenario.verdict(options) },
            await Verdict.of("files") { try await FilesScenario.verdict(options) },
            await Verdict.of("damage") { try await DamageScenario.verdict(options, copies: copies) },
        ]
        print("\n== summary")
        for verdict in verdicts { print("  \(verdict.scenario.padded(12)) \(verdict.outcome)") }
        if verdicts.contains(where: { !$0.faults.isEmpty }) { throw ExitCode.failure }
    }
}

/// What every scenario is told.
struct ScenarioOptions: ParsableArguments {
    @Option(help: "Choose the same faults as the run that printed this seed.")
    var seed: UInt64?

    @Option(help: "Keep the data directories in here.")
    var scratch = "/tmp"

    /// The seed to use; printed by ``Verdict``.
    var chosenSeed: UInt64 { seed ?? UInt64.random(in: 1...999_999) }
}
