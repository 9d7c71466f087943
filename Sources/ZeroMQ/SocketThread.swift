/// A thread that owns sockets: a serial executor whose idle state is `zmq_poll`.
///
/// An actor that names it as its executor runs on this thread only, and so may hold a ``Socket``:
///
/// ```swift
/// actor Echo {
///     let thread: SocketThread
///     let socket: Socket
///     nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
///     …
/// }
/// ```
///
/// The operating system's thread is started when there is work, and ends once there is none and the last reference is
/// dropped or ``stop()`` was called.
public final class SocketThread: SerialExecutor {
    private let loop: SocketLoop

    /// Makes the thread.
    ///
    /// - Parameter name: What tools such as `top -H` call it; the system keeps 15 bytes.
    /// - Throws: `ZeroMQError` where no file descriptor is left.
    public init(name: String) throws(ZeroMQError) {
        loop = try SocketLoop(name: name)
    }

    deinit { loop.stop() }

    /// Lets the thread end as soon as it is idle and nothing waits on it.
    ///
    /// An actor that still uses it afterwards starts it again, and it ends when idle again: no call ever hangs.
    public func stop() { loop.stop() }

    /// Waits until the thread has ended, which it does only after ``stop()``.
    public func ended() async { await loop.ended() }

    // MARK: SerialExecutor

    public func enqueue(_ job: consuming ExecutorJob) { loop.enqueue(UnownedJob(job), for: self) }

    public func checkIsolated() { precondition(loop.isCurrent, "not on the socket thread") }

    public func isIsolatingCurrentContext() -> Bool? { loop.isCurrent }

    // MARK: Waiting

    /// Suspends until a socket is ready or `deadline` has passed; other actors of this thread run meanwhile.
    ///
    /// Call it from an actor whose executor is this thread.
    ///
    /// - Parameters:
    ///   - item: What to wait for, from ``Socket/pollItem(_:)``.
    ///   - deadline: When to give up, in steps of a millisecond; `nil` is never.
    ///   - isolation: The actor that calls.
    /// - Returns: What was found; empty where the deadline has passed.
    /// - Throws: `CancellationError` where the task is cancelled; `ZeroMQError` where the socket is closed or its
    ///   context shut down while waiting.
    public func readiness(
        of item: PollItem,
        until deadline: ContinuousClock.Instant? = nil,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> Readiness {
        try await loop.wait(item, until: deadline, isolation: isolation)
    }

    /// Suspends until `deadline`; call it from an actor whose executor is this thread.
    ///
    /// - Throws: `CancellationError` where the task is cancelled.
    public func sleep(
        until deadline: ContinuousClock.Instant,
        isolation: isolated (any Actor)? = #isolation
    ) async throws {
        _ = try await loop.wait(nil, until: deadline, isolation: isolation)
    }
}
