internal import Dispatch
internal import Foundation
internal import Glibc
package import UnixSignals

/// How a long-running process of ours lives and ends.
package enum ServiceProcess {
    /// Runs `body` on a thread of its own until it returns.
    ///
    /// The first SIGTERM, SIGINT or SIGHUP calls `drain`, for a clean end; the second calls `stop`, for a quick one.
    ///
    /// - Parameter endsOnHangUp: `false` where SIGHUP means something else.
    package static func run(
        endsOnHangUp: Bool = true,
        drain: @escaping @Sendable () -> Void,
        stop: @escaping @Sendable () -> Void,
        _ body: @escaping @Sendable () throws -> Void
    ) async throws {
        let signals = await UnixSignalsSequence(trapping: endings().filter { endsOnHangUp || $0 != .sighup })
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

    /// The signals that ask for an end. SIGHUP, the end of the terminal, is among them unless whoever started the process
    /// had it ignored, as nohup(1) does.
    package static func endings() -> [UnixSignal] {
        var hangUp = sigaction()
        sigaction(SIGHUP, nil, &hangUp)
        // SIG_IGN is the address 1, SIG_DFL 0.
        let isIgnored = unsafeBitCast(hangUp.__sigaction_handler.sa_handler, to: Int.self) == 1
        return isIgnored ? [.sigterm, .sigint] : [.sigterm, .sigint, .sighup]
    }

    /// How long a process waits for its context to end: the linger of its sockets, which is a second, and a margin.
    package static let farewell = Duration.seconds(3)

    /// Waits on a plain thread for something asynchronous. Not to be called from a task, whose thread others need.
    ///
    /// - Parameter limit: The longest wait: a process that is told to end must not hang on what it does last.
    package static func wait(atMost limit: Duration, for work: @escaping @Sendable () async -> Void) {
        let done = DispatchSemaphore(value: 0)
        Task {
            await work()
            done.signal()
        }
        _ = done.wait(timeout: .now() + .milliseconds(Int(limit / .milliseconds(1))))
    }

    /// Tells the process that started this one, if it wants to know, that it now serves: a line on standard output.
    package static func tellReady(parent: Int32?) {
        guard parent != nil else { return }
        // Nobody may be listening any more.
        _ = "ready\n".utf8CString.withUnsafeBytes { write(1, $0.baseAddress, $0.count - 1) }
    }

    /// Whether this process has lost the parent that it was started for.
    ///
    /// A child is given its parent's id; when the parent dies, however it dies, the kernel gives the child another.
    package static func orphanCheck(parent: Int32?) -> @Sendable () -> Bool {
        guard let parent else { return { false } }
        return { getppid() != parent }
    }
}
