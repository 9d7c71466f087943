internal import HeapModule
internal import Wire

extension QueueState {
    /// Why a worker is no longer there.
    enum Departure { case left, lost, replaced }

    mutating func welcome(_ peer: Peer, _ hello: Hello, _ now: QueueTime) {
        guard let stage = rules.stages.firstIndex(of: hello.stage) else {
            let known = rules.stages.map(\.text).joined(separator: ", ")
            return refuse(
                peer,
                Refusal(code: "unknown_stage", reason: "there is no stage \(hello.stage); there are \(known)")
            )
        }
        guard hello.credit.bytes >= rules.maximumBody else {
            let reason =
                "a credit of \(hello.credit.bytes) bytes is too small for an article of \(rules.maximumBody) bytes"
            return refuse(peer, Refusal(code: "credit_too_small", reason: reason))
        }
        guard !isDraining else { return refuse(peer, Refusal(code: "draining", reason: "the queue is about to stop")) }
        // Two may have to go: what this connection was before, and this worker's connection before.
        remove(peer, .replaced, now)
        if let old = workers.first(where: { $0.value.hello.worker == hello.worker })?.key {
            remove(old, .replaced, now)
        }
        guard workers.count < rules.maximumWorkers else {
            return refuse(
                peer,
                Refusal(code: "too_many_workers", reason: "\(rules.maximumWorkers) workers are here already")
            )
        }
        var hello = hello
        hello.credit = rules.capped(hello.credit)
        workers[peer] = WorkerState(hello: hello, stage: stage, now: now.elapsed)
        pools[stage].append(peer)
        let welcome = Welcome(heartbeat: rules.heartbeat, dead: rules.dead, maximumBody: rules.maximumBody)
        output.send(.welcome(welcome), to: peer)
    }

    /// Notes that the worker lives. - Returns: `false` where there is no such worker; it is told so.
    @discardableResult
    mutating func hear(_ peer: Peer, _ now: QueueTime) -> Bool {
        guard workers[peer] != nil else {
            let reason = "say hello: this queue does not know you, or took you for dead"
            refuse(peer, Refusal(code: Refusal.unknownWorker, reason: reason))
            return false
        }
        workers[peer]!.lastHeard = now.elapsed
        return true
    }

    mutating func answerPing(_ peer: Peer, _ n: Int, _ now: QueueTime) {
        if hear(peer, now) { output.send(.pong(n), to: peer) }
    }

    mutating func complete(_ peer: Peer, _ leaseID: LeaseID, _ size: Int, _ kinship: Kinship?, _ now: QueueTime) {
        guard let lease = answer(peer, leaseID, now), var article = pending[lease.sequence] else { return }
        guard size > 0, size <= rules.maximumBody else {
            let reason =
                size == 0
                ? "the stage \(rules.stages[article.stage]) answered without an article"
                : "the stage \(rules.stages[article.stage]) made \(size) bytes of it; at most \(rules.maximumBody) are allowed"
            return bury(lease.sequence, code: "bad_result", reason: reason, now)
        }
        workers[peer]?.done += 1
        counters.done += 1
        if let kinship, article.stage == 0 { note(kinship, of: lease.sequence, article.id) }
        pendingBytes += size - article.size
        article.size = size
        article.stage += 1
        article.attempts = 0
        lastWorkers[lease.sequence] = nil
        if article.stage < rules.stages.count {
            pending[lease.sequence] = article
            let update = ArticleUpdate(state: .pending, stage: article.stage, attempts: 0, size: size)
            output.writes.append(.update(lease.sequence, update, takesBody: true))
            ready[article.stage].append(lease.sequence, article.priority)
        } else {
            end(lease.sequence, article, .done, nil, takesBody: true, now)
        }
    }

    mutating func fail(_ peer: Peer, _ failure: Failure, _ now: QueueTime) {
        guard let lease = answer(peer, failure.lease, now), let article = pending[lease.sequence] else { return }
        workers[peer]?.failed += 1
        counters.failed += 1
        if failure.retry, failure.alone {
            // It ended its worker, as one that a lost worker held may have; and this one says so.
            suspect(lease.sequence, code: failure.code, reason: failure.reason, now)
        } else if failure.retry, article.attempts < rules.maximumAttempts {
            let doubled = rules.backoff * (1 << min(article.attempts - 1, 20))
            let pause = min(doubled, rules.maximumBackoff) * Double.random(in: 0...1, using: &random)
            retries.insert(Retry(due: now.elapsed + pause, sequence: lease.sequence))
        } else {
            bury(lease.sequence, code: failure.code, reason: failure.reason, now)
        }
    }

    /// Takes an answer to a lease. - Returns: The lease, or `nil` where it was not good any more.
    private mutating func answer(_ peer: Peer, _ leaseID: LeaseID, _ now: QueueTime) -> Lease? {
        guard hear(peer, now) else {
            counters.late += 1
            return nil
        }
        guard let lease = leases[leaseID], lease.peer == peer else {
            counters.late += 1
            workers[peer]?.releaseExpired(leaseID, now.elapsed)
            return nil
        }
        leases[leaseID] = nil
        workers[peer]?.release(leaseID, lease.size, now.elapsed)
        return lease
    }

    /// Forgets a worker; what it held goes to others at once.
    mutating func remove(_ peer: Peer, _ departure: Departure, _ now: QueueTime) {
        guard let worker = workers.removeValue(forKey: peer) else { return }
        pools[worker.stage].removeAll { $0 == peer }
        if departure == .lost { counters.workersLost += 1 }
        // In the order of dispatch, so that the oldest goes first.
        for leaseID in worker.leases.sorted(by: { $0.number < $1.number }) {
            guard let lease = leases.removeValue(forKey: leaseID) else { continue }
            switch departure {
            case .left: giveBack(lease.sequence, isSuspect: worker.isIsolated)
            case .lost, .replaced:
                let reason = "the worker was lost while it held the article"
                suspect(lease.sequence, code: "worker_lost", reason: reason, now)
            }
        }
    }

    /// Takes back a task of which its worker has not heard.
    mutating func recall(_ leaseID: LeaseID) {
        guard let lease = leases.removeValue(forKey: leaseID) else { return }
        let isIsolated = workers[lease.peer]?.isIsolated == true
        workers[lease.peer]?.recall(leaseID, lease.size)
        giveBack(lease.sequence, isSuspect: isIsolated)
    }

    /// Takes an article back from a worker that leaves in good health, as if it had not been dispatched.
    ///
    /// It is written down: when the queue stops as well, an attempt that never was must not count at its next start.
    private mutating func giveBack(_ sequence: ArticleRecord.Sequence, isSuspect: Bool) {
        guard var article = pending[sequence] else { return }
        article.attempts -= 1
        pending[sequence] = article
        let update = ArticleUpdate(
            state: .pending,
            stage: article.stage,
            attempts: article.attempts,
            size: article.size
        )
        output.writes.append(.update(sequence, update, takesBody: false))
        if isSuspect {
            ready[article.stage].appendSuspect(sequence)
        } else {
            ready[article.stage].append(sequence, article.priority)
        }
    }

    /// Gives an article another try, alone, or gives it up where it had enough.
    mutating func suspect(_ sequence: ArticleRecord.Sequence, code: String, reason: String, _ now: QueueTime) {
        guard let article = pending[sequence] else { return }
        guard article.attempts >= rules.maximumAttempts else { return ready[article.stage].appendSuspect(sequence) }
        bury(sequence, code: code, reason: reason, now)
    }
}
