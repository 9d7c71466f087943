internal import Foundation
internal import UnixSignals

/// How a long-running process of ours lives and ends.
package enum ServiceProcess {
    /// Runs `body` on a thread of its own until it returns.
    ///
    /// The first SIGTERM or SIGINT calls `drain`, for a clean end; the second calls `stop`, for a quick one.
    package static func run(
        drain: @escaping @Sendable () -> Void,
        stop: @escaping @Sendable () -> Void,
        _ body: @escaping @Sendable () throws -> Void
    ) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let listener = Task {
            var isFirst = true
            for await _ in signals {
                if isFirst { drain() } else { stop() }
                isFirst = false
            }
        }
        defer { listener.cancel() }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let thread = Thread { continuation.resume(with: Result { try body() }) }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// Whether this process has lost the parent that it was started for.
    ///
    /// A child is given its parent's id; when the parent dies, however it dies, the kernel gives the child another.
    package static func orphanCheck(parent: Int32?) -> @Sendable () -> Bool {
        guard let parent else { return { false } }
        return { getppid() != parent }
    }
}
