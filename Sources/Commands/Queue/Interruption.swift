internal import LocalPipeline
internal import Service
internal import UnixSignals

/// What SIGINT, SIGTERM and SIGHUP mean to a command with a pipeline of its own: the first ends it in good order, the
/// next at once.
struct Interruption: Error, Sendable {
    let signal: UnixSignal

    /// The shell's way to say that a signal ended a command.
    var status: ExitStatus {
        switch signal {
        case .sigint: .interrupted
        case .sighup: .hungUp
        default: .terminated
        }
    }

    /// Runs the pipeline and `body` until `body` has returned or a signal comes, and ends the pipeline.
    ///
    /// - Throws: ``Interruption`` after a signal, with all processes gone; what the pipeline and `body` throw.
    static func run<Value: Sendable>(
        _ pipeline: LocalPipeline,
        whenInterrupted: @escaping @Sendable () -> Void,
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Before any child is there, so that no signal goes by unheard.
        let signals = await UnixSignalsSequence(trapping: ServiceProcess.endings())
        let (first, continuation) = AsyncStream<UnixSignal>.makeStream()
        let listener = Task {
            var isFirst = true
            for await signal in signals {
                if isFirst { continuation.yield(signal) } else { await pipeline.hurry() }
                isFirst = false
            }
        }
        defer { listener.cancel() }
        return try await pipeline.run {
            try await withThrowingTaskGroup(of: Value.self) { group in
                group.addTask { try await body() }
                group.addTask {
                    for await signal in first {
                        whenInterrupted()
                        throw Interruption(signal: signal)
                    }
                    throw CancellationError()
                }
                defer { group.cancelAll() }
                guard let value = try await group.next() else { throw CancellationError() }
                return value
            }
        }
    }
}
