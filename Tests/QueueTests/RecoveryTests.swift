import Queue
import TestSupport
import Testing
import Wire

/// What a queue makes of the journal that another one left.
struct RecoveryTests {
    @Test(arguments: Seeds.some(10))
    func `after any commit, a new queue brings every accepted article to done, once`(seed: UInt64) throws {
        let first = try Bench(seed: seed)
        try first.joinAll(tasks: 3)
        var generator = SplitMix64(seed: seed)
        for n in 0..<12 {
            try first.submit("article \(n)")
            let names = Bench.stages.filter { first.hands[$0]?.isEmpty == false }
            if let name = names.randomElement(using: &generator) { try first.answer(name) }
        }
        try first.work()
        #expect(first.state.ledger.done == 12)
        for length in 0...first.committed.count {
            let journal = MemoryJournal()
            _ = journal.recover()
            for batch in first.committed[..<length] { journal.commit(batch) }
            let accepted = (0..<12).filter { journal.contains(Bench.id("article \($0)")) }
            let bench = try Bench(journal: journal, seed: seed)
            try bench.joinAll(tasks: 3)
            try bench.work()
            #expect(
                bench.state.ledger
                    == Rows.ledger(accepted: accepted.count, done: accepted.count, endings: accepted.count)
            )
            for n in accepted { try bench.expectDone(Bench.id("article \(n)"), "article \(n)") }
        }
    }

    @Test func `what was not committed was not promised, and is not there`() throws {
        let bench = try Bench()
        try bench.submit("kept")
        try bench.together {
            try bench.submit("lost")
            try bench.crash()
        }
        #expect(bench.heard("client") == [.accepted(Accepted(n: 1, article: Bench.id("kept"), duplicate: false))])
        try bench.submit("lost")
        #expect(bench.heard("client") == [.accepted(Accepted(n: 3, article: Bench.id("lost"), duplicate: false))])
    }

    @Test func `leases of an earlier queue are good for nothing`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest")
        let id = try bench.submit("a")
        let old = try #require(bench.hands["w"]?.first)
        try bench.crash()
        try bench.answer(old, as: "w")
        guard case .refused(let refusal) = try #require(bench.heard("w").last) else { throw FlowTests.Missing() }
        #expect(refusal.code == "unknown_worker")
        try bench.join("w", "ingest")
        let new = try #require(bench.hands["w"]?.first)
        #expect(new.task.lease != old.task.lease)
        try bench.answer(old, as: "w")
        #expect(try bench.record(id).stage == 0)
        try bench.answer("w")
        #expect(try bench.record(id).stage == 1)
    }

    @Test func `an article in flight each time that the queue dies becomes a dead letter`() throws {
        let bench = try Bench()
        let id = try bench.submit("a")
        for attempt in 1...3 {
            try bench.join("w", "ingest")
            #expect(bench.hands["w"]?.map(\.task.attempt) == [attempt])
            try bench.crash()
        }
        try bench.join("w", "ingest")
        #expect(bench.texts("w") == [])
        #expect(try bench.record(id).ending?.failure?.code == "queue_lost")
    }

    @Test func `what leaving workers gave back costs no attempt when the queue is restarted as well`() throws {
        let bench = try Bench { $0.maximumAttempts = 2 }
        let id = try bench.submit("a")
        for restart in 0..<5 {
            try bench.join("worker \(restart)", "ingest")
            #expect(bench.hands["worker \(restart)"]?.map(\.task.attempt) == [1])
            try bench.leave("worker \(restart)")
            #expect(try bench.record(id).attempts == 0)
            try bench.crash()
        }
        try bench.joinAll()
        try bench.work()
        try bench.expectDone(id, "a")
    }

    @Test func `in flight once is chance, twice makes a suspect`() throws {
        let bench = try Bench()
        try bench.together { for text in ["a", "b"] { try bench.submit(text) } }
        try bench.join("w", "ingest")
        try bench.crash()
        try bench.join("w", "ingest")
        #expect(bench.texts("w") == ["a", "b"])
        try bench.crash()
        try bench.join("w", "ingest")
        #expect(bench.texts("w") == ["a"])
    }

    @Test func `an article too large for the present limit is a dead letter and blocks nothing`() throws {
        let journal = MemoryJournal()
        let before = try Bench(journal: journal)
        let large = try before.submit(String(repeating: "x", count: 500))
        let small = try before.submit("small")
        let bench = try Bench(journal: journal) { $0.maximumBody = 100 }
        try bench.joinAll()
        #expect(try bench.record(large).ending?.failure?.code == "too_large")
        try bench.work()
        try bench.expectDone(small, "small")
    }

    @Test func `a shorter list of stages leaves the last to those beyond it`() throws {
        let journal = MemoryJournal()
        let before = try Bench(journal: journal)
        let id = try before.submit("a")
        try before.joinAll()
        try before.answer("ingest")
        try before.answer("segment")
        let bench = try Bench(stages: ["ingest", "segment"], journal: journal)
        try bench.join("segment", "segment")
        #expect(bench.hands["segment"]?.count == 1)
        try bench.answer("segment")
        #expect(try bench.record(id).state == .done)
    }
}
