import Queue
import Testing
import Wire

struct FlowTests {
    @Test func `an article goes through all stages and is done`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let id = try bench.submit("article")
        #expect(bench.heard("client") == [.accepted(Accepted(n: 1, article: id, duplicate: false))])
        #expect(bench.texts("ingest") == ["article"])
        #expect(bench.hands["ingest"]?.first?.task.attempt == 1)
        try bench.answer("ingest")
        #expect(bench.texts("segment") == ["article"])
        try bench.answer("segment")
        try bench.answer("stance")
        try bench.expectDone(id, "article")
        let record = try bench.record(id)
        #expect(record.stage == 3)
        #expect(record.attempts == 0)
        #expect(record.size == 10)
        #expect(record.ending == ArticleRecord.Ending(number: 1, at: 1_000_000, failure: nil))
        #expect(bench.state.pendingBytes == 0)
        #expect(bench.state.heldCount == 0)
    }

    @Test func `a worker is told what is expected of it`() throws {
        let bench = try Bench()
        try bench.join("w", "segment")
        let welcome = Welcome(heartbeat: .milliseconds(500), dead: .milliseconds(1_500), maximumBody: 1_000)
        #expect(bench.heard("w") == [.welcome(welcome)])
    }

    @Test func `accepting, and handing out, are one commit`() throws {
        let bench = try Bench()
        try bench.joinAll()
        try bench.together { for text in ["a", "b", "c"] { try bench.submit(text) } }
        #expect(bench.committed.count == 1)
        #expect(bench.committed[0].inserted.values.map(\.attempts) == [1, 1, 1])
        #expect(bench.committed[0].updated.isEmpty)
        #expect(bench.texts("ingest") == ["a", "b", "c"])
    }

    @Test func `credit in tasks is the limit`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest", tasks: 2)
        try bench.together { for text in ["a", "b", "c", "d"] { try bench.submit(text) } }
        #expect(bench.texts("w") == ["a", "b"])
        try bench.answer("w")
        #expect(bench.texts("w") == ["b", "c"])
        try bench.fail("w", retry: true)
        #expect(bench.texts("w") == ["c", "d"])
    }

    @Test func `credit in bytes is the limit`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest", tasks: 100, bytes: 1_000)
        let long = String(repeating: "x", count: 600)
        try bench.together { for text in ["\(long)1", "\(long)2", "small"] { try bench.submit(text) } }
        #expect(bench.texts("w") == ["\(long)1"])
        try bench.answer("w")
        #expect(bench.texts("w") == ["\(long)2", "small"])
    }

    @Test func `of workers that are not known yet, the one that holds the smallest part of its credit gets work`()
        throws
    {
        let bench = try Bench()
        try bench.join("large", "ingest", tasks: 6)
        try bench.join("small", "ingest", tasks: 2)
        for n in 0..<8 { try bench.submit("article \(n)") }
        #expect(bench.hands["large"]?.count == 6)
        #expect(bench.hands["small"]?.count == 2)
    }

    @Test func `the same article in one batch, or later, is a duplicate`() throws {
        let bench = try Bench()
        let id = Bench.id("same")
        try bench.together {
            try bench.submit("same")
            try bench.submit("same")
        }
        try bench.submit("same")
        try bench.joinAll()
        try bench.work()
        try bench.submit("same")
        let expected = (1...4).map { Header.accepted(Accepted(n: $0, article: id, duplicate: $0 > 1)) }
        #expect(bench.heard("client") == expected)
        #expect(bench.state.counters.duplicates == 3)
        #expect(bench.state.ledger.accepted == 1)
    }

    @Test func `higher priorities go first, and every eighth turn is the lowest's`() throws {
        let bench = try Bench()
        try bench.together {
            for n in 0..<20 { try bench.submit("high \(n)", priority: 9) }
            for n in 0..<3 { try bench.submit("low \(n)", priority: 0) }
            try bench.submit("middle", priority: 5)
        }
        try bench.join("w", "ingest", tasks: 24)
        let expected =
            (0..<7).map { "high \($0)" } + ["low 0"] + (7..<14).map { "high \($0)" } + ["low 1"]
            + (14..<20).map { "high \($0)" } + ["middle", "low 2"]
        #expect(bench.texts("w") == expected)
    }

    @Test(arguments: [(0, "no_body"), (1_001, "too_large")])
    func `a submission of no size, or too large, is refused`(_ size: Int, _ code: String) throws {
        let bench = try Bench()
        let submit = Submit(n: 9, key: nil)
        try bench.handle(.submit(Bench.peer("client"), submit, Bench.id("x"), size: size, isKnown: false))
        guard case .refused(let refusal) = try #require(bench.heard("client").first) else { throw Missing() }
        #expect(refusal.n == 9)
        #expect(refusal.code == code)
        #expect(bench.state.counters.refused == [code: 1])
        #expect(bench.state.ledger.accepted == 0)
    }

    @Test func `a full queue is busy, and has room again when an article has ended`() throws {
        let bench = try Bench { $0.maximumArticles = 2 }
        try bench.joinAll()
        try bench.together { for text in ["a", "b", "c"] { try bench.submit(text) } }
        #expect(bench.heard("client").last == .busy(n: 3, retry: .milliseconds(500)))
        try bench.work()
        try bench.submit("c")
        #expect(bench.heard("client") == [.accepted(Accepted(n: 4, article: Bench.id("c"), duplicate: false))])
        #expect(bench.state.counters.busy == 1)
    }

    @Test func `bytes fill a queue too`() throws {
        let bench = try Bench { $0.maximumBytes = 10 }
        try bench.submit("123456")
        try bench.submit("12345")
        try bench.submit("1234")
        let heard = bench.heard("client")
        #expect(heard.count == 3)
        #expect(heard[1] == .busy(n: 2, retry: .milliseconds(500)))
        #expect(bench.state.pendingBytes == 10)
    }

    @Test func `a queue whose disk is low is busy, yet knows what it has`() throws {
        let bench = try Bench()
        try bench.submit("a")
        try bench.handle(.disk(isLow: true))
        try bench.submit("a")
        try bench.submit("b")
        try bench.handle(.disk(isLow: false))
        try bench.submit("b")
        let duplicates: [Bool?] = bench.heard("client").map { header in
            guard case .accepted(let accepted) = header else { return nil }
            return accepted.duplicate
        }
        #expect(duplicates == [false, true, nil, false])
    }

    @Test func `a draining queue takes nothing in, hands nothing out, and hears answers`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest", tasks: 1)
        try bench.together { for text in ["a", "b"] { try bench.submit(text) } }
        _ = (bench.heard("client"), bench.heard("w"))
        try bench.handle(.drain)
        try bench.handle(.drain)
        #expect(bench.heard("w") == [.drain])
        try bench.submit("c")
        #expect(bench.heard("client") == [.busy(n: 3, retry: .milliseconds(500))])
        try bench.answer("w")
        #expect(bench.texts("w") == [])
        #expect(bench.state.heldCount == 0)
        #expect(try bench.record(Bench.id("a")).stage == 1)
        try bench.join("late", "ingest")
        guard case .refused(let refusal) = try #require(bench.heard("late").first) else { throw Missing() }
        #expect(refusal.code == "draining")
    }

    struct Missing: Error {}
}
