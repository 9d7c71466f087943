import CZeroMQ
import Glibc
import Synchronization

/// The thread behind a ``SocketThread``: runs jobs, and waits for sockets when there are none.
@safe
final class SocketLoop: @unchecked Sendable {
    // @unchecked: `interests` and `items` are touched by the loop's thread only; the rest is Sendable.

    private struct Inbox {
        var jobs: [UnownedJob] = []
        var cancelled: [UInt64] = []
        // Keeps the executor alive while its jobs run.
        var executor: SocketThread?
        var isRunning = false
        var isStopping = false
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    }

    private enum Next {
        case run, idle
        case end([CheckedContinuation<Void, Never>])
    }

    private let name: String
    private let inbox = Locked(Inbox())
    private let wakeup: Wakeup
    private let thread = Atomic<UInt>(0)
    private var interests: [Interest] = []
    private var items: [zmq_pollitem_t] = unsafe []
    private var nextID: UInt64 = 0

    init(name: String) throws(ZeroMQError) {
        self.name = name
        wakeup = try Wakeup()
    }

    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    // MARK: From any thread

    func enqueue(_ job: UnownedJob, for executor: SocketThread) {
        let (wake, start) = inbox.withLock { inbox in
            inbox.jobs.append(job)
            inbox.executor = executor
            defer { inbox.isRunning = true }
            return (inbox.jobs.count == 1, !inbox.isRunning)
        }
        if start {
            startThread()
        } else if wake, !isCurrent {
            wakeup.signal()
        }
    }

    func stop() {
        inbox.withLock { $0.isStopping = true }
        wakeup.signal()
    }

    func ended() async {
        await withCheckedContinuation { continuation in
            let already = inbox.withLock { inbox in
                if inbox.isRunning { inbox.waitingForEnd.append(continuation) }
                return !inbox.isRunning
            }
            if already { continuation.resume() }
        }
    }

    private func cancel(_ id: UInt64) {
        inbox.withLock { $0.cancelled.append(id) }
        wakeup.signal()
    }

    private func startThread() {
        let retained = unsafe Unmanaged.passRetained(self)
        let status = unsafe czmq_thread_start(
            name,
            { argument in
                unsafe Unmanaged<SocketLoop>.fromOpaque(argument!).takeRetainedValue().run()
                return nil
            },
            retained.toOpaque()
        )
        // An executor can't refuse a job, and one that never runs hangs its task without a word.
        precondition(status == 0, "no thread for \(name): \(unsafe String(cString: strerror(status)))")
    }

    // MARK: On the thread

    // `isolation` and not `nonisolated(nonsending)`: a closure captures the former and so stays on this thread, where
    // the latter's closures, passed to the standard library's functions, run on the global executor.
    func wait(
        _ item: PollItem?,
        until deadline: ContinuousClock.Instant?,
        isolation: isolated (any Actor)?
    ) async throws -> Readiness {
        precondition(isCurrent, "wait on a socket thread from an actor that has it as its executor")
        let id = nextID
        nextID += 1
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation(isolation: isolation) { continuation in
                precondition(isCurrent, "not on the socket thread")
                let interest = Interest(id: id, item: item, deadline: deadline, continuation: continuation)
                if Task.isCancelled {
                    interest.fail(CancellationError())
                } else {
                    interests.append(interest)
                }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        while true {
            turn()
            switch next() {
            case .run: if !interests.isEmpty { poll(wait: false) }
            case .idle: poll(wait: true)
            case .end(let waiting):
                for continuation in waiting { continuation.resume() }
                return
            }
        }
    }

    /// Runs what is in the inbox.
    private func turn() {
        let (jobs, cancelled, executor) = inbox.withLock { inbox in
            defer {
                inbox.jobs = []
                inbox.cancelled = []
                inbox.executor = nil
            }
            return (inbox.jobs, inbox.cancelled, inbox.executor)
        }
        for id in cancelled {
            guard let index = interests.firstIndex(where: { $0.id == id }) else { continue }
            interests.remove(at: index).fail(CancellationError())
        }
        guard let executor else { return }
        for job in jobs { unsafe job.runSynchronously(on: executor.asUnownedSerialExecutor()) }
    }

    private func next() -> Next {
        inbox.withLock { inbox in
            guard inbox.jobs.isEmpty, inbox.cancelled.isEmpty else { return .run }
            guard inbox.isStopping, interests.isEmpty else { return .idle }
            inbox.isRunning = false
            thread.store(0, ordering: .relaxed)
            defer { inbox.waitingForEnd = [] }
            return .end(inbox.waitingForEnd)
        }
    }

    private func poll(wait: Bool) {
        settle { $0.isClosed ? .failure(ZeroMQError.closed("wait")) : nil }
        unsafe items.removeAll(keepingCapacity: true)
        unsafe items.append(PollItem(fileDescriptor: wakeup.fileDescriptor, .input).raw)
        var deadline: ContinuousClock.Instant?
        for interest in interests {
            if let item = interest.item { unsafe items.append(item.raw) }
            if let due = interest.deadline { deadline = min(due, deadline ?? due) }
        }
        // What was settled above has put its task into the inbox.
        let isIdle = wait && inbox.withLock { $0.jobs.isEmpty }
        let timeout = isIdle ? deadline.map { Int(($0 - ContinuousClock.now).milliseconds) } ?? -1 : 0
        if unsafe zmq_poll(&items, CInt(items.count), timeout) < 0 {
            if zmq_errno() != EINTR { failBroken() }
            return
        }
        if unsafe items[0].revents != 0 { wakeup.drain() }
        var position = 0
        let now = deadline == nil ? nil : ContinuousClock.now
        settle { interest in
            if interest.item != nil {
                position += 1
                let found = unsafe items[position].revents
                if found != 0 { return .success(Readiness(rawValue: found)) }
            }
            if let now, let due = interest.deadline, due <= now { return .success([]) }
            return nil
        }
    }

    /// Fails the interests that make `zmq_poll` fail, and no others: those of a context that was shut down.
    private func failBroken() {
        settle { interest in
            guard case .socket(let core) = interest.item?.target else { return nil }
            do throws(ZeroMQError) {
                _ = try core.integer(ZMQ_EVENTS, "readiness")
                return nil
            } catch {
                return .failure(ZeroMQError(error.code, operation: "wait"))
            }
        }
    }

    /// Resumes and drops each interest for which `outcome` has a result, in order.
    private func settle(_ outcome: (Interest) -> Result<Readiness, any Error>?) {
        var kept = 0
        for index in interests.indices {
            if let result = outcome(interests[index]) {
                interests[index].continuation.resume(with: result)
            } else {
                if kept != index { interests[kept] = interests[index] }
                kept += 1
            }
        }
        interests.removeLast(interests.count - kept)
    }
}

/// A task that waits for a socket, a time, or both.
@safe
struct Interest {
    let id: UInt64
    let item: PollItem?
    let deadline: ContinuousClock.Instant?
    let continuation: CheckedContinuation<Readiness, any Error>

    var isClosed: Bool { item?.isClosed ?? false }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
