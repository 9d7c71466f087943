import Queue
import TestSupport
import Testing
import Wire

/// Failures that workers report, and what becomes of dead letters.
struct FailureTests {
    @Test func `an article that ends its worker is tried again at once, by a worker with nothing else in its hands`()
        throws
    {
        let bench = try Bench()
        try bench.join("first", "ingest", tasks: 3)
        try bench.join("second", "ingest", tasks: 2)
        try bench.together { for text in ["a", "b", "c", "d", "e"] { try bench.submit(text) } }
        let greedy = try #require(bench.hands["first"]?.first)
        for attempt in 1...3 {
            let name = attempt == 1 ? "first" : "worker \(attempt)"
            if attempt > 1 { try bench.join(name, "ingest", tasks: 3) }
            let held = try #require(bench.hands[name]?.first)
            #expect(held.task.article == greedy.task.article)
            #expect(held.task.attempt == attempt)
            if attempt > 1 { #expect(bench.hands[name]?.count == 1) }
            bench.hands[name]?.removeFirst()
            let lease = held.task.lease
            let failure = Failure(lease: lease, code: "out_of_memory", reason: "2 GiB", retry: true, alone: true)
            try bench.handle(.fail(Bench.peer(name), failure))
            try bench.leave(name)
        }
        let letter = try bench.record(greedy.task.article)
        #expect(letter.state == .dead)
        #expect(letter.attempts == 3)
        let reason = DeadLetterReason(code: "out_of_memory", reason: "2 GiB", worker: Bench.worker("worker 3"))
        #expect(letter.ending?.failure == reason)
        // Nobody else was counted, nor is anybody a suspect.
        try bench.joinAll()
        try bench.work(["second"] + Bench.stages)
        #expect(bench.state.ledger.done == 4)
        #expect(bench.state.counters.workersLost == 0)
    }

    @Test func `a failure for good is a dead letter at once`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let id = try bench.submit("a")
        try bench.answer("ingest")
        try bench.fail("segment", "not_text", retry: false)
        let record = try bench.record(id)
        #expect(record.state == .dead)
        #expect(record.stage == 1)
        #expect(record.attempts == 1)
        let reason = DeadLetterReason(code: "not_text", reason: "it broke", worker: Bench.worker("segment"))
        #expect(record.ending == ArticleRecord.Ending(number: 1, at: 1_000_000, failure: reason))
        #expect(bench.state.counters.failed == 1)
        #expect(try bench.journal.body(record.sequence) == Array("ai".utf8))
    }

    @Test(arguments: Seeds.some(100))
    func `another try waits no longer than the backoff, which doubles up to its limit`(seed: UInt64) throws {
        let bench = try Bench(seed: seed) { rules in
            rules.maximumAttempts = 8
            rules.backoff = .milliseconds(100)
            rules.maximumBackoff = .milliseconds(1_000)
        }
        try bench.join("w", "ingest")
        let id = try bench.submit("a")
        for attempt in 1...7 {
            #expect(bench.hands["w"]?.map(\.task.attempt) == [attempt])
            try bench.fail("w", retry: true)
            #expect(bench.texts("w") == [])
            let limit = min(100 << (attempt - 1), 1_000)
            var waited = 0
            while bench.texts("w").isEmpty, waited <= limit {
                try bench.pass(.milliseconds(1), heard: ["w"])
                waited += 1
            }
            #expect(waited <= limit)
        }
        try bench.fail("w", "broken", retry: true)
        #expect(try bench.record(id).ending?.failure?.code == "broken")
        #expect(try bench.record(id).attempts == 8)
    }

    @Test func `pauses are spread over the whole of the backoff`() throws {
        var waits: [Int] = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let bench = try Bench(seed: seed) { $0.backoff = .milliseconds(100) }
            try bench.join("w", "ingest")
            try bench.submit("a")
            try bench.fail("w", retry: true)
            var waited = 0
            while bench.texts("w").isEmpty {
                try bench.pass(.milliseconds(1), heard: ["w"])
                waited += 1
            }
            waits.append(waited)
        }
        #expect(waits.min()! <= 10)
        #expect(waits.max()! >= 91)
        #expect((40...60).contains(waits.reduce(0, +) / waits.count))
    }

    @Test(arguments: [0, 1_001])
    func `an answer without an article, or with too large a one, is a dead letter`(_ size: Int) throws {
        let bench = try Bench()
        try bench.join("w", "ingest")
        let id = try bench.submit("a")
        let lease = try #require(bench.hands["w"]?.first?.task.lease)
        bench.hands["w"] = nil
        let body = [UInt8](repeating: 1, count: size)
        try bench.handle(.done(Bench.peer("w"), lease, size: size), body: body)
        #expect(try bench.record(id).ending?.failure?.code == "bad_result")
        #expect(try bench.journal.body(1) == Array("a".utf8))
    }

    @Test func `a dead letter that is tried again has all its attempts before it`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let id = try bench.submit("a")
        try bench.answer("ingest")
        try bench.fail("segment", retry: false)
        let letter = try bench.record(id)
        try bench.together {
            try bench.handle(.retry(letter))
            try bench.handle(.retry(letter))
            try bench.handle(.drop(letter))
        }
        #expect(bench.state.ledger.dead == 0)
        #expect(bench.hands["segment"]?.map(\.task.attempt) == [1])
        try bench.work()
        try bench.expectDone(id, "a")
        #expect(try bench.record(id).ending?.number == 2)
    }

    @Test func `a dead letter that is dropped is forgotten, once`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let id = try bench.submit("a")
        try bench.fail("ingest", retry: false)
        let letter = try bench.record(id)
        try bench.together {
            try bench.handle(.drop(letter))
            try bench.handle(.drop(letter))
            try bench.handle(.retry(letter))
        }
        #expect(try bench.journal.record(id) == nil)
        #expect(try bench.journal.body(1) == nil)
        #expect(bench.state.ledger.dropped == 1)
        #expect(bench.state.ledger.dead == 0)
        _ = bench.heard("client")
        #expect(try bench.submit("a") == id)
        #expect(bench.heard("client") == [.accepted(Accepted(n: 2, article: id, duplicate: false))])
        #expect(try bench.record(id).sequence == 2)
    }

    @Test func `only dead letters are tried again or dropped`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let pending = try bench.submit("pending")
        try bench.handle(.drop(try bench.record(pending)))
        try bench.handle(.retry(try bench.record(pending)))
        try bench.work()
        try bench.handle(.drop(try bench.record(pending)))
        try bench.handle(.retry(try bench.record(pending)))
        try bench.expectDone(pending, "pending")
        #expect(bench.state.ledger.dropped == 0)
    }
}
