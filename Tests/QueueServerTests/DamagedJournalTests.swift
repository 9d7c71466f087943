import JSON
import Queue
import QueueServer
import TestSupport
import Testing
import Wire

struct DamagedJournalTests {
    /// A journal in memory of which nothing can be read back.
    private final class UnreadableJournal: Journal {
        struct Damage: JournalFault { let isDamage = true }

        private let memory = MemoryJournal()

        func body(_ sequence: ArticleRecord.Sequence) throws -> [UInt8]? { throw Damage() }
        func commit(_ batch: JournalBatch) { memory.commit(batch) }
        func recover() -> JournalRecovery { memory.recover() }
        func contains(_ id: ArticleID) -> Bool { memory.contains(id) }
        func original(near sketch: Sketch) -> ArticleID? { memory.original(near: sketch) }
        func record(_ id: ArticleID) -> ArticleRecord? { memory.record(id) }
        func record(at sequence: ArticleRecord.Sequence) -> ArticleRecord? { memory.record(at: sequence) }
        func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) -> [ArticleRecord] {
            memory.ended(state, after: number, limit: limit)
        }
        func census() -> JournalCensus { memory.census() }
        func close() {}
    }

    @Test func `a queue whose journal turns out to be damaged says so and stops`() throws {
        let queue = try RunningQueue(.inproc, in: TemporaryDirectory()) { UnreadableJournal() }
        let client = try queue.dealer()
        guard case .accepted(let accepted) = try client.submit(1, "{}") else { throw Silence() }
        try client.send(.query(Query(n: 2, what: .article, parameters: ["article": JSON("\(accepted.article)")])))
        guard case .refused(let refusal) = try client.next().header else { throw Silence() }
        #expect(refusal.n == 2)
        #expect(refusal.code == "internal")
        #expect(throws: UnreadableJournal.Damage.self) { try queue.waitForEnd() }
    }
}
