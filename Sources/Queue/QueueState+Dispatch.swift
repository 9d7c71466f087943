internal import Wire

extension QueueState {
    /// How much work, in seconds, a worker may hold beyond what it is at: several turns of the queue, so that it does
    /// not run dry where turns are long because the disk is slow.
    private var horizon: Double { max(Pace.horizon, 4 * turn) }

    mutating func dispatch(_ stage: Int, _ now: QueueTime) {
        guard ready[stage].count > 0, !pools[stage].isEmpty else { return }
        let reserved = dispatchSuspects(stage, now)
        guard ready[stage].next != nil else { return }
        var choice = WorkerChoice()
        for peer in pools[stage] where peer != reserved {
            workers[peer].map { choice.add(peer, $0, first: rules.firstWindow, horizon: horizon) }
        }
        while !choice.isEmpty, let sequence = ready[stage].next {
            guard let article = fit(sequence, now) else {
                _ = ready[stage].pop()
                continue
            }
            guard let peer = choice.take(article.size) else { return }
            _ = ready[stage].pop()
            lease(sequence, article, to: peer, isolated: false, now)
        }
    }

    /// Gives each suspect to an idle worker.
    ///
    /// - Returns: The worker that is to get nothing now, so that it becomes idle for the next suspect.
    private mutating func dispatchSuspects(_ stage: Int, _ now: QueueTime) -> Peer? {
        while let sequence = ready[stage].suspects.first {
            guard let article = fit(sequence, now) else {
                _ = ready[stage].popSuspect()
                continue
            }
            guard article.attempts < rules.maximumAttempts else {
                _ = ready[stage].popSuspect()
                let reason = "in a worker's hands each time that the queue or the worker was lost"
                bury(sequence, code: "queue_lost", reason: reason, now)
                continue
            }
            guard let peer = pools[stage].first(where: { workers[$0]?.canIsolate(article.size) == true }) else {
                return pools[stage].filter { workers[$0]?.couldIsolate(article.size) == true }
                    .min { held($0) < held($1) }
            }
            _ = ready[stage].popSuspect()
            lease(sequence, article, to: peer, isolated: true, now)
        }
        return nil
    }

    private func held(_ peer: Peer) -> Int { workers[peer]?.leases.count ?? 0 }

    /// The article, or `nil` where it has ended: some worker must have the credit for it, or it would block the rest.
    private mutating func fit(_ sequence: ArticleRecord.Sequence, _ now: QueueTime) -> Pending? {
        guard let article = pending[sequence], article.size > rules.maximumBody else { return pending[sequence] }
        let reason =
            "the article has \(article.size) bytes; since the last start at most \(rules.maximumBody) are allowed"
        bury(sequence, code: "too_large", reason: reason, now)
        return nil
    }

    private mutating func lease(
        _ sequence: ArticleRecord.Sequence,
        _ article: Pending,
        to peer: Peer,
        isolated: Bool,
        _ now: QueueTime
    ) {
        let id = makeLease()
        var article = article
        article.attempts += 1
        pending[sequence] = article
        lastWorkers[sequence] = workers[peer]?.hello.worker
        leases[id] = Lease(
            sequence: sequence,
            peer: peer,
            size: article.size,
            deadline: now.elapsed + rules.taskDeadline
        )
        workers[peer]?.take(id, article.size, now.elapsed)
        workers[peer]?.isIsolated = isolated
        counters.dispatched += 1
        let update = ArticleUpdate(
            state: .pending,
            stage: article.stage,
            attempts: article.attempts,
            size: article.size
        )
        output.writes.append(.update(sequence, update, takesBody: false))
        var task = TaskOffer(
            lease: id,
            article: article.id,
            stage: rules.stages[article.stage],
            attempt: article.attempts,
            deadline: rules.deadlineForWorkers
        )
        task.nearDuplicateOf = originals[sequence]
        output.send(.task(task), to: peer, body: .article(sequence), isPromise: true)
    }
}
