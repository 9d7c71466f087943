import Foundation
import JSON
import Subprocess
import SystemPackage
import Testing

/// Runs the real executables.
enum Executables {
    /// Where they are: beside the test bundle, unless `EXECUTABLES_DIR` says otherwise.
    static let directory: String = {
        if let named = ProcessInfo.processInfo.environment["EXECUTABLES_DIR"] { return named }
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().path
    }()

    static func path(_ name: String) -> FilePath { FilePath(directory + "/" + name) }

    /// The environment of every process here: nothing of the user's own settings or data; and the scorer that needs no
    /// weights and no time.
    static func environment(_ workspace: Workspace) -> Environment {
        .custom([
            "PATH": "/usr/bin:/bin", "HOME": workspace.path, "COLUMNS": "80", "STANDPOINT_STANCE_MODEL": "lexicon",
        ])
    }
}

/// How a command ended, and what it said.
struct Outcome: Sendable {
    let status: TerminationStatus
    let output: String
    let error: String

    var isSuccess: Bool { status == .exited(0) }
    /// The lines of the output.
    var lines: [Substring] { output.split(separator: "\n") }

    func json() throws -> JSON { try JSONReader.read(Array(output.utf8)) }
}

extension Workspace {
    /// Runs an executable of ours to its end, in this directory. The suite's time limit bounds it.
    func run(_ name: String, _ arguments: [String], input: String = "") async throws -> Outcome {
        let limit = 256 << 20
        let result = try await Subprocess.run(
            .path(Executables.path(name)),
            arguments: Arguments(arguments),
            environment: Executables.environment(self),
            workingDirectory: FilePath(path),
            input: .string(input),
            output: .string(limit: limit),
            error: .string(limit: limit)
        )
        return Outcome(status: result.terminationStatus, output: result.standardOutput, error: result.standardError)
    }

    /// Runs `standpoint` to its end.
    func standpoint(_ arguments: String..., input: String = "") async throws -> Outcome {
        try await run("standpoint", arguments, input: input)
    }

    /// What `status` says of the pipeline here.
    func status() async throws -> JSON { try await standpoint("status", "--json", "--data", data).json() }

    /// Looks at the pipeline until so many articles are done; one that has no journal yet has done none.
    func awaitDone(_ count: Int) async throws {
        while true {
            try Task.checkCancellation()
            let outcome = try await standpoint("status", "--json", "--data", data)
            if outcome.status == .exited(0), try outcome.json()["done"]?.int ?? 0 >= count { return }
        }
    }

    /// What `audit` counts, which must balance.
    func audit() async throws -> [String: Int] {
        let outcome = try await standpoint("audit", "--json", "--data", data)
        #expect(outcome.status == .exited(0), "\(outcome.output)\(outcome.error)")
        let audit = try outcome.json()
        #expect(audit["balanced"] == true)
        return ["accepted", "done", "dead", "pending", "dropped"].reduce(into: [:]) { $0[$1] = audit[$1]?.int }
    }
}
