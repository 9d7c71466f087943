import Queue
import Wire

/// The queue's process: the same turn as that of `QueueServer`.
extension World {
    /// Starts the queue, and kills it again but for the last of so many times.
    func start(times: Int) throws {
        for _ in 1..<max(1, times) { _ = try journal.recover() }
        let recovery = try journal.recover()
        tally[.starts] += 1
        say("the queue starts, generation \(recovery.generation), \(recovery.pending.count) pending")
        try books.recovered(journal)
        let state = QueueState(rules: rules, recovery: recovery, seed: plan.seed)
        process = QueueProcess(turn: QueueTurn(state: state), nextTick: now)
        reconnect()
    }

    /// The peers' sockets find the new process; most get another routing id, and the peers don't notice.
    private func reconnect() {
        guard tally[.starts] > 1 else { return }
        for index in workers.indices where chance == nil || Int.random(in: 0..<4, using: &chance!) > 0 {
            close(workers[index].connection)
            workers[index].connection = connect(.worker(workers[index].number))
        }
        for index in clients.indices {
            close(clients[index].connection)
            clients[index].connection = connect(.client(index))
        }
    }

    func die() {
        guard process != nil else { return }
        say("the queue is dead")
        countWhatItCounted()
        process = nil
        restartAt = now + downtime
        // What was on its way to the old process is gone; a part may wait in the peers' sockets for the new one.
        let isLost = chance == nil || Bool.random(using: &chance!)
        network.drop(.toQueue) { _ in isLost }
    }

    func countWhatItCounted() {
        guard let counters = process?.turn.state.counters else { return }
        tally[.late] += counters.late
        tally[.deadlinesMissed] += counters.deadlinesMissed
        tally[.workersLost] += counters.workersLost
    }

    /// One turn: what has arrived, time, work, the commit, and only then the messages.
    func turn() throws {
        deliver()
        if process == nil {
            guard now >= restartAt else { return network.drop(.toQueue) { $0.due <= now } }
            try start(times: startTimes)
            startTimes = 1
        }
        tally[.turns] += 1
        for packet in network.take(.toQueue, until: now) { try receive(packet) }
        if process!.isTold, process!.drainDeadline == nil {
            process!.drainDeadline = now + Self.drainTimeout
            try step(.drain)
        }
        if now >= process!.nextTick { try tick() }
        if !process!.turn.isStalled, !books.isDraining { books.dispatches += 1 }
        process!.turn.dispatch(at: time)
        try flush()
        guard process != nil else { return }
        if let letters = judgement {
            judgement = nil
            try judge(letters.count, letters.drop)
            try flush()
        }
        guard let process else { return }
        try books.turned(process.turn, submitted: process.submitted)
        try endsDrained(process)
        clogged.removeAll()
    }

    private func endsDrained(_ process: QueueProcess) throws {
        guard let deadline = process.drainDeadline, !process.turn.isStalled else { return }
        guard process.turn.state.heldCount == 0 || now >= deadline else { return }
        say("the queue has drained")
        tally[.drains] += 1
        die()
    }

    private func tick() throws {
        process!.nextTick = now + Self.tickInterval
        let isLow = process!.turn.isStalled || isDiskLow
        if isLow != process!.turn.state.isDiskLow { try step(.disk(isLow: isLow)) }
        try step(.tick)
    }

    private func flush() throws {
        let messages = commit()
        if let violation = journal.violation { throw violation }
        guard !journal.isKilled else { return die() }
        if process!.turn.isStalled {
            books.lostDispatch = books.dispatches
        } else {
            try books.committed(process!.turn.state, journal)
            process!.submitted = 0
        }
        for message in messages {
            if let left = process!.messagesToLive {
                guard left > 0 else { return die() }
                process!.messagesToLive = left - 1
            }
            try send(message)
        }
        if process!.turn.isStalled { return }
        try books.keepsAccepted(journal)
    }

    private func commit() -> [QueueOutput.Message] {
        let (messages, commit) = process!.turn.commit(to: journal, at: time)
        if case .failed = commit, !journal.isKilled {
            tally[.failedCommits] += 1
            say("    the disk is full")
        }
        return messages
    }

    private func send(_ message: QueueOutput.Message) throws {
        let connection = Self.connection(message.peer)
        var body: [UInt8]?
        if case .article(let sequence) = message.body { body = try journal.body(sequence) }
        if trace != nil { say("    queue → \(name(connection)): \(describe(message.header))") }
        count(message.header)
        try books.sent(message, body: body, journal: journal, at: now)
        if closed.contains(connection) || clogged.contains(connection) {
            tally[.unreachable] += 1
            return try step(.unreachable(message.peer))
        }
        transmit(message.header, body, connection, .toPeer)
    }

    private func count(_ header: Header) {
        switch header {
        case .accepted(let accepted): tally[accepted.duplicate ? .duplicates : .accepted] += 1
        case .busy: tally[.busy] += 1
        case .task: tally[.tasks] += 1
        case .refused: tally[.refusals] += 1
        default: break
        }
    }

    /// An operator judges dead letters, as they are on disk.
    private func judge(_ letters: Int, _ drop: Bool) throws {
        let records = try journal.ended(.dead, after: 0, limit: letters)
        for record in records {
            say("an operator \(drop ? "drops" : "retries") \(books.name(record.id))")
            tally[drop ? .dropped : .retried] += 1
            try step(drop ? .drop(record) : .retry(record))
        }
        // Once more, as if two operators were at it.
        if let record = records.first { try step(drop ? .retry(record) : .drop(record)) }
    }
}
