internal import Wire

/// The workers of one stage that can take more, while one turn's articles are handed out.
///
/// Made once a turn, so that an article costs a look at a short list and not a look-up for each worker.
struct WorkerChoice {
    private struct Candidate {
        let peer: Peer
        let credit: Credit
        var tasks: Int
        var bytes: Int

        /// The part of the credit in tasks that is used.
        var load: Double { Double(tasks) / Double(credit.tasks) }
    }

    private var candidates: [Candidate] = []

    var isEmpty: Bool { candidates.isEmpty }

    mutating func add(_ peer: Peer, _ worker: WorkerState) {
        let tasks = worker.leases.count + worker.expired.count
        guard !worker.isIsolated, tasks < worker.hello.credit.tasks else { return }
        candidates.append(Candidate(peer: peer, credit: worker.hello.credit, tasks: tasks, bytes: worker.bytes))
    }

    /// Takes the worker that holds the smallest part of its credit, of those that can take an article of `size` bytes.
    mutating func take(_ size: Int) -> Peer? {
        var best: Int?
        for index in candidates.indices where candidates[index].bytes + size <= candidates[index].credit.bytes {
            if best.map({ candidates[index].load < candidates[$0].load }) ?? true { best = index }
        }
        guard let best else { return nil }
        let peer = candidates[best].peer
        candidates[best].tasks += 1
        candidates[best].bytes += size
        if candidates[best].tasks >= candidates[best].credit.tasks { candidates.remove(at: best) }
        return peer
    }
}
