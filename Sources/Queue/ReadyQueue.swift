internal import DequeModule
internal import Wire

/// The articles of one stage that wait for a worker, by priority; within one priority in order of arrival.
struct ReadyQueue {
    /// Every so manyth article is taken from the lowest priority that waits, so that nothing starves.
    static let fairness = 8

    /// Articles that a worker held when it was lost. They go first, and each alone (see ``QueueState``).
    private(set) var suspects: Deque<ArticleRecord.Sequence> = []
    private var levels: [Deque<ArticleRecord.Sequence>] = Array(repeating: [], count: Priority.levels.count)
    private var taken = 0
    private(set) var count = 0

    mutating func append(_ sequence: ArticleRecord.Sequence, _ priority: Priority) {
        levels[priority.level].append(sequence)
        count += 1
    }

    mutating func appendSuspect(_ sequence: ArticleRecord.Sequence) {
        suspects.append(sequence)
        count += 1
    }

    mutating func popSuspect() -> ArticleRecord.Sequence? {
        guard let sequence = suspects.popFirst() else { return nil }
        count -= 1
        return sequence
    }

    /// The next article that is no suspect, left where it is.
    var next: ArticleRecord.Sequence? { nextLevel.flatMap { levels[$0].first } }

    mutating func pop() -> ArticleRecord.Sequence? {
        guard let level = nextLevel, let sequence = levels[level].popFirst() else { return nil }
        taken += 1
        count -= 1
        return sequence
    }

    private var nextLevel: Int? {
        let isLowTurn = taken % Self.fairness == Self.fairness - 1
        return isLowTurn ? levels.firstIndex { !$0.isEmpty } : levels.lastIndex { !$0.isEmpty }
    }
}
