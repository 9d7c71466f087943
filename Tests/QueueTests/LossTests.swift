import Queue
import Testing
import Wire

/// Workers that fall silent, hang, leave, come back, or answer what they should not.
struct LossTests {
    @Test func `a silent worker's tasks go to another at once, and the attempt is counted`() throws {
        let bench = try Bench()
        try bench.join("first", "ingest")
        let id = try bench.submit("a")
        try bench.join("second", "ingest")
        bench.kill("first")
        try bench.pass(.milliseconds(1_500), heard: ["second"])
        #expect(bench.texts("second") == [])
        try bench.pass(.milliseconds(1), heard: ["second"])
        #expect(bench.texts("second") == ["a"])
        #expect(bench.hands["second"]?.first?.task.attempt == 2)
        #expect(try bench.record(id).attempts == 2)
        #expect(bench.state.counters.workersLost == 1)
        #expect(bench.state.workerCount == 1)
    }

    @Test func `a worker that says nothing is asked, and keeps its work if it answers`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest")
        try bench.submit("a")
        _ = bench.heard("w")
        try bench.pass(.milliseconds(501))
        #expect(bench.heard("w") == [.ping(0)])
        try bench.pass(.milliseconds(100))
        #expect(bench.heard("w") == [])
        for _ in 0..<10 { try bench.pass(.milliseconds(1_000), heard: ["w"]) }
        #expect(bench.state.workerCount == 1)
        try bench.handle(.ping(Bench.peer("w"), 41))
        #expect(bench.heard("w") == [.pong(41)])
    }

    @Test func `a connection that takes nothing more is as good as a silent worker`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest")
        try bench.submit("a")
        try bench.join("other", "ingest")
        bench.kill("w")
        try bench.handle(.unreachable(Bench.peer("w")))
        #expect(bench.texts("other") == ["a"])
    }

    @Test func `an article that kills its workers spends its own attempts and no others'`() throws {
        let bench = try Bench(stages: ["ingest"])
        try bench.join("worker 0", "ingest", tasks: 10)
        let texts = (0..<10).map { $0 == 4 ? "poison" : "innocent \($0)" }
        try bench.together { for text in texts { try bench.submit(text) } }
        #expect(bench.hands["worker 0"]?.count == 10)
        var deaths = 0
        for _ in 0..<100 where bench.state.pendingCount > 0 {
            let name = "worker \(deaths)"
            if bench.texts(name).contains("poison") {
                bench.kill(name)
                deaths += 1
                try bench.join("worker \(deaths)", "ingest", tasks: 10)
                try bench.pass(.milliseconds(1_600), heard: ["worker \(deaths)"])
            } else {
                try bench.answer(name)
            }
        }
        #expect(deaths == 3)
        for text in texts where text != "poison" { try bench.expectDone(Bench.id(text), text) }
        let poison = try bench.record(Bench.id("poison"))
        #expect(poison.state == .dead)
        #expect(poison.attempts == 3)
        #expect(poison.ending?.failure?.code == "worker_lost")
        #expect(poison.ending?.failure?.worker == Bench.worker("worker 2"))
    }

    @Test func `a suspect is tried by a worker that holds nothing else`() throws {
        let bench = try Bench()
        try bench.join("first", "ingest", tasks: 3)
        try bench.together { for text in ["a", "b"] { try bench.submit(text) } }
        bench.kill("first")
        try bench.handle(.unreachable(Bench.peer("first")))
        try bench.submit("c")
        try bench.join("second", "ingest", tasks: 3)
        #expect(bench.texts("second") == ["a"])
        try bench.answer("second")
        #expect(bench.texts("second") == ["b"])
        try bench.answer("second")
        #expect(bench.texts("second") == ["c"])
    }

    @Test func `a busy worker is left to empty its hands for a suspect, and others work on`() throws {
        let bench = try Bench()
        try bench.join("one", "ingest", tasks: 2)
        try bench.join("two", "ingest", tasks: 2)
        try bench.join("lost", "ingest", tasks: 4)
        for n in 0..<8 { try bench.submit("article \(n)") }
        try bench.submit("next")
        let suspect = try #require(bench.texts("lost").first)
        bench.kill("lost")
        try bench.handle(.unreachable(Bench.peer("lost")))
        try bench.answer("one")
        #expect(bench.hands["one"]?.count == 1)
        try bench.answer("two")
        #expect(bench.texts("two").contains("next"))
        try bench.answer("one")
        #expect(bench.texts("one") == [suspect])
    }

    @Test func `a task that misses its deadline goes to another, and the late answer is dropped`() throws {
        let bench = try Bench()
        try bench.join("slow", "ingest", tasks: 1)
        let id = try bench.submit("a")
        try bench.join("other", "ingest")
        let late = try #require(bench.hands["slow"]?.first)
        for _ in 0..<60 { try bench.pass(.seconds(1), heard: ["slow", "other"]) }
        #expect(bench.texts("other") == [])
        try bench.pass(.milliseconds(1), heard: ["slow", "other"])
        #expect(bench.texts("other") == ["a"])
        #expect(bench.state.counters.deadlinesMissed == 1)
        // What is overdue still takes up the slow worker's credit.
        try bench.together { for n in 0..<9 { try bench.submit("more \(n)") } }
        #expect(bench.texts("slow") == ["a"])
        bench.hands["slow"] = nil
        try bench.answer(late, as: "slow")
        #expect(bench.state.counters.late == 1)
        #expect(bench.hands["slow"]?.count == 1)
        #expect(try bench.record(id).stage == 0)
        try bench.answer("other")
        #expect(try bench.record(id).stage == 1)
    }

    @Test func `a task that always misses its deadline becomes a dead letter`() throws {
        let bench = try Bench { $0.taskDeadline = .seconds(1) }
        try bench.join("hung", "ingest", tasks: 8)
        let id = try bench.submit("a")
        for _ in 0..<3 { try bench.pass(.milliseconds(1_001), heard: ["hung"]) }
        let record = try bench.record(id)
        #expect(record.state == .dead)
        #expect(record.ending?.failure?.code == "deadline")
        #expect(record.ending?.failure?.reason == "no answer within 1000 ms")
        // The one worker still serves the rest.
        try bench.submit("b")
        #expect(bench.texts("hung").last == "b")
    }

    @Test func `what waits in a worker's hands has its time from the worker's last answer`() throws {
        let bench = try Bench { $0.taskDeadline = .seconds(1) }
        try bench.join("slow", "ingest", tasks: 8)
        for n in 0..<8 { try bench.submit("article \(n)") }
        // Each takes 0.9 s: the last is answered long after a second has passed since it was given out.
        for _ in 0..<8 {
            try bench.pass(.milliseconds(450), heard: ["slow"])
            try bench.pass(.milliseconds(450), heard: ["slow"])
            try bench.answer("slow")
        }
        #expect(bench.state.counters.deadlinesMissed == 0)
        #expect(bench.state.counters.done == 8)
    }

    @Test func `a task is overdue in time although the worker's other slots go on`() throws {
        let bench = try Bench { $0.taskDeadline = .seconds(1) }
        try bench.join("two slots", "ingest", tasks: 8)
        for n in 0..<8 { try bench.submit("article \(n)") }
        // One slot hangs on the first; the other answers one of the rest every 0.4 s, and a lease that it never had.
        let hung = try #require(bench.hands["two slots"]?.first)
        bench.hands["two slots"]?.removeFirst()
        for _ in 0..<3 {
            try bench.handle(.done(Bench.peer("two slots"), LeaseID(1)!, size: 1), body: [0x78])
            try bench.answer("two slots")
            try bench.pass(.milliseconds(400), heard: ["two slots"])
        }
        #expect(bench.state.counters.deadlinesMissed == 1)
        #expect(try bench.record(hung.task.article).attempts == 1)
        #expect(bench.state.counters.done == 3)
        #expect(bench.state.heldCount == 4)
    }

    @Test func `a worker that hangs on one task does not stop its stage`() throws {
        let bench = try Bench { $0.taskDeadline = .seconds(1) }
        try bench.join("hung", "ingest", tasks: 1)
        try bench.join("well", "ingest", tasks: 2)
        try bench.submit("a")
        try bench.submit("b")
        try bench.pass(.milliseconds(1_001), heard: ["hung", "well"])
        for n in 0..<5 { try bench.submit("article \(n)") }
        for _ in 0..<20 { try bench.answer("well") }
        #expect(bench.state.counters.done == 7)
    }

    @Test func `a second answer, another worker's answer and a stranger's are dropped`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest")
        try bench.join("other", "ingest")
        let id = try bench.submit("a")
        let held = try #require(bench.hands["w"]?.first)
        try bench.answer(held, as: "other")
        try bench.answer(held, as: "stranger")
        #expect(try bench.record(id).stage == 0)
        #expect(bench.state.counters.late == 2)
        guard case .refused(let refusal) = try #require(bench.heard("stranger").first) else {
            throw FlowTests.Missing()
        }
        #expect(refusal.code == "unknown_worker")
        try bench.answer("w")
        try bench.answer(held, as: "w")
        #expect(try bench.record(id).stage == 1)
        #expect(bench.state.counters.late == 3)
        #expect(bench.state.counters.done == 1)
    }

    @Test func `a worker that comes back on a new connection replaces itself`() throws {
        let bench = try Bench()
        try bench.join("old", "ingest", worker: "same")
        try bench.submit("a")
        let held = try #require(bench.hands["old"]?.first)
        bench.kill("old")
        try bench.join("new", "ingest", worker: "same")
        #expect(bench.state.workerCount == 1)
        #expect(bench.texts("new") == ["a"])
        try bench.answer(held, as: "old")
        #expect(bench.state.counters.late == 1)
        try bench.answer("new")
        #expect(bench.state.counters.done == 1)
    }

    @Test func `a connection that takes another worker's name replaces both`() throws {
        let bench = try Bench()
        try bench.join("p", "ingest", worker: "x")
        try bench.join("q", "segment", worker: "y")
        try bench.submit("a")
        bench.kill("q")
        try bench.join("p", "ingest", worker: "y")
        #expect(bench.state.workerCount == 1)
        #expect(bench.state.heldCount == 1)
        #expect(bench.texts("p") == ["a"])
    }

    @Test func `bye gives work back without counting the attempt`() throws {
        let bench = try Bench { $0.maximumAttempts = 1 }
        let id = try bench.submit("a")
        for n in 0..<10 {
            try bench.join("worker \(n)", "ingest")
            #expect(bench.hands["worker \(n)"]?.map(\.task.attempt) == [1])
            try bench.leave("worker \(n)")
        }
        #expect(bench.state.counters.workersLost == 0)
        try bench.joinAll()
        try bench.work()
        try bench.expectDone(id, "a")
    }

    @Test func `work given back is uncounted on disk, whatever happens to the queue then`() throws {
        let bench = try Bench { $0.maximumAttempts = 2 }
        let id = try bench.submit("a")
        for n in 0..<5 {
            try bench.join("worker \(n)", "ingest")
            #expect(try bench.record(id).attempts == 1)
            if n % 2 == 0 { try bench.handle(.drain) }
            try bench.leave("worker \(n)")
            #expect(try bench.record(id).attempts == 0)
            try bench.crash()
        }
        try bench.joinAll()
        try bench.work()
        try bench.expectDone(id, "a")
    }

    @Test func `a suspect that is given back is still a suspect`() throws {
        let bench = try Bench()
        try bench.join("lost", "ingest")
        try bench.together { for text in ["a", "b"] { try bench.submit(text) } }
        bench.kill("lost")
        try bench.handle(.unreachable(Bench.peer("lost")))
        try bench.join("leaving", "ingest")
        #expect(bench.texts("leaving") == ["a"])
        try bench.leave("leaving")
        try bench.join("next", "ingest")
        #expect(bench.texts("next") == ["b"])
        try bench.answer("next")
        #expect(bench.texts("next") == ["a"])
        #expect(bench.hands["next"]?.first?.task.attempt == 2)
    }

    @Test(arguments: [("nothing", "unknown_stage"), ("ingest", "credit_too_small")])
    func `a worker that can't be used is refused`(_ stage: String, _ code: String) throws {
        let bench = try Bench()
        try bench.join("w", stage, bytes: stage == "ingest" ? 999 : 1_000)
        guard case .refused(let refusal) = try #require(bench.heard("w").first) else { throw FlowTests.Missing() }
        #expect(refusal.code == code)
        #expect(bench.state.workerCount == 0)
    }

    @Test func `there is a limit to workers, and it leaves room for those who return`() throws {
        let bench = try Bench { $0.maximumWorkers = 1 }
        try bench.join("one", "ingest")
        try bench.join("two", "ingest")
        guard case .refused(let refusal) = try #require(bench.heard("two").first) else { throw FlowTests.Missing() }
        #expect(refusal.code == "too_many_workers")
        try bench.join("three", "ingest", worker: "one")
        #expect(bench.state.workerCount == 1)
    }
}
