import Foundation
import Subprocess
import SystemPackage
import Testing

/// A command of ours that runs while a test does things to it.
struct RunningCommand: Sendable {
    struct Child: Hashable, Sendable {
        let name: String
        let process: Int32
    }

    let process: Int32
    let log: CommandLog

    /// The processes it says it has started, in the order of their start, once there are at least so many.
    func children(_ count: Int) async -> [Child] {
        let lines = await log.lines(count) { $0.contains(": started ") }
        return lines.compactMap { line in
            func value(_ key: String) -> String? {
                line.split(separator: " ").first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
            }
            guard let name = value("process"), let process = value("pid").flatMap({ Int32($0) }) else { return nil }
            return Child(name: name, process: process)
        }
    }

    func send(_ signal: Int32) { kill(process, signal) }
}

/// The lines that a command has written to standard error so far.
actor CommandLog {
    private var all: [String] = []
    private var isAtEnd = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    var text: String { all.joined(separator: "\n") }

    func add(_ line: String) {
        all.append(line)
        wake()
    }

    func end() {
        isAtEnd = true
        wake()
    }

    /// The lines that match, once there are at least so many, or there will be none any more.
    func lines(_ count: Int, where matches: (String) -> Bool) async -> [String] {
        while all.count(where: matches) < count, !isAtEnd { await withCheckedContinuation { waiting.append($0) } }
        return all.filter(matches)
    }

    private func wake() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

extension Workspace {
    /// Starts `standpoint`, or another program, runs `body` beside it, and ends it with SIGTERM where it still runs then.
    ///
    /// - Returns: How it ended, and what `body` gave. By then all that it had started is gone as well: they share its
    ///   standard error, which is read to its end.
    func whileRunning<Value: Sendable>(
        _ arguments: String...,
        body: @Sendable @escaping (RunningCommand) async throws -> Value
    ) async throws -> (status: TerminationStatus, log: String, value: Value) {
        try await whileRunning(program: "standpoint", arguments, body)
    }

    /// The same for any executable of ours, or one at an absolute path.
    func whileRunning<Value: Sendable>(
        program: String,
        _ arguments: [String],
        _ body: @Sendable @escaping (RunningCommand) async throws -> Value
    ) async throws -> (status: TerminationStatus, log: String, value: Value) {
        let log = CommandLog()
        let result = try await Subprocess.run(
            .path(program.hasPrefix("/") ? FilePath(program) : Executables.path(program)),
            arguments: Arguments(arguments),
            environment: Executables.environment(self),
            workingDirectory: FilePath(path),
            input: .none,
            output: .discarded,
            error: .sequence
        ) { execution in
            let command = RunningCommand(process: execution.processIdentifier.value, log: log)
            async let reading: Void = {
                do { for try await line in execution.standardError.strings() { await log.add(line) } } catch {}
                await log.end()
            }()
            let value: Result<Value, any Error>
            do { value = .success(try await body(command)) } catch { value = .failure(error) }
            command.send(SIGTERM)
            await reading
            return try value.get()
        }
        return (result.terminationStatus, await log.text, result.closureResult)
    }
}
