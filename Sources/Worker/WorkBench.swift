internal import Glibc
internal import Wire
internal import ZeroMQ

/// Tasks on their way to the slots, and results on their way back, behind one lock.
///
/// A pthread lock, not `Synchronization.Mutex`, for the condition variable and for ThreadSanitizer, which knows it.
final class WorkBench: @unchecked Sendable {
    // @unchecked: everything mutable is read and written with the lock held.
    struct Job {
        let task: TaskOffer
        let body: [UInt8]
    }

    struct Result {
        let lease: LeaseID
        let outcome: Swift.Result<TaskResult, TaskFailure>
    }

    /// What a slot has begun and not finished.
    struct Begun {
        let task: TaskOffer
        let start: ContinuousClock.Instant

        var deadline: ContinuousClock.Instant { start + task.deadline }
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let wakeup: Wakeup
    private var jobs: [Job] = []
    private var nextJob = 0
    private var results: [Result] = []
    /// The jobs at hand, by slot.
    private var begun: [Int: Begun] = [:]
    private var isClosed = false

    /// - Parameter wakeup: Signalled when there are results.
    init(wakeup: Wakeup) {
        self.wakeup = wakeup
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(arrival, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(arrival)
        mutex.deallocate()
        arrival.deallocate()
    }

    private func withLock<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    // MARK: For the loop

    func put(_ job: Job) {
        withLock {
            jobs.append(job)
            pthread_cond_signal(arrival)
        }
    }

    func takeResults() -> [Result] {
        withLock {
            let taken = results
            results.removeAll(keepingCapacity: true)
            return taken
        }
    }

    /// Forgets the jobs that no slot has begun.
    func discardWaiting() { withLock { clear() } }

    /// Whether a slot is at work, or a result waits to be sent.
    var isBusy: Bool { withLock { !begun.isEmpty || !results.isEmpty } }

    /// The tasks at hand, the oldest first.
    var tasksBegun: [Begun] { withLock { begun.values.sorted { $0.start < $1.start } } }

    /// Lets the slots end when they have finished what they hold.
    func close() {
        withLock {
            isClosed = true
            clear()
            pthread_cond_broadcast(arrival)
        }
    }

    private func clear() {
        jobs.removeAll()
        nextJob = 0
    }

    // MARK: For the slots

    /// Waits for a job; `nil` when there will be none any more.
    func take(slot: Int) -> Job? {
        withLock {
            while nextJob == jobs.count, !isClosed { pthread_cond_wait(arrival, mutex) }
            guard !isClosed else { return nil }
            let job = jobs[nextJob]
            nextJob += 1
            if nextJob == jobs.count { clear() }
            begun[slot] = Begun(task: job.task, start: .now)
            return job
        }
    }

    func finish(slot: Int, _ result: Result) {
        let isFirst = withLock {
            begun[slot] = nil
            results.append(result)
            return results.count == 1
        }
        if isFirst { wakeup.signal() }
    }
}
