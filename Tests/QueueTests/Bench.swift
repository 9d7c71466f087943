import Queue
import Testing
import Wire

/// A queue on a bench: the rules and a journal, with clients and workers played by the test.
///
/// Each action is one turn as the server takes it: events, dispatch, commit, and only then the messages. After each turn
/// the promises of ``QueueState`` are checked (see `Bench+Promises.swift`). A worker's answer is the body it was given
/// and its stage's initial, so a body tells which stages it has been through.
final class Bench {
    /// A task in a worker's hands.
    struct Held {
        let task: TaskOffer
        let body: [UInt8]
    }

    static let stages = ["ingest", "segment", "stance"]

    let rules: QueueRules
    let journal: any Journal
    private(set) var state: QueueState
    private(set) var batch: JournalBatch
    /// Every batch that was committed, in order.
    private(set) var committed: [JournalBatch] = []
    var time = QueueTime(elapsed: .zero, wall: 1_000_000)
    /// What each peer was sent and the test has not taken yet.
    private var inbox: [String: [Header]] = [:]
    /// What each peer holds, as its messages tell.
    var hands: [String: [Held]] = [:]
    var credits: [String: Credit] = [:]
    /// Whether the promises are checked after each turn, or only when the test does so.
    var checksEachTurn = true
    private var isTogether = false
    private var outbox: [QueueOutput.Message] = []
    private var n = 0

    init(
        stages: [String] = Bench.stages,
        journal: any Journal = MemoryJournal(),
        seed: UInt64 = 1,
        _ change: (inout QueueRules) -> Void = { _ in }
    ) throws {
        var rules = QueueRules(stages: stages.map { StageName($0)! })
        rules.maximumBody = 1_000
        // Enough that credit alone decides in a test, but for those that are about pace.
        rules.firstWindow = 100
        change(&rules)
        self.rules = rules
        self.journal = journal
        let recovery = try journal.recover()
        state = QueueState(rules: rules, recovery: recovery, seed: seed)
        batch = JournalBatch(ledger: recovery.ledger)
    }

    /// Takes several events in one turn.
    func together(_ events: () throws -> Void) throws {
        isTogether = true
        try events()
        isTogether = false
        try turn()
    }

    func note(turn duration: Duration) { state.note(turn: duration) }

    func handle(_ event: QueueEvent, body: [UInt8]? = nil) throws {
        state.handle(event, at: time)
        collect(body)
        if !isTogether { try turn() }
    }

    func turn() throws {
        state.dispatch(at: time)
        collect(nil)
        try journal.commit(batch)
        if !batch.isEmpty { committed.append(batch) }
        batch = JournalBatch(ledger: state.ledger)
        state.committed()
        let messages = outbox
        outbox = []
        for message in messages { try deliver(message) }
        if checksEachTurn { try checkPromises() }
    }

    /// The queue dies: what was not committed is forgotten, and a new one starts on the same journal.
    func crash(seed: UInt64 = 2) throws {
        outbox = []
        isTogether = false
        let recovery = try journal.recover()
        state = QueueState(rules: rules, recovery: recovery, seed: seed)
        batch = JournalBatch(ledger: recovery.ledger)
        credits = [:]
        try checkPromises()
    }

    /// The messages that a peer was sent since it was last asked, tasks left out.
    func heard(_ name: String) -> [Header] {
        (inbox.removeValue(forKey: name) ?? []).filter { if case .task = $0 { false } else { true } }
    }

    private func collect(_ body: [UInt8]?) {
        let output = state.takeOutput()
        for write in output.writes { batch.add(write, body: body, ledger: state.ledger) }
        outbox += output.messages
    }

    private func deliver(_ message: QueueOutput.Message) throws {
        let name = String(decoding: message.peer.id, as: UTF8.self)
        inbox[name, default: []].append(message.header)
        guard case .task(let task) = message.header, case .article(let sequence) = message.body else { return }
        let body = try #require(try journal.body(sequence))
        let record = try #require(try journal.record(at: sequence))
        // Attempts are on disk before the worker has the task.
        #expect(record.attempts == task.attempt && record.id == task.article && record.state == .pending)
        #expect(rules.stages[record.stage] == task.stage)
        hands[name, default: []].append(Held(task: task, body: body))
    }

    func nextNumber() -> Int {
        n += 1
        return n
    }
}
