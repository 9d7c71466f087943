internal import Wire

extension QueueState {
    mutating func accept(
        _ peer: Peer,
        _ submit: Submit,
        _ id: ArticleID,
        _ size: Int,
        _ isKnown: Bool,
        _ now: QueueTime
    ) {
        guard size > 0, size <= rules.maximumBody else {
            let reason =
                size == 0
                ? "a submission needs a body" : "the body has \(size) bytes; at most \(rules.maximumBody) are allowed"
            return refuse(peer, Refusal(n: submit.n, code: size == 0 ? "no_body" : "too_large", reason: reason))
        }
        // While the disk is full, those who ask again for what can't be written yet are told to wait like all others:
        // answers that wait for the commit would pile up.
        if isKnown || fresh.contains(id) && !isDiskLow {
            counters.duplicates += 1
            // What the journal has already is on disk, whatever becomes of the next commit.
            let accepted = Accepted(n: submit.n, article: id, duplicate: true)
            return output.send(.accepted(accepted), to: peer, isPromise: !isKnown)
        }
        guard hasRoom(for: size) else {
            counters.busy += 1
            return output.send(.busy(n: submit.n, retry: rules.busyRetry), to: peer)
        }
        ledger.accepted += 1
        counters.accepted += 1
        let record = ArticleRecord(
            sequence: ledger.accepted,
            id: id,
            key: submit.key,
            priority: submit.priority,
            size: size,
            acceptedAt: now.wall
        )
        fresh.insert(id)
        output.writes.append(.insert(record))
        enter(record)
        output.send(.accepted(Accepted(n: submit.n, article: id, duplicate: false)), to: peer, isPromise: true)
    }

    private func hasRoom(for size: Int) -> Bool {
        !isDraining && !isDiskLow && pending.count < rules.maximumArticles && pendingBytes + size <= rules.maximumBytes
    }

    private mutating func enter(_ record: ArticleRecord) {
        var article = PendingArticle(record)
        article.attempts = 0
        pending[record.sequence] = Pending(article)
        originals[record.sequence] = record.original
        pendingBytes += record.size
        ready[record.stage].append(record.sequence, record.priority)
    }

    /// Puts a dead letter back to the stage that gave it up, with all its attempts before it.
    mutating func revive(_ record: ArticleRecord) {
        guard isDeadLetter(record) else { return }
        var record = record
        record.stage = min(record.stage, rules.stages.count - 1)
        ledger.dead -= 1
        let update = ArticleUpdate(state: .pending, stage: record.stage, attempts: 0, size: record.size)
        output.writes.append(.update(record.sequence, update, takesBody: false))
        enter(record)
    }

    mutating func drop(_ record: ArticleRecord) {
        guard isDeadLetter(record) else { return }
        dropped.insert(record.sequence)
        ledger.dead -= 1
        ledger.dropped += 1
        output.writes.append(.drop(record.sequence))
    }

    /// Whether a record, which may be older than the last events, is still that of a dead letter.
    private func isDeadLetter(_ record: ArticleRecord) -> Bool {
        record.state == .dead && pending[record.sequence] == nil && !dropped.contains(record.sequence)
    }

    /// Makes an article a dead letter.
    mutating func bury(_ sequence: ArticleRecord.Sequence, code: String, reason: String, _ now: QueueTime) {
        guard let article = pending[sequence] else { return }
        counters.dead += 1
        let failure = DeadLetterReason(code: code, reason: reason, worker: lastWorkers[sequence])
        end(sequence, article, .dead, failure, takesBody: false, now)
    }

    /// The one way out: the article's last write.
    mutating func end(
        _ sequence: ArticleRecord.Sequence,
        _ article: Pending,
        _ state: ArticleRecord.State,
        _ failure: DeadLetterReason?,
        takesBody: Bool,
        _ now: QueueTime
    ) {
        pending[sequence] = nil
        lastWorkers[sequence] = nil
        originals[sequence] = nil
        pendingBytes -= article.size
        ledger.endings += 1
        if state == .done { ledger.done += 1 } else { ledger.dead += 1 }
        let ending = ArticleRecord.Ending(number: ledger.endings, at: now.wall, failure: failure)
        let update = ArticleUpdate(
            state: state,
            stage: article.stage,
            attempts: article.attempts,
            size: article.size,
            ending: ending
        )
        output.writes.append(.update(sequence, update, takesBody: takesBody))
    }
}
