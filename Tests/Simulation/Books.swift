import Queue
import Wire

/// What the simulation knows to be so, written down apart from the queue: what went into the rules, what reached the
/// disk, and what was said to whom.
struct Books {
    /// An article on disk.
    struct Row {
        var record: ArticleRecord
        var body: [UInt8]
        /// How often it was given to a worker at this stage, those left out that came back with a `bye`; and those counted
        /// that a crash left on disk with the task unsent.
        var tries = 0
        /// The same without what crashes left: what workers really got.
        var deliveries = 0
        /// The lease under which it was last sent.
        var lease: LeaseID?
        /// The lease that was answered while it was good.
        var answered: LeaseID?
        var isHeld = false
        /// The number of the last dispatch before it became free to be given to a worker.
        var freedAt = 0
        /// When a pause after a failure is over at the latest.
        var notBefore = 0
    }

    let rules: QueueRules
    /// By sequence, from 1; `nil` where it was dropped.
    var rows: [Row?] = [nil]
    var sequences: [ArticleID: ArticleRecord.Sequence] = [:]
    var ledger = JournalLedger()
    var sessions = Sessions()
    /// What clients have sent, by the id that it must get.
    var submissions: [ArticleID: [UInt8]] = [:]
    /// What clients were told is accepted.
    var told: [ArticleID] = []
    var isTold: Set<ArticleID> = []
    var insertions: [ArticleID: Int] = [:]
    var newlyTold: [ArticleID: Int] = [:]
    var dropped: Set<ArticleID> = []
    /// Dead letters that an operator asked to be dropped, or retried, since they died.
    var ordersToDrop: Set<ArticleRecord.Sequence> = []
    var ordersToRetry: Set<ArticleRecord.Sequence> = []
    var leases: Set<LeaseID> = []
    /// By kind, of those on disk.
    var originals: [Int: ArticleID] = [:]
    var isDraining = false
    /// How often the queue has handed out work.
    var dispatches = 0
    /// The last dispatch whose tasks were not sent, or before which the queue was not there.
    var lostDispatch = 0
    var lastTick = 0

    init(rules: QueueRules) { self.rules = rules }

    var pendingCount: Int { ledger.pending }

    mutating func submitted(_ id: ArticleID, _ body: [UInt8]) { submissions[id] = body }

    /// Names an article for people.
    func name(_ id: ArticleID) -> String {
        let text = (submissions[id] ?? []).prefix { $0 < 0xF0 && $0 != UInt8(ascii: ".") }
        return text.isEmpty ? "article \(id)" : String(decoding: text, as: UTF8.self)
    }
}

/// The workers that the queue must know, as what it has heard tells.
struct Sessions {
    struct Out: Hashable {
        let lease: LeaseID
        let sequence: ArticleRecord.Sequence
        let size: Int
        var deadline: Int
        var isOverdue = false
    }

    struct Session {
        let peer: Peer
        let worker: WorkerID
        let stage: Int
        let credit: Credit
        var lastHeard: Int
        var out: [Out] = []
        /// The first of the leases that it has answered since the last tick.
        var firstAnswered: LeaseID?
        /// The number of the last dispatch before its hands became empty.
        var idleSince: Int
    }

    var all: [Session] = []

    func index(_ peer: Peer) -> Int? { all.firstIndex { $0.peer == peer } }

    var heldCount: Int { all.reduce(0) { $0 + $1.out.count { !$0.isOverdue } } }
    var overdueCount: Int { all.reduce(0) { $0 + $1.out.count { $0.isOverdue } } }
}
