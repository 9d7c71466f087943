import Queue
import Wire

/// What the queue says.
extension Books {
    /// Checks a message at the moment at which the queue hands it over.
    mutating func sent(
        _ message: QueueOutput.Message,
        body: [UInt8]?,
        journal: SimulatedJournal,
        at now: Int
    ) throws {
        switch message.header {
        case .accepted(let accepted): try told(accepted)
        case .task(let task):
            guard case .article(let sequence) = message.body else { return }
            try offered(task, sequence, to: message.peer, body ?? [], journal, now)
        default: break
        }
    }

    mutating func told(_ accepted: Accepted) throws(Violation) {
        let id = accepted.article
        if isTold.insert(id).inserted { told.append(id) }
        guard !accepted.duplicate else { return }
        newlyTold[id, default: 0] += 1
        // Each that is no duplicate belongs to an article that is on disk by now.
        let isNew = newlyTold[id, default: 0] <= insertions[id, default: 0]
        try require(isNew, .acceptedIsKept, "\(name(id)) was told to be accepted, and is not on disk")
    }

    private mutating func offered(
        _ task: TaskOffer,
        _ sequence: ArticleRecord.Sequence,
        to peer: Peer,
        _ body: [UInt8],
        _ journal: SimulatedJournal,
        _ now: Int
    ) throws {
        let name = name(task.article)
        try require(!isDraining, .drainIsQuiet, "\(name) was handed out by a queue that drains")
        try require(leases.insert(task.lease).inserted, .leasesUnique, "\(task.lease) was given a second time")
        guard let record = try journal.record(at: sequence), var row = rows[sequence] else {
            throw Violation(.nothingFromNowhere, "\(name) was handed out, and is not on disk")
        }
        row.tries += 1
        row.deliveries += 1
        let isOnDisk = record.attempts == task.attempt && task.attempt == row.tries && record.state == .pending
        try require(
            isOnDisk && rules.stages[record.stage] == task.stage && record.id == task.article,
            .attemptsBounded,
            "\(name) was handed out, try \(task.attempt); \(record.attempts) are on disk, \(row.tries) were made"
        )
        try require(
            row.tries <= rules.maximumAttempts && row.deliveries <= rules.maximumAttempts,
            .attemptsBounded,
            "\(name) was handed out for the \(row.tries)th time; \(rules.maximumAttempts) are allowed"
        )
        try require(
            task.nearDuplicateOf == record.original && record.original == row.record.original,
            .nearDuplicatesNamed,
            "\(name) was handed out as a near duplicate of \(task.nearDuplicateOf.map { self.name($0) } ?? "nothing")"
        )
        try require(body == row.body, .stagesOnce, "\(name) was handed out with another body than the one on disk")
        row.lease = task.lease
        row.answered = nil
        if let index = sessions.index(peer) {
            row.isHeld = true
            let deadline = now + rules.taskDeadline.wholeMilliseconds
            let out = Sessions.Out(lease: task.lease, sequence: sequence, size: body.count, deadline: deadline)
            sessions.all[index].out.append(out)
            try keepsCredit(sessions.all[index])
        }
        rows[sequence] = row
    }

    private func keepsCredit(_ session: Sessions.Session) throws(Violation) {
        let bytes = session.out.reduce(0) { $0 + $1.size }
        try require(
            session.out.count <= session.credit.tasks && bytes <= session.credit.bytes,
            .creditKept,
            "a worker with a credit of \(session.credit.tasks) tasks and \(session.credit.bytes) bytes "
                + "holds \(session.out.count) tasks and \(bytes) bytes"
        )
    }
}
