internal import HeapModule
package import Wire

/// The rules of the queue: events and time in, writes and messages out. No socket, clock, disk or chance inside.
///
/// What it promises, whatever happens:
/// - An article is accepted when its insert is on disk, and then ends exactly once: done or dead.
/// - A worker never holds more unanswered tasks or bytes than its credit.
/// - An article is given to workers at most `maximumAttempts` times at a stage; each attempt is on disk before it begins.
/// - A lease is good for one answer.
///
/// Articles that a lost worker held are *suspects*: one of them may have killed it. Each is tried again by a worker that
/// holds nothing else, so that a poisonous article spends its own attempts and no others'.
package struct QueueState {
    struct Lease {
        let sequence: ArticleRecord.Sequence
        let peer: Peer
        let size: Int
        var deadline: Duration
    }

    struct Retry: Comparable {
        let due: Duration
        let sequence: ArticleRecord.Sequence

        static func < (left: Self, right: Self) -> Bool { (left.due, left.sequence) < (right.due, right.sequence) }
    }

    package let rules: QueueRules
    package internal(set) var counters = QueueCounters()
    package internal(set) var ledger: JournalLedger
    /// The bytes of all pending articles.
    package internal(set) var pendingBytes = 0
    package internal(set) var isDraining = false
    package internal(set) var isDiskLow = false

    var pending: [ArticleRecord.Sequence: Pending] = [:]
    var ready: [ReadyQueue]
    /// The last worker that held an article, of those that were tried at their stage.
    var lastWorkers: [ArticleRecord.Sequence: WorkerID] = [:]
    /// Articles that wait for another try, by the time at which it is due.
    var retries = Heap<Retry>()
    var leases: [LeaseID: Lease] = [:]
    var workers: [Peer: WorkerState] = [:]
    /// The workers of each stage, in the order in which they are next asked.
    var pools: [[Peer]]
    /// Articles accepted since the last ``committed()``, which the journal can't know yet.
    var fresh: Set<ArticleID> = []
    /// Sketches of originals since the last ``committed()``, likewise.
    var freshSketches = SketchIndex()
    /// The originals of articles that are near duplicates and have not ended.
    var originals: [ArticleRecord.Sequence: ArticleID] = [:]
    /// Dead letters dropped since the last ``committed()``, which the journal still has.
    var dropped: Set<ArticleRecord.Sequence> = []
    var output = QueueOutput()
    var random: SplitMix64
    /// How long the queue's turns take, in seconds: the longest of late, fading.
    var turn = 0.0
    private let generation: Int
    private var leaseCount = 0

    /// - Parameter seed: Of the jitter of retries.
    package init(rules: QueueRules, recovery: JournalRecovery, seed: UInt64) {
        self.rules = rules
        ledger = recovery.ledger
        generation = recovery.generation
        random = SplitMix64(seed: seed)
        ready = Array(repeating: ReadyQueue(), count: rules.stages.count)
        pools = Array(repeating: [], count: rules.stages.count)
        pending.reserveCapacity(recovery.pending.count)
        for article in recovery.pending { recoverPending(article) }
    }

    package var pendingCount: Int { pending.count }
    package var heldCount: Int { leases.count }
    package var workerCount: Int { workers.count }

    /// Takes in one event. What is to be done about it waits in the output.
    package mutating func handle(_ event: QueueEvent, at now: QueueTime) {
        switch event {
        case .hello(let peer, let hello): welcome(peer, hello, now)
        case .done(let peer, let lease, let size, let kinship): complete(peer, lease, size, kinship, now)
        case .fail(let peer, let failure): fail(peer, failure, now)
        case .ping(let peer, let n): answerPing(peer, n, now)
        case .pong(let peer): hear(peer, now)
        case .bye(let peer): remove(peer, .left, now)
        case .unreachable(let peer): remove(peer, .lost, now)
        case .submit(let peer, let submit, let id, let size, let isKnown): accept(peer, submit, id, size, isKnown, now)
        case .retry(let record): revive(record)
        case .drop(let record): drop(record)
        case .disk(let isLow): isDiskLow = isLow
        case .tick: tick(now)
        case .drain: drain()
        }
    }

    /// Hands ready articles to workers as far as their credit goes. Called once after each batch of events.
    package mutating func dispatch(at now: QueueTime) {
        guard !isDraining else { return }
        for stage in rules.stages.indices { dispatch(stage, now) }
    }

    /// Hears how long a turn took, from the first event to the last message.
    package mutating func note(turn duration: Duration) { turn = max(duration / .seconds(1), turn * 0.9) }

    /// Takes what is to be done, in order. The writes must be on disk before a message is sent.
    package mutating func takeOutput() -> QueueOutput {
        let taken = output
        output = QueueOutput()
        return taken
    }

    /// Hears that all writes taken so far are on disk.
    package mutating func committed() {
        fresh.removeAll(keepingCapacity: true)
        freshSketches.removeAll()
        dropped.removeAll()
    }

    package func isWorker(_ peer: Peer) -> Bool { workers[peer] != nil }

    /// Tells a client that submits too fast to wait.
    package mutating func postpone(_ peer: Peer, _ n: Int, by pause: Duration) {
        counters.throttled += 1
        output.send(.busy(n: n, retry: pause), to: peer)
    }

    /// Counts and answers a message that broke the protocol.
    package mutating func refuse(_ peer: Peer, _ refusal: Refusal) {
        counters.refused[refusal.code, default: 0] += 1
        output.send(.refused(refusal), to: peer)
    }

    mutating func makeLease() -> LeaseID {
        leaseCount += 1
        return LeaseID(generation: generation, count: leaseCount)
    }

    private mutating func recoverPending(_ article: PendingArticle) {
        var article = article
        // A shorter list of stages than before leaves the last stage to those who were beyond it.
        article.stage = min(article.stage, rules.stages.count - 1)
        pending[article.sequence] = Pending(article)
        originals[article.sequence] = article.original
        pendingBytes += article.size
        // Once is chance: everything in flight when the queue died has that. Twice makes a suspect.
        if article.attempts > 1 || article.attempts >= rules.maximumAttempts {
            ready[article.stage].appendSuspect(article.sequence)
        } else {
            ready[article.stage].append(article.sequence, article.priority)
        }
    }
}
