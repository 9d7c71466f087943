import ArgumentParser
import Client
import Foundation
import JSON
import Subprocess
import SystemPackage
import Wire

/// Few open files: too few to start with, and then fewer than there are connections.
struct FilesScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: "`ulimit -n 64`, and more connections than open files."
    )

    @OptionGroup var options: ScenarioOptions

    /// Beyond what the queue may have open.
    private static let limit = 160
    private static let connections = 400
    /// Of one core, while it is out of files.
    private static let mostLoad = 0.25

    func run() async throws { try await Self.verdict(options).conclude() }

    static func verdict(_ options: ScenarioOptions) async throws -> Verdict {
        Verdict.begin("files", seed: options.chosenSeed)
        let workspace = try Workspace(in: options.scratch)
        var verdict = Verdict("files")
        let refusal = try await startWith64(workspace)
        verdict.row("ulimit -n 64", refusal.isEmpty ? "nothing said" : refusal)
        verdict.expect(
            refusal.contains("at most 64 files may be open"),
            "with 64 files the queue should refuse to start and say why; it said: \(refusal)"
        )
        for endpoint in ["tcp://127.0.0.1:\(try Loopback.freePort())", workspace.socket] {
            let member = Member.queue(workspace.data, endpoint).wrapped([
                "/usr/bin/prlimit", "--nofile=\(limit):\(limit)",
            ])
            let run = try await Fleet.run([member], log: workspace.log) { fleet in try await flood(fleet, endpoint) }
            verdict.rows += run.value.rows
            verdict.faults += run.value.faults
            verdict.faults += await run.fleet.unexpected
        }
        verdict.printTable()
        workspace.conclude(verdict)
        return verdict
    }

    /// - Returns: What the queue said before it ended.
    private static func startWith64(_ workspace: Workspace) async throws -> String {
        let queue = Member.queue(workspace.data, workspace.socket).wrapped(["--nofile=64:64"])
        let result = try await Subprocess.run(
            .path("/usr/bin/prlimit"),
            arguments: Arguments(queue.command),
            environment: .custom([
                "PATH": "/usr/bin:/bin", "HOME": workspace.path, "STANDPOINT_STANCE_MODEL": "lexicon",
            ]),
            output: .discarded,
            error: .string(limit: 1 << 16)
        )
        let said = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
        return result.terminationStatus == .exited(1) ? said : "\(result.terminationStatus): \(said)"
    }

    /// More connections than files: those that were there first are served, nobody spins, and there is room again later.
    private static func flood(_ fleet: Fleet, _ endpoint: String) async throws -> Verdict {
        var verdict = Verdict("files")
        let load = Load(endpoint: endpoint, books: Books(Corpus(seed: 1)))
        let client = try load.client(patience: .seconds(20))
        _ = try await client.ask(.status)
        let flood = (0..<connections).compactMap { _ in Loopback.connect(to: endpoint) }
        guard let process = await fleet.living["queue"] else { throw ChaosError(description: "there is no queue") }
        try await Task.sleep(for: .seconds(1))
        let (before, start) = (try processorTime(process), ContinuousClock.now)
        var (asked, longest) = (0, Duration.zero)
        while ContinuousClock.now - start < .seconds(3) {
            longest = max(longest, try await ContinuousClock().measure { _ = try await client.ask(.status) })
            asked += 1
            try await Task.sleep(for: .milliseconds(50))
        }
        let load_ = (try processorTime(process) - before) / ((ContinuousClock.now - start) / .seconds(1))
        for descriptor in flood { close(descriptor) }
        let newcomer = try load.client(patience: .seconds(20))
        let waited = try await ContinuousClock().measure { _ = try await newcomer.ask(.status) }
        await client.close()
        await newcomer.close()
        let transport = endpoint.prefix { $0 != ":" }
        verdict.row(
            "\(connections) connections by \(transport), \(limit) files",
            "\(asked) questions answered, longest \(longest.seconds)"
        )
        verdict.row("  load of the queue meanwhile", "\(Int((load_ * 100).rounded())) % of a core")
        verdict.row("  then a newcomer is served after", waited.seconds)
        verdict.expect(longest < .seconds(1), "a client that was there first waited \(longest.seconds)")
        verdict.expect(load_ < mostLoad, "out of files, the queue spins: \(load_) of a core")
        return verdict
    }

    /// In seconds.
    private static func processorTime(_ process: Int32) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = text[text.index(after: text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        return fields[11...12].compactMap { Double($0) }.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}

extension Loopback {
    /// - Returns: A socket connected to `tcp://127.0.0.1:PORT` or `ipc://PATH`, or `nil`.
    static func connect(to endpoint: String) -> Int32? {
        guard endpoint.hasPrefix("ipc://") else {
            return endpoint.split(separator: ":").last.flatMap { UInt16($0) }.flatMap { connect($0) }
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) {
            $0.copyBytes(from: Array(endpoint.dropFirst(6).utf8).prefix(107))
        }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard descriptor >= 0, status == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
