/// How often things happened since the queue started.
package struct QueueCounters: Hashable, Sendable {
    package var accepted = 0
    package var duplicates = 0
    package var busy = 0
    /// Submissions that came faster than the rate of one client allows.
    package var throttled = 0
    package var dispatched = 0
    package var done = 0
    package var failed = 0
    package var dead = 0
    /// Answers to leases that were no longer good.
    package var late = 0
    package var workersLost = 0
    /// Articles found to be nearly the same as one of before.
    package var nearDuplicates = 0
    package var deadlinesMissed = 0
    package var refused: [String: Int] = [:]

    package init() {}
}
