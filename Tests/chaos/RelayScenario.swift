import ArgumentParser
import ZeroMQ

/// Between everybody and the queue stands a relay that drops, delays, repeats, swaps, resets, goes dark, replays and talks
/// garbage: whole messages of plain connections, then any bytes of encrypted ones.
struct RelayScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay",
        abstract: "A relay that drops, delays, repeats and resets, between everybody and the queue."
    )

    @OptionGroup var options: ScenarioOptions

    @Option(help: "How many articles, plain and encrypted each.")
    var articles = 600

    func run() async throws { try await Self.verdict(options, articles: articles).conclude() }

    static func verdict(_ options: ScenarioOptions, articles: Int = 600) async throws -> Verdict {
        let seed = options.chosenSeed
        var all = Verdict("relay")
        for grain in [RelayFaults.Grain.messages, .bytes] {
            let verdict = try await verdict(options, grain, articles: articles, seed: seed)
            all.faults += verdict.faults
        }
        return all
    }

    private static func verdict(
        _ options: ScenarioOptions,
        _ grain: RelayFaults.Grain,
        articles: Int,
        seed: UInt64
    ) async throws -> Verdict {
        let name = grain == .messages ? "relay, whole messages" : "relay, any bytes, CURVE"
        Verdict.begin(name, seed: seed)
        var verdict = Verdict(name)
        let workspace = try Workspace(in: options.scratch)
        let keys = grain == .bytes ? try Keys(in: workspace) : nil
        let port = try Loopback.freePort()
        let relay = try Relay(to: port, RelayFaults(grain: grain), seed: seed)
        defer { relay.stop() }
        // A task or an answer that was dropped is noticed by its deadline.
        let settings = [
            "STANDPOINT_QUEUE_MAX_ATTEMPTS": "100", "STANDPOINT_QUEUE_TASK_DEADLINE": "1500ms",
            "STANDPOINT_WORKER_RECONNECT_MAX": "500ms",
        ]
        let direct = "tcp://127.0.0.1:\(port)"
        let relayed = "tcp://127.0.0.1:\(relay.port)"
        let members =
            [Member.queue(workspace.data, direct, settings.merging(keys?.queueSettings ?? [:]) { $1 })]
            + Member.workers(
                [("ingest", 2), ("segment", 2), ("stance", 2)],
                relayed,
                settings.merging(keys?.workerSettings ?? [:]) { $1 }
            )
        let books = Books(Corpus(seed: seed))
        let security = keys?.security ?? Security.none
        let load = Load(
            endpoint: relayed,
            security: security,
            books: books,
            mostPending: 200,
            pause: .milliseconds(200)
        )
        let start = ContinuousClock.now
        let run = try await Fleet.run(members, log: workspace.log) { fleet in
            try await load.submit(upTo: articles)
            relay.heal()
            let direct = Load(endpoint: direct, security: security, books: books)
            return (try await direct.drained(within: .seconds(60)), try await direct.reckoning())
        }
        let counts = relay.counts
        verdict.row("carried", "\(counts.carried) on \(counts.connections) connections: \(counts.text)")
        verdict.row("connections", "\(counts.resets) reset, \(counts.dark) half-open for a while")
        verdict.row("intruders", "\(counts.replays) replays, \(counts.garbage) of garbage")
        verdict.add(run.value.1)
        verdict.row("took", (ContinuousClock.now - start).seconds)
        verdict.faults += await run.fleet.unexpected
        verdict.expect(run.value.0, "the pipeline did not finish within a minute after the relay was healed")
        verdict.printTable()
        workspace.conclude(verdict)
        return verdict
    }
}
