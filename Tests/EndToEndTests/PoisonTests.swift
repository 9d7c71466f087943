import JSON
import Subprocess
import Testing

extension EndToEndTests {
    @Suite struct PoisonTests {
        /// What each fault must be called in the end.
        static let codes = [
            "crash": ["worker_lost"], "trap": ["worker_lost"], "spin": ["deadline"], "sleep": ["deadline"],
            "eat": ["out_of_memory"],
            // Either the worker still sees it, or the system has ended it.
            "gorge": ["out_of_memory", "worker_lost"],
        ]

        @Test
        func `what kills workers, hangs or eats memory is a dead letter after its own tries, and the rest is done`()
            async throws
        {
            let workspace = try Workspace()
            let pipeline = try FaultyPipeline(
                workspace,
                queue: ["task_deadline: 4s", "max_attempts: 3"],
                worker: ["memory_limit: 256MiB", "credit_tasks: 64"]
            )
            let faults = Self.codes.keys.sorted()
            var lines = FaultyPipeline.lines(100)
            for (index, line) in FaultyPipeline.lines(0, faults: faults).enumerated() {
                lines.insert(line, at: 5 + index * 16)
            }
            let file = try workspace.file("mixed.jsonl", lines.joined(separator: "\n"))
            try await workspace.keeping([pipeline.queue] + Array(repeating: pipeline.worker(), count: 4)) { kept in
                let submission = try await pipeline.standpoint("submit", "--wait", "--timeout", "50", file)
                #expect(submission.status == .exited(1), "\(submission.error)")
                let books = ["accepted": 106, "done": 100, "dead": 6, "pending": 0, "dropped": 0]
                #expect(try await workspace.audit() == books)
                try await Self.checkLetters(pipeline)
                try Self.checkTally(try pipeline.tally())
                // Crashes by signals, all else with a word to the queue and exit code 1.
                var endings: Set<TerminationStatus> = []
                for worker in 1...4 { endings.formUnion(await kept.endings(worker)) }
                #expect(endings.contains(.exited(1)))
                #expect(endings.contains { if case .signaled = $0 { true } else { false } })
                try await Self.judge(pipeline)
            }
            #expect(
                try await workspace.audit() == ["accepted": 106, "done": 100, "dead": 0, "pending": 0, "dropped": 6]
            )
        }

        private static func checkLetters(_ pipeline: FaultyPipeline) async throws {
            let list = try await pipeline.standpoint("dead", "list", "--json")
            let letters = try list.lines.map { try JSONReader.read(Array($0.utf8)) }
            #expect(letters.count == codes.count)
            for letter in letters {
                let fault = try #require(letter["key"]?.string)
                #expect(codes[fault]?.contains(try #require(letter["code"]?.string)) == true, "\(letter.text())")
                #expect(letter["attempts"] == 3, "\(letter.text())")
                #expect(letter["stage"] == "work")
                #expect(letter["worker"]?.string?.count == 26)
                #expect(letter["ended_ms"]?.int ?? 0 > 1_600_000_000_000)
                let reason = try #require(letter["reason"]?.string)
                switch fault {
                case "spin", "sleep": #expect(reason.hasPrefix("the stage work was not done within 3600 ms"))
                case "eat": #expect(reason.contains("more than the 256 MiB of worker.memory_limit"))
                default: #expect(!reason.isEmpty)
                }
            }
        }

        /// Each poisonous article was begun three times at most: it may have lost one in the hands of a worker that
        /// another one killed.
        private static func checkTally(_ tally: [(article: Substring, attempt: Int, fault: Substring)]) throws {
            for fault in codes.keys {
                let attempts = tally.filter { $0.fault == fault }.map(\.attempt)
                #expect(attempts == [1, 2, 3] || attempts == [2, 3], "\(fault)")
            }
            #expect(Set(tally.filter { $0.fault == "none" }.map(\.article)).count == 100)
        }

        /// Shows, retries and drops: one, several, by code, and all.
        private static func judge(_ pipeline: FaultyPipeline) async throws {
            let text = try await pipeline.standpoint("dead")
            #expect(text.lines.count == 6)
            let eaten = try #require(text.lines.first { $0.contains("(eat)") })
            #expect(eaten.contains(": out_of_memory: "))
            #expect(eaten.contains(", tries 3, worker "))
            #expect(eaten.hasSuffix("Z]"))

            let hung = try await pipeline.standpoint("dead", "list", "--code", "deadline", "--json")
            let ids = try hung.lines.map { try #require(JSONReader.read(Array($0.utf8))["id"]?.string) }
            #expect(ids.count == 2)
            #expect(try await pipeline.standpoint("dead", "list", "--stage", "other").output == "")
            let shown = try await pipeline.standpoint("dead", "show", ids[0], ids[1])
            #expect(shown.output.split(separator: "\n").filter { $0.contains(#""code": "deadline""#) }.count == 2)

            func begun() throws -> Int { try pipeline.tally().count { ids.contains(String($0.article)) } }
            let before = try begun()
            let retried = try await pipeline.standpoint("dead", "retry", "--code", "deadline")
            #expect(retried.output == "2 put back\n")
            let none = try await pipeline.standpoint("dead", "drop", "--code", "deadline", "--stage", "other")
            #expect(none.output == "0 dropped\n")
            #expect(try await pipeline.standpoint("dead", "drop", "--code", "worker_lost").isSuccess)
            // They hang again, with all their tries before them.
            while try await pipeline.workspace.status()["pending"] != 0 { try Task.checkCancellation() }
            #expect(try begun() == before + 6)
            #expect(try await pipeline.standpoint("dead", "drop", ids[0], ids[1]).output == "2 dropped\n")
            #expect(try await pipeline.standpoint("dead", "drop", "--all").isSuccess)
        }
    }
}
