internal import Wire

/// A worker as the queue knows it.
struct WorkerState {
    let hello: Hello
    let stage: Int
    /// What it holds, the expired included: they take up its credit until it answers or goes.
    var leases: Set<LeaseID> = []
    /// Leases that missed their deadline, with their sizes; another worker may have the article now.
    var expired: [LeaseID: Int] = [:]
    var bytes = 0
    var lastHeard: Duration
    var lastPing: Duration
    /// The first of the leases that it has answered since the last tick, in the order of dispatch.
    private(set) var firstAnswered: LeaseID?
    /// Whether it holds a suspect that is not overdue, and therefore gets nothing else.
    var isIsolated = false
    var pace: Pace
    var done = 0
    var failed = 0

    init(hello: Hello, stage: Int, now: Duration) {
        self.hello = hello
        self.stage = stage
        lastHeard = now
        lastPing = now
        pace = Pace(now: now)
    }

    /// The most tasks that it should hold; see ``Pace``.
    func window(first: Int, horizon: Double) -> Int {
        pace.window(credit: hello.credit.tasks, slots: hello.slots, first: first, horizon: horizon)
    }

    func canTake(_ size: Int) -> Bool {
        !isIsolated && leases.count + expired.count < hello.credit.tasks && bytes + size <= hello.credit.bytes
    }

    /// Whether it can take a suspect: it would hold nothing else that its death could taint.
    ///
    /// What is overdue does not count as held, since others have it by now. It still takes up credit.
    func canIsolate(_ size: Int) -> Bool { leases.isEmpty && canTake(size) }

    /// Whether it could take a suspect if it answered all that it holds and is not overdue.
    func couldIsolate(_ size: Int) -> Bool {
        expired.count < hello.credit.tasks && expired.values.reduce(size, +) <= hello.credit.bytes
    }

    mutating func take(_ lease: LeaseID, _ size: Int, _ now: Duration) {
        if leases.isEmpty { pace.resume(now) }
        leases.insert(lease)
        bytes += size
    }

    mutating func release(_ lease: LeaseID, _ size: Int, _ now: Duration) {
        pace.answered(now)
        recall(lease, size)
    }

    /// Forgets a lease of which the worker has not heard.
    mutating func recall(_ lease: LeaseID, _ size: Int) {
        leases.remove(lease)
        bytes -= size
        if leases.isEmpty { isIsolated = false }
        noteAnswer(lease)
    }

    mutating func expire(_ lease: LeaseID, _ size: Int) {
        leases.remove(lease)
        expired[lease] = size
        if leases.isEmpty { isIsolated = false }
    }

    private mutating func noteAnswer(_ lease: LeaseID) {
        if firstAnswered.map({ lease.number < $0.number }) ?? true { firstAnswered = lease }
    }

    /// What it holds and can have begun only now, since it has answered something that it was given before.
    mutating func takeAdvanced() -> [LeaseID] {
        guard let first = firstAnswered else { return [] }
        firstAnswered = nil
        return leases.filter { $0.number > first.number }
    }

    /// Takes the late answer to a lease, if it was one of the worker's.
    mutating func releaseExpired(_ lease: LeaseID, _ now: Duration) {
        guard let size = expired.removeValue(forKey: lease) else { return }
        pace.answered(now)
        bytes -= size
        noteAnswer(lease)
    }
}
