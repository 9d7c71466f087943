import ArgumentParser
import Foundation

/// Processes chosen at random, the queue among them, are killed or stopped for a while, under load.
struct KillScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kills",
        abstract: "SIGKILL and SIGSTOP for processes chosen at random, the queue among them."
    )

    /// An article may be tried so often at a stage. With the default of 3 a few articles of a long run are in the hands of
    /// three processes that are killed, and become dead letters, as they should; with 20 there should be none.
    static let attempts = 20

    @OptionGroup var options: ScenarioOptions

    @Option(help: "End after so many kills.")
    var kills = 1_000

    @Option(help: "queue.max_attempts")
    var attempts = KillScenario.attempts

    @Option(help: "queue.journal; with `memory`, which survives nothing, the scenario must fail.")
    var journal = "sqlite"

    func run() async throws {
        try await Self.verdict(options, kills: kills, attempts: attempts, journal: journal).conclude()
    }

    static func verdict(
        _ options: ScenarioOptions,
        kills: Int,
        attempts: Int,
        journal: String = "sqlite"
    ) async throws -> Verdict {
        let seed = options.chosenSeed
        Verdict.begin("kills", seed: seed)
        let workspace = try Workspace(in: options.scratch)
        let settings = [
            "STANDPOINT_QUEUE_MAX_ATTEMPTS": "\(attempts)", "STANDPOINT_QUEUE_JOURNAL": journal,
            "STANDPOINT_WORKER_RECONNECT_MAX": "500ms",
        ]
        let members =
            [Member.queue(workspace.data, workspace.socket, settings)]
            + Member.workers([("ingest", 2), ("segment", 2), ("stance", 4)], workspace.socket, settings)
        let books = Books(Corpus(seed: seed))
        let load = Load(endpoint: workspace.socket, books: books, pause: .milliseconds(600))
        let start = ContinuousClock.now
        var verdict = Verdict("kills")
        let run = try await Fleet.run(members, log: workspace.log) { fleet in
            try await play(fleet, load, kills: kills, seed: seed)
        }
        let (fleet, (watch, isDrained, reckoning)) = (run.fleet, run.value)
        let byProcess = await fleet.kills.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        verdict.row("kills", "\(await fleet.totalKills) (\(byProcess.joined(separator: ", ")))")
        verdict.row("stops of 0.2 to 2 s", await fleet.stops)
        verdict.row("restarts", await fleet.restarts)
        verdict.row("handed in", String(format: "%.1f MB", Double(await books.bytes) / 1e6))
        verdict.add(reckoning)
        verdict.row("queue hit → it answers, longest", watch.longestSilence.seconds)
        verdict.row("no article done, longest", watch.longestStandstill.seconds)
        verdict.row("took", (ContinuousClock.now - start).seconds)
        verdict.faults += await fleet.unexpected
        verdict.expect(isDrained, "the pipeline did not finish within \(drainLimit.seconds) after the last blow")
        // The books of the queue that has ended, counted by the command line.
        let audit = try await StandpointAudit.run(workspace.data, home: workspace.path)
        let isRight = audit.isBalanced && audit.text.hasPrefix("\(reckoning.accepted) accepted = ")
        verdict.expect(isRight || journal == "memory", "after the end, `standpoint audit` says: \(audit.text)")
        verdict.printTable()
        workspace.conclude(verdict)
        return verdict
    }

    private static let drainLimit = Duration.seconds(120)

    private static func play(
        _ fleet: Fleet,
        _ load: Load,
        kills: Int,
        seed: UInt64
    ) async throws -> (Watch, Bool, Reckoning) {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let watching = Task { try await Watch.run(load, fleet) }
            let blows = Task { await Monkey(seed: seed).hit(fleet, kills: kills) }
            for _ in 0..<2 {
                group.addTask { try await load.submit { await fleet.totalKills >= kills } }
            }
            await blows.value
            try await group.waitForAll()
            let isDrained = try await load.drained(within: drainLimit)
            watching.cancel()
            let watch = try await watching.value
            return (watch, isDrained, try await load.reckoning())
        }
    }
}
