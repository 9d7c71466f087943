internal import HeapModule

/// How much the queue keeps in memory, for those who check that it is bounded.
package struct QueueAccounting: Hashable, Sendable {
    /// Articles that wait for a worker.
    package var ready: Int
    /// Articles that wait for another try.
    package var retrying: Int
    /// Tasks in workers' hands, those that missed their deadline left out.
    package var held: Int
    /// Tasks that missed their deadline and still take up credit.
    package var overdue: Int
    package var workers: Int
    /// What is remembered until the next commit only.
    package var uncommitted: Int
}

extension QueueState {
    /// Every pending article is in exactly one place: `ready + retrying + held` is ``pendingCount``.
    package var accounting: QueueAccounting {
        QueueAccounting(
            ready: ready.reduce(0) { $0 + $1.count },
            retrying: retries.count,
            held: leases.count,
            overdue: workers.values.reduce(0) { $0 + $1.expired.count },
            workers: workers.count,
            uncommitted: fresh.count + dropped.count
        )
    }
}
