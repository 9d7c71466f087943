internal import HeapModule
internal import Wire

/// The workers of one stage that can take more, while one turn's articles are handed out.
///
/// Made once a turn, so that an article costs a look at the top of a heap and not a look-up for each worker.
struct WorkerChoice {
    private struct Candidate: Comparable {
        let peer: Peer
        /// The place in the pool, which settles ties, so that the same events always have the same outcome.
        let place: Int
        let bytesOfCredit: Int
        let window: Int
        let interval: Double
        var tasks: Int
        var bytes: Int

        /// When one more task would be answered, in seconds from now; 0 where nothing is known of the worker yet.
        private var wait: Double { Double(tasks + 1) * interval }
        /// The part of what it should hold that it holds.
        private var load: Double { Double(tasks) / Double(window) }

        static func < (left: Self, right: Self) -> Bool {
            (left.wait, left.load, left.place) < (right.wait, right.load, right.place)
        }

        static func == (left: Self, right: Self) -> Bool { left.place == right.place }
    }

    private var candidates = Heap<Candidate>()

    var isEmpty: Bool { candidates.isEmpty }

    mutating func add(_ peer: Peer, _ worker: WorkerState, first: Int, horizon: Double) {
        // What is overdue takes up credit, but not the window: others have it by now, and what was lost on the way will
        // never be answered. A window is small, and one loss would close it for good.
        let tasks = worker.leases.count
        let window = min(
            worker.window(first: first, horizon: horizon),
            worker.hello.credit.tasks - worker.expired.count
        )
        guard !worker.isIsolated, tasks < window else { return }
        candidates.insert(
            Candidate(
                peer: peer,
                place: candidates.count,
                bytesOfCredit: worker.hello.credit.bytes,
                window: window,
                interval: worker.pace.interval ?? 0,
                tasks: tasks,
                bytes: worker.bytes
            )
        )
    }

    /// Takes the worker that would answer first, of those that can take an article of `size` bytes.
    mutating func take(_ size: Int) -> Peer? {
        var passedOver: [Candidate] = []
        defer { candidates.insert(contentsOf: passedOver) }
        while var best = candidates.popMin() {
            guard best.bytes + size <= best.bytesOfCredit else {
                passedOver.append(best)
                continue
            }
            best.tasks += 1
            best.bytes += size
            if best.tasks < best.window { candidates.insert(best) }
            return best.peer
        }
        return nil
    }
}
