internal import Wire

/// Looks for what a worker can't get over: a task that hangs, and memory that is used up.
struct Watch {
    /// What is wrong, and the tasks that may have done it.
    struct Finding {
        let fault: WorkerFault
        let tasks: [TaskOffer]
    }

    /// How often memory is looked at: a process that fills 5 GB/s, about the fastest there is, grows by half a gigabyte
    /// between two looks, and the system's own limit lies above ours by a quarter.
    private static let interval = Duration.milliseconds(100)

    private let memoryLimit: Int?
    private let memoryInUse: @Sendable () -> Int
    private var nextLook = ContinuousClock.now

    init(_ options: WorkerOptions) {
        memoryLimit = options.memoryLimit
        memoryInUse = options.memoryInUse
    }

    /// - Parameter begun: What the slots have at hand; asked for again once memory is found used up, so that no task that
    ///   was begun meanwhile goes unblamed.
    mutating func look(_ begun: () -> [WorkBench.Begun], at now: ContinuousClock.Instant) -> Finding? {
        if let finding = overdue(begun(), at: now) { return finding }
        guard now >= nextLook else { return nil }
        nextLook = now + Self.interval
        return memory(begun)
    }

    /// How long until there may be something to see.
    func pause(_ begun: [WorkBench.Begun], at now: ContinuousClock.Instant) -> Duration {
        let next = begun.map(\.deadline).min().map { min($0, now + Self.interval) } ?? now + Self.interval
        return max(.milliseconds(1), next - now)
    }

    private func overdue(_ begun: [WorkBench.Begun], at now: ContinuousClock.Instant) -> Finding? {
        let overdue = begun.filter { $0.deadline < now }
        guard let first = overdue.first else { return nil }
        let limit = first.task.deadline.wholeMilliseconds
        let reason = "the stage \(first.task.stage) was not done within \(limit) ms, so its worker ended itself"
        return Finding(fault: WorkerFault(code: .deadline, reason: reason), tasks: overdue.map(\.task))
    }

    private func memory(_ atHand: () -> [WorkBench.Begun]) -> Finding? {
        guard let memoryLimit else { return nil }
        let used = memoryInUse()
        guard used > memoryLimit else { return nil }
        let begun = atHand()
        let names = Set(begun.map(\.task.stage.text)).sorted().joined(separator: ", ")
        let place = names.isEmpty ? "without a task at hand" : "in the stage \(names)"
        let reason =
            "the worker used \(used >> 20) MiB of memory \(place), more than the \(memoryLimit >> 20) MiB of"
            + " worker.memory_limit, so it ended itself"
        return Finding(fault: WorkerFault(code: .outOfMemory, reason: reason), tasks: begun.map(\.task))
    }
}
