/// How often things happened in a game, or in many: what a run of the simulation has really tried.
package struct Tally: Hashable, Sendable {
    package enum Item: Int, CaseIterable, Sendable {
        case turns, commits, submissions, accepted, duplicates, busy, tasks, answers, late, done, dead, retried, dropped
        case failures, deadlinesMissed, workersLost, workersDied, byes, refusals
        case lost, repeated, delayed, unreachable
        case kills, killsBeforeWrite, killsTorn, killsBeforeSync, killsAfterSync, killsWhileSending
        case failedCommits, drains, freezes, clockChanges, starts
    }

    private var counts = [Int](repeating: 0, count: Item.allCases.count)

    package init() {}

    package subscript(item: Item) -> Int {
        get { counts[item.rawValue] }
        set { counts[item.rawValue] = newValue }
    }

    package static func += (left: inout Self, right: Self) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
    }
}
