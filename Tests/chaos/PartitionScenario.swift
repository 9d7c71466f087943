import ArgumentParser
import Foundation
import Subprocess
import SystemPackage

/// Queue, clients and two hosts with workers, each in a network namespace, on one bridge; cables are pulled.
struct PartitionScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partition",
        abstract: "Hosts in network namespaces, with CURVE, and partitions between them."
    )

    @OptionGroup var options: ScenarioOptions

    /// The names of the namespaces begin with it, and this process runs in that of the clients.
    @Option(help: .hidden)
    var network: String?

    func run() async throws {
        guard let network else { return try await Self.verdict(options).conclude() }
        let verdict = try await Self.play(options, network)
        verdict.printTable()
        try verdict.conclude()
    }

    /// Makes the network, which needs root, and plays in it.
    static func verdict(_ options: ScenarioOptions) async throws -> Verdict {
        let seed = options.chosenSeed
        Verdict.begin("partition", seed: seed)
        let script = "scripts/chaos-network"
        let own = Executables.path("chaos")
        let arguments = [own, "partition", "--seed", "\(seed)", "--scratch", options.scratch, "--network"]
        let result = try await Subprocess.run(
            .path("/bin/bash"),
            arguments: Arguments([script] + arguments),
            input: .none,
            output: .currentStandardOutput,
            error: .string(limit: 1 << 16)
        )
        let said = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
        if result.terminationStatus == .exited(77) {
            print("  skipped: \(said)")
            return Verdict("partition", skipped: said)
        }
        var verdict = Verdict("partition")
        verdict.expect(result.terminationStatus.isSuccess, "see above; \(result.terminationStatus) \(said)")
        for fault in verdict.faults { print("  fault: \(fault)") }
        return verdict
    }

    private static func play(_ options: ScenarioOptions, _ network: String) async throws -> Verdict {
        let seed = options.chosenSeed
        let workspace = try Workspace(in: options.scratch)
        let keys = try Keys(in: workspace)
        let endpoint = "tcp://10.77.0.1:5555"
        let settings = ["STANDPOINT_QUEUE_MAX_ATTEMPTS": "20", "STANDPOINT_WORKER_RECONNECT_MAX": "500ms"]
        func host(_ name: String) -> [String] {
            ["ip", "netns", "exec", "\(network)-\(name)"].map { $0 == "ip" ? ip : $0 }
        }
        let queue = Member.queue(workspace.data, endpoint, settings.merging(keys.queueSettings) { $1 })
        let workers = Member.workers(
            [("ingest", 2), ("segment", 2), ("stance", 2)],
            endpoint,
            settings.merging(keys.workerSettings) { $1 }
        )
        // The first of each stage on one host, the second on the other.
        let members =
            [queue.wrapped(host("queue"))]
            + workers.enumerated().map { $1.wrapped(host($0.isMultiple(of: 2) ? "a" : "b")) }
        let books = Books(Corpus(seed: seed))
        let load = Load(endpoint: endpoint, security: keys.security, books: books)
        let start = ContinuousClock.now
        var verdict = Verdict("partition")
        let run = try await Fleet.run(members, log: workspace.log) { fleet in
            async let cut = partitions(network, seed: seed)
            let isOver = Switch()
            async let submitted: Void = load.submit { await isOver.isSet }
            let count = try await cut
            await isOver.set()
            try await submitted
            return (count, try await load.drained(within: .seconds(60)), try await load.reckoning())
        }
        verdict.row("partitions of 1 to 6 s", run.value.0)
        verdict.add(run.value.2)
        verdict.row("took", (ContinuousClock.now - start).seconds)
        verdict.faults += await run.fleet.unexpected
        verdict.expect(run.value.1, "the pipeline did not finish within a minute after the last partition")
        workspace.conclude(verdict)
        return verdict
    }

    private static let ip =
        ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip"]
        .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/sbin/ip"

    /// Pulls the cables of a host with workers, of the other, of the queue and of the clients, for 1 to 6 s each.
    private static func partitions(_ network: String, seed: UInt64) async throws -> Int {
        var random = Random(seed: seed)
        try await Task.sleep(for: .seconds(1))
        let hosts = ["a", "b", "queue", "client"]
        for name in hosts {
            try await link(network, name, "down")
            try await Task.sleep(for: random.milliseconds(1_000...6_000))
            try await link(network, name, "up")
            try await Task.sleep(for: .milliseconds(500))
        }
        return hosts.count
    }

    private static func link(_ network: String, _ name: String, _ state: String) async throws {
        let result = try await Subprocess.run(
            .path(FilePath(ip)),
            arguments: Arguments(["-n", "\(network)-hub", "link", "set", "dev", name, state]),
            output: .discarded,
            error: .string(limit: 4_096)
        )
        guard result.terminationStatus.isSuccess else {
            throw ChaosError(description: "can't set the link of \(name) \(state): \(result.standardError)")
        }
    }
}

/// Set once.
actor Switch {
    private(set) var isSet = false
    func set() { isSet = true }
}
