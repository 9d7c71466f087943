import Queue
import Wire

/// What reached the disk.
extension Books {
    /// Checks that each change of a batch is a lawful step from what was there, and makes a note of it.
    mutating func written(_ batch: JournalBatch) throws(Violation) {
        for sequence in batch.inserted.keys.sorted() {
            try inserted(batch.inserted[sequence]!, batch.bodies[sequence])
        }
        for sequence in batch.updated.keys.sorted() {
            try updated(sequence, batch.updated[sequence]!, batch.bodies[sequence])
        }
        try related(batch)
        for sequence in batch.dropped.sorted() { try dropped(sequence) }
        try require(batch.ledger == ledger, .booksBalance, "wrote \(batch.ledger), and the rows make \(ledger)")
    }

    private mutating func inserted(_ record: ArticleRecord, _ body: [UInt8]?) throws(Violation) {
        let name = name(record.id)
        try require(
            submissions[record.id] != nil && submissions[record.id] == body,
            .nothingFromNowhere,
            "\(name) was inserted, and nobody submitted it with this body"
        )
        try require(sequences[record.id] == nil, .nothingFromNowhere, "\(name) was inserted a second time")
        try require(record.sequence == rows.count, .booksBalance, "\(name) got number \(record.sequence)")
        try require(record.state == .pending && record.stage == 0, .lawfulSteps, "\(name) began as \(record.state)")
        rows.append(Row(record: record, body: body ?? [], freedAt: dispatches))
        sequences[record.id] = record.sequence
        dropped.remove(record.id)
        insertions[record.id, default: 0] += 1
        ledger.accepted += 1
    }

    private mutating func updated(
        _ sequence: ArticleRecord.Sequence,
        _ update: ArticleUpdate,
        _ body: [UInt8]?
    ) throws(Violation) {
        guard rows.indices.contains(sequence), var row = rows[sequence] else {
            throw Violation(.nothingFromNowhere, "number \(sequence) was changed, and there is no such article")
        }
        let old = row.record
        let name = name(old.id)
        switch (old.state, update.state) {
        case (.pending, .pending) where update.stage == old.stage:
            try require(body == nil, .lawfulSteps, "\(name) got another body without a step")
        case (.pending, .pending), (.pending, .done):
            try stepped(&row, update, body)
        case (.pending, .dead):
            let isSame = update.stage == old.stage && body == nil && update.ending?.failure != nil
            try require(isSame, .lawfulSteps, "\(name) died at stage \(update.stage), from stage \(old.stage)")
            ledger.dead += 1
            ledger.endings += 1
        case (.dead, .pending):
            try require(ordersToRetry.remove(sequence) != nil, .lawfulSteps, "\(name) rose unasked from the dead")
            try require(update.stage == old.stage && body == nil, .lawfulSteps, "\(name) rose at \(update.stage)")
            ledger.dead -= 1
            (row.tries, row.deliveries, row.notBefore) = (0, 0, 0)
        default:
            throw Violation(.lawfulSteps, "\(name) went from \(old.state) to \(update.state)")
        }
        row.freedAt = row.isHeld ? row.freedAt : dispatches
        update.apply(to: &row.record)
        rows[sequence] = row
    }

    /// A step to the next stage, or beyond the last.
    private mutating func stepped(_ row: inout Row, _ update: ArticleUpdate, _ body: [UInt8]?) throws(Violation) {
        let name = name(row.record.id)
        let isEnd = update.stage == rules.stages.count
        try require(
            update.stage == row.record.stage + 1 && isEnd == (update.state == .done),
            .lawfulSteps,
            "\(name) went from stage \(row.record.stage) to \(update.stage), \(update.state)"
        )
        guard let body, let mark = Marks.last(body) else {
            throw Violation(.stagesOnce, "\(name) came to stage \(update.stage) without its body")
        }
        try require(
            Array(body.dropLast(Marks.length)) == row.body && mark.stage == row.record.stage,
            .stagesOnce,
            "\(name) came to stage \(update.stage) with a body that is not its own, one stage further"
        )
        try require(
            mark.lease == row.lease?.number && row.answered == row.lease,
            .stagesOnce,
            "\(name) took the answer to lease \(mark.lease); the good one was \(row.lease.map { "\($0)" } ?? "none")"
        )
        row.body = body
        (row.tries, row.deliveries, row.lease, row.answered) = (0, 0, nil, nil)
        if isEnd {
            ledger.done += 1
            ledger.endings += 1
        }
    }

    private mutating func dropped(_ sequence: ArticleRecord.Sequence) throws(Violation) {
        guard rows.indices.contains(sequence), let row = rows[sequence] else {
            throw Violation(.nothingFromNowhere, "number \(sequence) was dropped, and there is no such article")
        }
        let isLawful = row.record.state == .dead && ordersToDrop.remove(sequence) != nil
        try require(isLawful, .acceptedIsKept, "\(name(row.record.id)) was dropped, \(row.record.state) and unasked")
        if originals[Kinds.kind(of: row.record.id)] == row.record.id { originals[Kinds.kind(of: row.record.id)] = nil }
        rows[sequence] = nil
        sequences[row.record.id] = nil
        dropped.insert(row.record.id)
        ledger.dead -= 1
        ledger.dropped += 1
    }

    /// Holds the journal against the books after a start of the queue, when nobody is known to it.
    mutating func recovered(_ journal: SimulatedJournal) throws {
        try keepsAccepted(journal)
        for sequence in rows.indices.dropFirst() {
            let there = try journal.record(at: sequence)
            guard there != rows[sequence]?.record else { continue }
            let record = rows[sequence]?.record ?? there
            let name = record.map { self.name($0.id) } ?? "number \(sequence)"
            throw Violation(.booksBalance, "after the start \(name) is not as it was committed")
        }
        sessions = Sessions()
        isDraining = false
        lostDispatch = dispatches
        for sequence in rows.indices {
            guard let row = rows[sequence], row.record.state == .pending else { continue }
            let attempts = row.record.attempts
            let detail = "\(name(row.record.id)) was given to \(row.tries) workers, and \(attempts) are on disk"
            try require(attempts >= row.tries, .attemptsBounded, detail)
            rows[sequence]?.tries = attempts
            rows[sequence]?.notBefore = 0
            rows[sequence]?.isHeld = false
        }
    }

    /// What clients were told is accepted must be there, but for what operators dropped.
    func keepsAccepted(_ journal: SimulatedJournal) throws {
        for id in told where try !journal.contains(id) {
            try require(dropped.contains(id), .acceptedIsKept, "\(name(id)) was accepted, and is gone")
        }
    }
}
