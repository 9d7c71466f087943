import Queue
import Wire

/// What must hold at the end of a commit and at the end of a turn.
extension Books {
    /// All that the rules know is on disk, and nothing was said yet.
    func committed(_ state: QueueState, _ journal: SimulatedJournal) throws {
        try require(state.ledger == ledger, .booksBalance, "the rules have \(state.ledger), the disk \(ledger)")
        let census = try journal.census()
        try require(census.ledger == ledger, .booksBalance, "the journal has \(census.ledger), not \(ledger)")
        let faults = Audit(census).faults
        try require(faults.isEmpty, .booksBalance, faults.joined(separator: "; "))
        let bytes = rows.reduce(0) { $0 + ($1?.record.state == .pending ? $1!.record.size : 0) }
        try require(state.pendingBytes == bytes, .booksBalance, "\(state.pendingBytes) bytes, not \(bytes)")
        let uncommitted = state.accounting.uncommitted
        try require(uncommitted == 0, .memoryBounded, "\(uncommitted) things are remembered as uncommitted")
    }

    /// - Parameter submitted: How many submissions since the last commit may have been accepted.
    func turned(_ turn: QueueTurn, submitted: Int) throws(Violation) {
        if !turn.isStalled, !isDraining { try leavesNobodyIdle() }
        let now = turn.state.accounting
        let places = now.ready + now.retrying + now.held
        let pending = turn.state.pendingCount
        try require(places == pending, .memoryBounded, "\(pending) are pending, in \(places) places: \(now)")
        let isKnown = now.workers == sessions.all.count && now.held == sessions.heldCount
        try require(
            isKnown && now.overdue == sessions.overdueCount,
            .memoryBounded,
            "\(now); there are \(sessions.all.count) workers, with \(sessions.heldCount) tasks in their hands "
                + "and \(sessions.overdueCount) overdue"
        )
        let waiting = turn.waitingCount
        try require(waiting <= submitted, .memoryBounded, "\(waiting) messages wait, after \(submitted) submissions")
        guard !turn.isStalled else { return }
        for case let row? in rows where row.record.state == .pending {
            let (attempts, tries) = (row.record.attempts, row.tries)
            let detail = "\(name(row.record.id)) was given to \(tries) workers, and \(attempts) are on disk"
            try require(attempts == tries, .attemptsBounded, detail)
        }
    }

    /// Whoever could be at work is: of a worker with empty hands and an article of its stage that is free, one is too much.
    ///
    /// Both must have been so before the last dispatch. This bounds the time from a worker's death to the moment at which
    /// another has its tasks: `dead` and a tick.
    private func leavesNobodyIdle() throws(Violation) {
        for session in sessions.all where session.out.isEmpty && max(session.idleSince, lostDispatch) < dispatches {
            for case let row? in rows where row.record.state == .pending && row.record.stage == session.stage {
                guard !row.isHeld, row.notBefore <= lastTick, max(row.freedAt, lostDispatch) < dispatches else {
                    continue
                }
                let stage = rules.stages[session.stage]
                throw Violation(.noIdleWaiting, "\(name(row.record.id)) waits for stage \(stage), and a worker is idle")
            }
        }
    }
}
