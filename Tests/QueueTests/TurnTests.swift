import Queue
import Testing
import Wire

/// What a queue does while its journal can't be written.
final class TurnTests {
    /// A journal in memory whose disk fills up.
    private final class FullJournal: Journal {
        struct Full: Error {}

        let disk = MemoryJournal()
        var isFull = false

        func commit(_ batch: JournalBatch) throws {
            if isFull { throw Full() }
            disk.commit(batch)
        }

        func recover() -> JournalRecovery { disk.recover() }
        func contains(_ id: ArticleID) -> Bool { disk.contains(id) }
        func original(near sketch: Sketch) -> ArticleID? { disk.original(near: sketch) }
        func record(_ id: ArticleID) -> ArticleRecord? { disk.record(id) }
        func record(at sequence: ArticleRecord.Sequence) -> ArticleRecord? { disk.record(at: sequence) }
        func body(_ sequence: ArticleRecord.Sequence) -> [UInt8]? { disk.body(sequence) }
        func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) -> [ArticleRecord] {
            disk.ended(state, after: number, limit: limit)
        }
        func census() -> JournalCensus { disk.census() }
        func close() {}
    }

    private let journal = FullJournal()
    private var turn: QueueTurn
    private var now = QueueTime(elapsed: .zero, wall: 1_000)
    private let client = Bench.peer("client")
    private let worker = Bench.peer("worker")

    init() {
        var rules = QueueRules(stages: [StageName("ingest")!])
        rules.maximumBody = 1_000
        turn = QueueTurn(state: QueueState(rules: rules, recovery: journal.recover(), seed: 1))
    }

    private func submit(_ text: String, n: Int) {
        let id = Bench.id(text)
        let submit = Submit(n: n, key: nil)
        let isKnown = journal.contains(id)
        turn.handle(
            .submit(client, submit, id, size: text.utf8.count, isKnown: isKnown),
            body: Array(text.utf8),
            at: now
        )
    }

    private func join(_ peer: Peer) {
        let hello = Hello(
            worker: Bench.worker("worker"),
            stage: StageName("ingest")!,
            software: "test",
            model: nil,
            credit: Credit(tasks: 1, bytes: 1_000)
        )
        turn.handle(.hello(peer, hello), at: now)
    }

    /// Time passes, the worker breathes, and what may be said is said.
    private func pass(_ duration: Duration) -> [Header] {
        now.elapsed += duration
        turn.handle(.pong(worker), at: now)
        turn.handle(.tick, at: now)
        turn.dispatch(at: now)
        return turn.commit(to: journal, at: now).messages.map(\.header).filter {
            if case .ping = $0 { false } else { true }
        }
    }

    @Test func `a task that no worker has heard of costs no attempt, however long the disk is full`() throws {
        join(worker)
        _ = pass(.zero)
        submit("a", n: 1)
        journal.isFull = true
        for _ in 0..<1_000 { #expect(pass(.seconds(1)) == []) }
        #expect(turn.isStalled)
        #expect(turn.state.counters.deadlinesMissed == 0)
        #expect(turn.state.heldCount == 0)
        journal.isFull = false
        #expect(pass(.seconds(1)) == [.accepted(Accepted(n: 1, article: Bench.id("a"), duplicate: false))])
        #expect(!turn.isStalled)
        guard case .task(let task) = try #require(pass(.milliseconds(100)).first) else { throw FlowTests.Missing() }
        #expect(task.attempt == 1)
        #expect(journal.record(task.article)?.attempts == 1)
    }

    @Test func `a worker that says hello again while the disk is full is not sent its old tasks`() throws {
        join(worker)
        _ = pass(.zero)
        submit("a", n: 1)
        submit("b", n: 2)
        journal.isFull = true
        _ = pass(.seconds(1))
        join(worker)
        guard case .welcome = try #require(pass(.seconds(1)).first) else { throw FlowTests.Missing() }
        journal.isFull = false
        let headers = pass(.seconds(1)) + pass(.milliseconds(100)) + pass(.milliseconds(100))
        let tasks = headers.filter { if case .task = $0 { true } else { false } }
        #expect(tasks.count == 1, "its credit is one task")
    }

    @Test func `clients that ask again while the disk is full do not pile up answers`() {
        join(worker)
        submit("old", n: 1)
        _ = pass(.zero)
        submit("new", n: 2)
        journal.isFull = true
        _ = pass(.seconds(1))
        turn.handle(.disk(isLow: true), at: now)
        for n in 3..<1_000 {
            submit("old", n: n)
            submit("new", n: n)
        }
        let answers = pass(.milliseconds(100))
        #expect(answers.count == 2 * 997)
        #expect(answers.contains(.accepted(Accepted(n: 3, article: Bench.id("old"), duplicate: true))))
        #expect(answers.contains(.busy(n: 3, retry: .milliseconds(500))))
        #expect(turn.waitingCount == 1)
    }
}
