import JSON
import Queue
import Testing
import Wire

/// How much work a worker holds depends on how fast it answers.
struct PaceTests {
    @Test func `a worker that has answered nothing yet gets a first few`() throws {
        let bench = try Bench { $0.firstWindow = 2 }
        try bench.join("w", "ingest", tasks: 64)
        try bench.together { for n in 0..<30 { try bench.submit("article \(n)") } }
        #expect(bench.hands["w"]?.count == 2)
    }

    @Test func `one with more slots than that gets enough for all of them`() throws {
        let bench = try Bench { $0.firstWindow = 2 }
        try bench.join("w", "ingest", tasks: 64, slots: 20)
        try bench.together { for n in 0..<30 { try bench.submit("article \(n)") } }
        #expect(bench.hands["w"]?.count == 20)
    }

    @Test func `a fast worker's hands are full, a slow one's hold little beyond its slots`() throws {
        let bench = try Bench { $0.firstWindow = 2 }
        try bench.together { for n in 0..<400 { try bench.submit("article \(n)") } }
        try bench.join("fast", "ingest", tasks: 64)
        try bench.join("slow", "ingest", tasks: 64, slots: 2)
        for step in 1...40 {
            try bench.pass(.milliseconds(1), heard: ["fast", "slow"])
            try bench.answer("fast")
            if step == 20 { try bench.answer("slow") }
            if step == 40 { try bench.answer("slow") }
        }
        // A millisecond a task: all of the credit. 20 ms a task: two slots, and five tasks in the tenth of a second.
        #expect(bench.hands["fast"]?.count == 64)
        #expect(bench.hands["slow"]?.count == 7)
    }

    @Test func `a worker a hundred times slower costs next to nothing`() throws {
        let bench = try Bench { $0.firstWindow = 2 }
        bench.checksEachTurn = false
        let names = (0..<10).map { "worker \($0)" }
        for name in names { try bench.join(name, "ingest", tasks: 64) }
        let total = 9_000
        try bench.together { for n in 0..<total { try bench.submit("\(n)") } }
        var elapsed = 0
        while remaining(bench) > 0 {
            elapsed += 1
            try bench.pass(.milliseconds(1), heard: names)
            // Each answers one task a millisecond; the first, one in a hundred milliseconds.
            try bench.together {
                for name in names where name != "worker 0" || elapsed % 100 == 0 { try bench.answer(name) }
            }
        }
        try bench.checkPromises()
        // 9.01 tasks a millisecond are ideal.
        #expect(Double(total) / 9.01 / Double(elapsed) >= 0.9, "\(elapsed) ms")
    }

    @Test func `what is overdue does not close the window, and still takes up credit`() throws {
        let bench = try Bench { rules in
            rules.firstWindow = 1
            rules.taskDeadline = .milliseconds(300)
        }
        try bench.join("w", "ingest", tasks: 3)
        try bench.together { for n in 0..<5 { try bench.submit("article \(n)") } }
        var given: [Int] = []
        for _ in 0..<5 {
            given.append(bench.hands["w"]?.count ?? 0)
            // Each task is lost on its way, and overdue by then.
            try bench.pass(.milliseconds(400), heard: ["w"])
        }
        #expect(given == [1, 2, 3, 3, 3])
    }

    @Test func `where turns are long, workers hold enough to bridge them`() throws {
        let bench = try Bench { $0.firstWindow = 2 }
        try bench.join("w", "ingest", tasks: 64)
        try bench.together { for n in 0..<400 { try bench.submit("article \(n)") } }
        for _ in 0..<12 {
            // The disk is slow: by the next turn the worker has long answered all that it was given.
            bench.note(turn: .milliseconds(300))
            try bench.pass(.milliseconds(300), heard: ["w"])
            try bench.together { for _ in 0..<(bench.hands["w"]?.count ?? 0) { try bench.answer("w") } }
        }
        #expect(bench.hands["w"]?.count == 64)
    }

    /// Articles that the first stage still has.
    private func remaining(_ bench: Bench) -> Int {
        bench.state.status["stages"]?.array?.first.map { ($0["ready"]?.int ?? 0) + ($0["held"]?.int ?? 0) } ?? 0
    }
}
