import Queue
import Wire

/// What the queue makes of a message, and how a broken one bends it.
extension World {
    func receive(_ packet: Network.Packet) throws {
        let peer = Self.peer(packet.connection)
        let body = packet.body
        if trace != nil { say("    \(name(packet.connection)) → queue: \(describe(packet.header))") }
        switch packet.header {
        case .hello(let hello): try step(.hello(peer, hello))
        case .done(let lease, let sketch):
            let kinship = try sketch.flatMap { try self.kinship(of: $0) }
            try step(.done(peer, lease, size: body?.count ?? 0, kinship: kinship), body)
        case .fail(let failure): try step(.fail(peer, failure))
        case .ping(let n): try step(.ping(peer, n))
        case .pong: try step(.pong(peer))
        case .bye: try step(.bye(peer))
        case .submit(let submit):
            let id = ArticleID(deriving: body ?? [], key: submit.key)
            let isKnown = try body != nil && journal.contains(id)
            if process?.turn.state.isDiskLow == false { process?.submitted += 1 }
            try step(.submit(peer, submit, id, size: body?.count ?? 0, isKnown: isKnown), body)
        case .welcome, .task, .drain, .accepted, .busy, .query, .answer, .refused:
            process?.turn.refuse(peer, Refusal(code: "unexpected", reason: "only the queue says this"))
        }
    }

    private func kinship(of sketch: Sketch) throws -> Kinship? {
        guard defect == .forgetsFreshSketches else { return try process?.turn.state.kinship(of: sketch, journal) }
        return try journal.original(near: sketch).map { .nearDuplicate(of: $0) } ?? .original(sketch)
    }

    func step(_ event: QueueEvent, _ body: [UInt8]? = nil) throws {
        books.heard(event, at: now)
        guard let event = try bent(event, body) else { return }
        process?.turn.handle(event, body: body, at: time)
    }

    /// What the broken queue takes the event for; nothing, where it does not notice.
    private func bent(_ event: QueueEvent, _ body: [UInt8]?) throws -> QueueEvent? {
        switch (defect, event) {
        case (.ignoresCredit, .hello(let peer, var hello)):
            hello.credit = Credit(tasks: hello.credit.tasks * 4, bytes: hello.credit.bytes * 4)
            return .hello(peer, hello)
        case (.insertsDuplicates, .submit(let peer, let submit, let id, let size, _)):
            return .submit(peer, submit, id, size: size, isKnown: false)
        case (.trustsTheDead, .unreachable): return nil
        case (.trustsTheDead, .tick):
            for session in books.sessions.all { process?.turn.handle(.pong(session.peer), at: time) }
            return event
        case (.takesLossForBye, .unreachable(let peer)): return .bye(peer)
        case (.acknowledgesBeforeCommit, .submit(_, let submit, let id, let size, isKnown: false)):
            guard size > 0, size <= rules.maximumBody, !isDiskLow else { return event }
            let accepted = Accepted(n: submit.n, article: id, duplicate: true)
            try books.told(accepted)
            return event
        case (.ignoresLeases, .done(_, let lease, let size, _)): return goodAnswer(lease, body, size) ?? event
        case (.lastAnswerWins, .done(_, let lease, _, _)): try replace(lease, body)
        default: break
        }
        return event
    }

    /// The answer to the lease that is good now, made of one to a lease that was.
    private func goodAnswer(_ lease: LeaseID, _ body: [UInt8]?, _ size: Int) -> QueueEvent? {
        guard let row = row(of: body), row.isHeld, let good = row.lease, good != lease else { return nil }
        let holder = books.sessions.all.first { $0.out.contains { $0.lease == good && !$0.isOverdue } }
        guard let holder else { return nil }
        return .done(holder.peer, good, size: size)
    }

    private func replace(_ lease: LeaseID, _ body: [UInt8]?) throws {
        guard let body, let row = row(of: body), row.record.state == .done, row.body != body else { return }
        journal.overwrite(row.record, body, ledger: books.ledger)
        if let violation = journal.violation { throw violation }
    }

    /// The article whose body an answer carries.
    private func row(of body: [UInt8]?) -> Books.Row? {
        guard var text = body else { return nil }
        while Marks.last(text) != nil { text.removeLast(Marks.length) }
        let sequence = books.sequences[ArticleID(deriving: text, key: nil)]
        return sequence.flatMap { books.rows[$0] }
    }
}
