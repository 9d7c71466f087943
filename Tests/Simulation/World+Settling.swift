import Queue
import Wire

/// Peace: a calm network, room on the disk, and healthy workers, until everything has ended.
extension World {
    /// 500 s. It is far more than any game takes: deadlines are at most 4 s, and tries at most 4.
    private static let mostTurns = 5_000

    func settle() throws {
        say("peace")
        weather = .calm
        chance = nil
        isDiskLow = false
        journal.isFull = false
        journal.killPoint = nil
        process?.messagesToLive = nil
        network.drop(.toQueue) { _ in true }
        network.drop(.toPeer) { _ in true }
        (downtime, startTimes) = (0, 1)
        for index in workers.indices { workers[index].stalledUntil = 0 }
        for _ in 0..<Self.mostTurns {
            if try isAtRest() { return }
            employ()
            try pass(Self.tickInterval)
            try turn()
        }
        let left = books.rows.compactMap { $0?.record.state == .pending ? books.name($0!.record.id) : nil }
        throw Violation(.everythingEnds, "after \(Self.mostTurns) turns of peace these have not ended: \(left)")
    }

    /// Everyone does what there is to do; who can't is replaced.
    private func employ() {
        for index in workers.indices.reversed() {
            if isUseless(workers[index]) {
                kill(index, isNoticed: true)
                continue
            }
            let number = workers[index].number
            // The worker may die of its work, and then another has its place in the list.
            for place in workers[index].held.indices.reversed()
            where workers.indices.contains(index) && workers[index].number == number { work(index, place) }
        }
        makeRoom(for: 0)
        for stage in rules.stages.indices where !workers.contains(where: { $0.stage == stage && !$0.isStuck }) {
            makeRoom(for: 1)
            join(stage: stage, tasks: 4, bytes: rules.maximumBody * 2)
        }
    }

    /// Whether the queue's status would make whoever looks after the workers start this one anew.
    ///
    /// It hangs on a task, or one was lost on the way to it: either takes up its credit for good. Or an old `hello` that
    /// came after a newer one made the queue think that it is of another stage.
    private func isUseless(_ worker: SimulatedWorker) -> Bool {
        guard let index = books.sessions.index(Self.peer(worker.connection)) else { return false }
        let session = books.sessions.all[index]
        return session.stage != worker.stage || session.out.contains(where: \.isOverdue)
    }

    /// Of more workers than the queue takes, one that is not needed goes.
    private func makeRoom(for more: Int) {
        while workers.count + more > rules.maximumWorkers {
            let spare = workers.indices.first { index in workers.count { $0.stage == workers[index].stage } > 1 }
            guard let spare else { return }
            kill(spare, isNoticed: true)
        }
    }

    private func isAtRest() throws -> Bool {
        guard let process, books.pendingCount == 0, !books.isDraining, !process.turn.isStalled,
            clients.allSatisfy({ $0.waiting.isEmpty }), network.toQueue.isEmpty
        else { return false }
        let ledger = process.turn.state.ledger
        let isEven = ledger.accepted == ledger.done + ledger.dead + ledger.dropped
        try require(isEven, .booksBalance, "at rest, \(ledger)")
        let accounting = process.turn.state.accounting
        let isEmpty = accounting.ready + accounting.retrying + accounting.held + accounting.uncommitted == 0
        let waiting = process.turn.waitingCount
        try require(isEmpty && waiting == 0, .memoryBounded, "at rest, \(accounting) and \(waiting) messages")
        try books.keepsAccepted(journal)
        for id in books.told where !books.dropped.contains(id) {
            let state = try journal.record(id)?.state
            try require(
                state == .done || state == .dead,
                .acceptedIsKept,
                "at rest, \(books.name(id)) is \(state as Any)"
            )
        }
        countWhatItCounted()
        tally[.done] += ledger.done
        tally[.dead] += ledger.dead
        return true
    }
}
