internal import HeapModule
internal import Wire

extension QueueState {
    mutating func tick(_ now: QueueTime) {
        loseSilentWorkers(now)
        renewLeases(now)
        expireLeases(now)
        releaseRetries(now)
    }

    private mutating func loseSilentWorkers(_ now: QueueTime) {
        // In the order of the pools: that of a dictionary differs from run to run, and a simulation must not.
        for peer in pools.joined() {
            guard let worker = workers[peer] else { continue }
            if now.elapsed - worker.lastHeard > rules.dead {
                remove(peer, .lost, now)
            } else if now.elapsed - max(worker.lastHeard, worker.lastPing) > rules.heartbeat {
                workers[peer]?.lastPing = now.elapsed
                output.send(.ping(0), to: peer)
            }
        }
    }

    /// Begins the time of tasks anew that waited in a worker's hands behind one that it has answered since.
    ///
    /// Workers take up tasks in the order in which they get them. Without this, all that waits behind a slow task would
    /// be overdue with it, and so would the end of any backlog that is longer than the deadline. What was given before
    /// the answered task is not renewed: a slot hangs on it, whatever the worker's other slots do.
    private mutating func renewLeases(_ now: QueueTime) {
        for peer in pools.joined() {
            guard let advanced = workers[peer]?.takeAdvanced() else { continue }
            for id in advanced { leases[id]?.deadline = now.elapsed + rules.taskDeadline }
        }
    }

    private mutating func expireLeases(_ now: QueueTime) {
        let overdue = leases.filter { $0.value.deadline < now.elapsed }
        for (id, lease) in overdue.sorted(by: { $0.key.number < $1.key.number }) {
            leases[id] = nil
            workers[lease.peer]?.expire(id, lease.size)
            counters.deadlinesMissed += 1
            let reason = "no answer within \(rules.taskDeadline.wholeMilliseconds) ms"
            suspect(lease.sequence, code: "deadline", reason: reason, now)
        }
    }

    private mutating func releaseRetries(_ now: QueueTime) {
        while let retry = retries.min, retry.due <= now.elapsed {
            retries.removeMin()
            guard let article = pending[retry.sequence] else { continue }
            ready[article.stage].append(retry.sequence, article.priority)
        }
    }

    mutating func drain() {
        guard !isDraining else { return }
        isDraining = true
        for peer in pools.joined() { output.send(.drain, to: peer) }
    }
}
