import ArgumentParser
import Simulation

#if canImport(Glibc)
    import Glibc
#endif

/// Plays games of the queue against every fault, and prints the shortest one that breaks a promise.
@main
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play the queue's rules and its journal against faults, from seeds.",
        discussion:
            "Ends with exit code 1 where a promise was broken. docs/simulation.md says what is played and promised."
    )

    private static let mostLines = 400

    @Option(help: "How many games to play.")
    var seeds = 100_000

    @Option(help: "The seed of the first game.")
    var first: UInt64 = 1

    @Option(help: "Play this game alone, and tell what happens.")
    var seed: UInt64?

    @Option(help: "Break the queue: \(Defect.allCases.map(\.rawValue).joined(separator: ", ")).")
    var defect: Defect?

    @Option(help: "How many threads play; as many as there are processors unless said otherwise.")
    var threads: Int?

    func validate() throws {
        guard seeds > 0 else { throw ValidationError("--seeds: there must be at least one, not \(seeds)") }
        guard threads ?? 1 > 0 else { throw ValidationError("--threads: there must be at least one") }
    }

    func run() async throws {
        if let seed {
            let game = Game(Plan(seed: seed), defect: defect, isTraced: true)
            game.trace.forEach { print($0) }
            guard game.violation != nil else { return print("\nSeed \(seed) keeps every promise.") }
            report(game)
            throw ExitCode.failure
        }
        let threads = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let start = ContinuousClock.now
        let campaign = Campaign(first: first, count: seeds, threads: threads, defect: defect)
        let result = await campaign.run { played in print("\(played) games …") }
        let duration = ContinuousClock.now - start
        print(Summary(result, duration, threads).text)
        guard let failure = result.failure else { return print("Every promise was kept.") }
        report(failure)
        throw ExitCode.failure
    }

    private func report(_ game: Game) {
        let shortest = Shrinking.shrink(game, defect: defect)
        let traced = Game(shortest.plan, defect: defect, isTraced: true)
        print("\nSeed \(game.plan.seed) broke a promise in step \(game.length): \(game.violation?.description ?? "")")
        print("Play it again with: make simulate SEED=\(game.plan.seed)")
        print("\nThe shortest game found has \(traced.plan.steps.count) of its \(game.plan.steps.count) steps:\n")
        for step in traced.plan.steps { print("  \(step.event)\(step.salt == 0 ? "" : ", chance \(step.salt)")") }
        print("\nand goes like this:\n")
        // A game that never ends is not worth reading to the end.
        traced.trace.prefix(Self.mostLines).forEach { print($0) }
        if traced.trace.count > Self.mostLines { print("… and \(traced.trace.count - Self.mostLines) lines more") }
        print("\n\(traced.violation?.description ?? "")")
    }
}

extension Defect: ExpressibleByArgument {}
