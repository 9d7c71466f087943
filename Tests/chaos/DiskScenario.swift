import ArgumentParser
import Client
import Foundation
import JSON
import Subprocess
import SystemPackage
import Wire

/// A file system of 24 MiB that fills up, to the last byte; the queue is killed while it is full; then there is room again.
struct DiskScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disk",
        abstract: "A small file system that fills up, and then has room again."
    )

    @OptionGroup var options: ScenarioOptions

    /// A tmpfs of 24 MiB in a mount namespace of this process.
    @Option(help: .hidden)
    var mounted: String?

    func run() async throws {
        guard let mounted else { return try await Self.verdict(options).conclude() }
        let verdict = try await Self.play(options, mounted)
        verdict.printTable()
        try verdict.conclude()
    }

    /// Mounts it, which needs root, where nobody else sees it and nothing is left of it, and plays in it.
    static func verdict(_ options: ScenarioOptions) async throws -> Verdict {
        let seed = options.chosenSeed
        Verdict.begin("disk", seed: seed)
        let workspace = try Workspace(in: options.scratch)
        defer { workspace.delete() }
        let mount = #"mount -t tmpfs -o size=24m,mode=700 chaos "$1" || exit 77; shift; exec "$@""#
        let own = Executables.path("chaos")
        let result = try await Subprocess.run(
            .path("/usr/bin/unshare"),
            arguments: Arguments([
                "--mount", "/bin/sh", "-c", mount, "sh", workspace.path, own, "disk", "--seed", "\(seed)", "--mounted",
                workspace.path,
            ]),
            input: .none,
            output: .currentStandardOutput,
            error: .string(limit: 1 << 16)
        )
        let said = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
        if result.terminationStatus == .exited(77) || (getuid() != 0 && !result.terminationStatus.isSuccess) {
            print("  skipped: \(said)")
            return Verdict("disk", skipped: "can't mount a tmpfs: \(said)")
        }
        var verdict = Verdict("disk")
        verdict.expect(result.terminationStatus.isSuccess, "see above; \(result.terminationStatus) \(said)")
        for fault in verdict.faults { print("  fault: \(fault)") }
        return verdict
    }

    private static func play(_ options: ScenarioOptions, _ mounted: String) async throws -> Verdict {
        let seed = options.chosenSeed
        // The sockets and the log are elsewhere: what is full is the disk of the journal.
        let workspace = try Workspace(in: options.scratch)
        let settings = [
            "STANDPOINT_QUEUE_MAX_ATTEMPTS": "100", "STANDPOINT_QUEUE_MIN_FREE_DISK": "8MiB",
            "STANDPOINT_WORKER_RECONNECT_MAX": "500ms",
        ]
        let members =
            [Member.queue(mounted + "/d", workspace.socket, settings)]
            + Member.workers([("ingest", 1), ("segment", 1), ("stance", 2)], workspace.socket, settings)
        let books = Books(Corpus(seed: seed))
        let load = Load(endpoint: workspace.socket, books: books, mostPending: .max, pause: .milliseconds(30))
        let start = ContinuousClock.now
        var verdict = Verdict("disk")
        let run = try await Fleet.run(members, log: workspace.log) { fleet in
            try await play(fleet, load, mounted, workspace)
        }
        verdict.rows += run.value.rows
        verdict.faults += run.value.faults
        verdict.row("took", (ContinuousClock.now - start).seconds)
        workspace.conclude(verdict)
        for fault in verdict.faults { print("  fault: \(fault)") }
        return verdict
    }

    private static func play(
        _ fleet: Fleet,
        _ load: Load,
        _ mounted: String,
        _ workspace: Workspace
    ) async throws -> Verdict {
        var verdict = Verdict("disk")
        let client = try load.client()
        let submitting = Task { try await load.submit(upTo: 2_000) }
        // The promise of `busy`: with less than 8 MiB free nothing more is accepted.
        try await wait("the queue did not say that the disk is low", .seconds(60)) {
            try await client.ask(.status).answer["disk_low"] == true
        }
        verdict.row("busy with", "\(try free(mounted) >> 10) KiB free")
        // Somebody else takes the rest, while workers still answer.
        let ballast = mounted + "/ballast"
        try fill(ballast)
        verdict.row("then filled up to", "\(try free(mounted) >> 10) KiB free")
        try await Task.sleep(for: .seconds(2))
        let status = try await client.ask(.status).answer
        verdict.expect(status["disk_low"] == true, "a full disk is not said to be low")
        verdict.row("while full, done of accepted", "\(status["done"]?.int ?? -1) of \(status["accepted"]?.int ?? -1)")
        await fleet.kill("queue")
        try await Task.sleep(for: .seconds(2))
        let complaints = workspace.tail("disk is full", lines: 100).count
        verdict.row("killed while full; complaints", complaints)
        // Room again, for all that is to come.
        _ = try await Subprocess.run(
            .name("mount"),
            arguments: ["-o", "remount,size=512m", mounted],
            output: .discarded,
            error: .discarded
        )
        try FileManager.default.removeItem(atPath: ballast)
        // That it did not start on a full disk is as it should be, where it said so.
        for line in await fleet.unexpected where !line.hasPrefix("queue ended by itself: exited(1)") {
            verdict.faults.append(line)
        }
        await fleet.forgive()
        try await submitting.value
        verdict.expect(try await load.drained(within: .seconds(60)), "it did not go on when there was room again")
        verdict.add(try await load.reckoning())
        verdict.faults += await fleet.unexpected
        await client.close()
        return verdict
    }

    private static func free(_ path: String) throws -> Int {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw ChaosError(description: "\(path): can't be asked") }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    /// Writes until nothing more goes in.
    private static func fill(_ path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        guard file >= 0 else { throw ChaosError(description: "\(path): \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let block = [UInt8](repeating: 1, count: 4_096)
        while write(file, block, block.count) > 0 {}
    }
}

/// Asks again and again until `condition` holds. - Throws: ``ChaosError`` after `limit`.
func wait(_ fault: String, _ limit: Duration, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw ChaosError(description: fault) }
        try await Task.sleep(for: .milliseconds(20))
    }
}
