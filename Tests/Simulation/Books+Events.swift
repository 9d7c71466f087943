import Queue
import Wire

/// What went into the rules.
extension Books {
    mutating func heard(_ event: QueueEvent, at now: Int) {
        switch event {
        case .hello(let peer, let hello): open(peer, hello, now)
        case .done(let peer, let lease, _, _): answered(peer, lease, isDone: true, now)
        case .fail(let peer, let failure): failed(peer, failure, now)
        case .ping(let peer, _), .pong(let peer):
            if let index = sessions.index(peer) { sessions.all[index].lastHeard = now }
        case .bye(let peer): close(peer, isBye: true)
        case .unreachable(let peer): close(peer, isBye: false)
        case .retry(let record): ordersToRetry.insert(record.sequence)
        case .drop(let record): ordersToDrop.insert(record.sequence)
        case .tick: tick(now)
        case .drain: isDraining = true
        case .submit, .disk: break
        }
    }

    private mutating func open(_ peer: Peer, _ hello: Hello, _ now: Int) {
        guard let stage = rules.stages.firstIndex(of: hello.stage), hello.credit.bytes >= rules.maximumBody,
            !isDraining
        else { return }
        close(peer, isBye: false)
        if let other = sessions.all.first(where: { $0.worker == hello.worker })?.peer { close(other, isBye: false) }
        guard sessions.all.count < rules.maximumWorkers else { return }
        let session = Sessions.Session(
            peer: peer,
            worker: hello.worker,
            stage: stage,
            credit: hello.credit,
            lastHeard: now,
            idleSince: dispatches
        )
        sessions.all.append(session)
    }

    private mutating func close(_ peer: Peer, isBye: Bool) {
        guard let index = sessions.index(peer) else { return }
        for out in sessions.all.remove(at: index).out where !out.isOverdue {
            free(out.sequence)
            if isBye {
                rows[out.sequence]?.tries -= 1
                rows[out.sequence]?.deliveries -= 1
            }
        }
    }

    private mutating func free(_ sequence: ArticleRecord.Sequence) {
        rows[sequence]?.isHeld = false
        rows[sequence]?.freedAt = dispatches
    }

    /// - Returns: The article, where the lease was good.
    @discardableResult
    private mutating func answered(
        _ peer: Peer,
        _ lease: LeaseID,
        isDone: Bool,
        _ now: Int
    ) -> ArticleRecord.Sequence? {
        guard let index = sessions.index(peer) else { return nil }
        sessions.all[index].lastHeard = now
        guard let place = sessions.all[index].out.firstIndex(where: { $0.lease == lease }) else { return nil }
        let out = sessions.all[index].out.remove(at: place)
        let first = sessions.all[index].firstAnswered ?? lease
        sessions.all[index].firstAnswered = lease.number < first.number ? lease : first
        if sessions.all[index].out.isEmpty { sessions.all[index].idleSince = dispatches }
        guard !out.isOverdue else { return nil }
        free(out.sequence)
        if isDone { rows[out.sequence]?.answered = lease }
        return out.sequence
    }

    private mutating func failed(_ peer: Peer, _ failure: Failure, _ now: Int) {
        guard let sequence = answered(peer, failure.lease, isDone: false, now), failure.retry, !failure.alone,
            let row = rows[sequence], row.tries < rules.maximumAttempts
        else { return }
        let doubled = rules.backoff * (1 << max(0, row.tries - 1))
        rows[sequence]?.notBefore = now + min(doubled, rules.maximumBackoff).wholeMilliseconds
    }

    private mutating func tick(_ now: Int) {
        lastTick = now
        for session in sessions.all where now - session.lastHeard > rules.dead.wholeMilliseconds {
            close(session.peer, isBye: false)
        }
        for index in sessions.all.indices {
            // What the worker was given after something that it has answered can have begun only now.
            let answered = sessions.all[index].firstAnswered?.number ?? .max
            sessions.all[index].firstAnswered = nil
            for place in sessions.all[index].out.indices {
                if sessions.all[index].out[place].lease.number > answered {
                    sessions.all[index].out[place].deadline = now + rules.taskDeadline.wholeMilliseconds
                }
                let out = sessions.all[index].out[place]
                guard !out.isOverdue, out.deadline < now else { continue }
                sessions.all[index].out[place].isOverdue = true
                free(out.sequence)
            }
        }
    }
}
