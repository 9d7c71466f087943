import Foundation
import Subprocess
import SystemPackage
import Testing

/// Processes of ours that are started again whenever they end, as a supervisor would do it.
actor Kept {
    struct Life: Sendable {
        let process: Int32
        /// `nil` while it lives.
        var status: TerminationStatus?
    }

    /// The lives of each process, first to last.
    private var lives: [[Life]]
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { lives = Array(repeating: [], count: count) }

    fileprivate func begin(_ index: Int, _ process: Int32) {
        lives[index].append(Life(process: process))
        wake()
    }

    fileprivate func end(_ index: Int, _ status: TerminationStatus) {
        guard let last = lives[index].indices.last else { return }
        lives[index][last].status = status
        wake()
    }

    private func wake() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// How a process's lives ended, first to last; that of the life that lasts is missing.
    func endings(_ index: Int) -> [TerminationStatus] { lives[index].compactMap(\.status) }

    /// Asks a process to end, and waits until it has and another has taken its place.
    func restart(_ index: Int, _ signal: Int32 = SIGTERM) async throws {
        let count = max(1, lives[index].count)
        while lives[index].count < count { try await change() }
        kill(lives[index][count - 1].process, signal)
        while lives[index].count <= count { try await change() }
    }

    /// Waits for the next beginning or end. - Throws: `CancellationError`, when the time of the test is over.
    private func change() async throws {
        try Task.checkCancellation()
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiting.append($0) }
        } onCancel: {
            Task { await wake() }
        }
        try Task.checkCancellation()
    }
}

extension Workspace {
    /// Keeps processes running beside `body`: the words of each command line, the executable first. They end with SIGTERM.
    func keeping(_ commands: [[String]], _ body: @Sendable @escaping (Kept) async throws -> Void) async throws {
        let kept = Kept(commands.count)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for (index, command) in commands.enumerated() {
                group.addTask {
                    while !Task.isCancelled { try await self.live(command, index, kept) }
                    return false
                }
            }
            group.addTask {
                try await body(kept)
                return true
            }
            defer { group.cancelAll() }
            while let isOver = try await group.next(), !isOver {}
        }
    }

    private func live(_ command: [String], _ index: Int, _ kept: Kept) async throws {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        let result = try await Subprocess.run(
            .path(Executables.path(command[0])),
            arguments: Arguments(Array(command.dropFirst())),
            environment: Executables.environment(self),
            workingDirectory: FilePath(path),
            platformOptions: options,
            input: .none,
            output: .discarded,
            error: .discarded
        ) { execution in
            await kept.begin(index, execution.processIdentifier.value)
        }
        await kept.end(index, result.terminationStatus)
    }
}
