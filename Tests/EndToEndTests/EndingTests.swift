import Foundation
import JSON
import Subprocess
import Testing

extension EndToEndTests {
    /// Ends in good order, and at once; with one try an article, so that a try that is wrongly counted shows.
    @Suite struct EndingTests {
        private static func pipeline(_ workspace: Workspace) throws -> FaultyPipeline {
            try FaultyPipeline(workspace, queue: ["max_attempts: 1"], worker: ["reconnect_max: 100ms"])
        }

        private static let done400 = ["accepted": 400, "done": 400, "dead": 0, "pending": 0, "dropped": 0]

        /// Each of so many articles was begun once, with its first attempt.
        private static func checkTally(_ pipeline: FaultyPipeline, _ count: Int) throws {
            let tally = try pipeline.tally()
            #expect(tally.count == count)
            #expect(Set(tally.map(\.article)).count == count)
            #expect(tally.allSatisfy { $0.attempt == 1 })
        }

        @Test func `workers restarted one after the other under load wear out no attempts`() async throws {
            let workspace = try Workspace()
            let pipeline = try Self.pipeline(workspace)
            let file = try workspace.file("many.jsonl", FaultyPipeline.lines(400).joined(separator: "\n"))
            let worker = pipeline.worker(pause: 5)
            try await workspace.keeping([pipeline.queue, worker, worker, worker]) { kept in
                async let submission = pipeline.standpoint("submit", "--wait", "--timeout", "30", file)
                for round in 0..<12 {
                    try await workspace.awaitDone(round * 20 + 1)
                    try await kept.restart(1 + round % 3)
                }
                let outcome = try await submission
                #expect(outcome.status == .exited(0), "\(outcome.error)")
                for worker in 1...3 { #expect(await kept.endings(worker) == Array(repeating: .exited(0), count: 4)) }
            }
            #expect(try await workspace.audit() == Self.done400)
            try Self.checkTally(pipeline, 400)
        }

        @Test func `a queue restarted under load loses nobody, and clients and workers go on with the next`()
            async throws
        {
            let workspace = try Workspace()
            let pipeline = try Self.pipeline(workspace)
            let file = try workspace.file("many.jsonl", FaultyPipeline.lines(400).joined(separator: "\n"))
            let worker = pipeline.worker(pause: 5)
            try await workspace.keeping([pipeline.queue, worker, worker]) { kept in
                async let submission = pipeline.standpoint("submit", "--wait", "--timeout", "30", file)
                for round in 0..<6 {
                    try await workspace.awaitDone(round * 30 + 1)
                    try await kept.restart(0)
                }
                let outcome = try await submission
                #expect(outcome.status == .exited(0), "\(outcome.error)")
                #expect(await kept.endings(0) == Array(repeating: .exited(0), count: 6))
                // The workers have stayed.
                for worker in 1...2 { #expect(await kept.endings(worker) == []) }
            }
            #expect(try await workspace.audit() == Self.done400)
            try Self.checkTally(pipeline, 400)
        }

        @Test func `a queue that waits for its predecessor's journal has its own socket`() async throws {
            let workspace = try Workspace()
            let pipeline = try Self.pipeline(workspace)
            try await Self.succeed(5, pipeline, predecessor: nil)
            #expect(try await workspace.audit()["accepted"] == 5)
        }

        /// Starts a queue, ends the one before it, and hands an article in; and that again and again.
        private static func succeed(_ left: Int, _ pipeline: FaultyPipeline, predecessor: RunningCommand?) async throws
        {
            guard left > 0 else { return }
            let words = Array(pipeline.queue.dropFirst())
            let end = try await pipeline.workspace.whileRunning(program: pipeline.queue[0], words) { queue in
                if let predecessor {
                    _ = await queue.log.lines(1) { $0.contains(": waiting ") }
                    predecessor.send(SIGTERM)
                }
                let file = try pipeline.workspace.file("\(left).txt", "Article \(left).")
                let submission = try await pipeline.standpoint("submit", "--timeout", "20", file)
                #expect(submission.status == .exited(0), "\(submission.error)")
                try await succeed(left - 1, pipeline, predecessor: queue)
            }
            #expect(end.status == .exited(0), "\(end.log)")
        }

        @Test(arguments: [
            ["submit", "worker", "queue"], ["worker", "queue", "submit"], ["queue", "submit", "worker"],
        ])
        func `it does not matter what is started first`(_ order: [String]) async throws {
            let workspace = try Workspace()
            let pipeline = try Self.pipeline(workspace)
            let file = try workspace.file("few.jsonl", FaultyPipeline.lines(3).joined(separator: "\n"))
            try await Self.start(order[...], pipeline, file)
            #expect(try await workspace.audit()["done"] == 3)
        }

        /// Starts one after the other, and waits for the end of the submission when all are there.
        private static func start(
            _ order: ArraySlice<String>,
            _ pipeline: FaultyPipeline,
            _ file: String,
            submission: RunningCommand? = nil
        ) async throws {
            let workspace = pipeline.workspace
            guard let first = order.first else {
                _ = await submission?.log.lines(.max) { _ in false }
                return
            }
            let rest = order.dropFirst()
            switch first {
            case "submit":
                let words = [
                    "submit", "--wait", "--timeout", "30", "--config", pipeline.config, "--data", workspace.data,
                ]
                let end = try await workspace.whileRunning(program: "standpoint", words + [file]) { submit in
                    if rest.contains("queue") {
                        let notes = await submit.log.lines(1) { $0.contains("no answer from the queue at") }
                        #expect(notes.count == 1)
                    }
                    try await start(rest, pipeline, file, submission: submit)
                }
                #expect(end.status == .exited(0), "\(end.log)")
            case "worker", "queue":
                let words = first == "worker" ? pipeline.worker() : pipeline.queue
                let end = try await workspace.whileRunning(program: words[0], Array(words.dropFirst())) { _ in
                    try await start(rest, pipeline, file, submission: submission)
                }
                #expect(end.status == .exited(0), "\(end.log)")
            default: Issue.record("\(first)?")
            }
        }

        @Test(arguments: [("1h", 2), ("100ms", 1)])
        func `a worker and a queue end although a task does not, by a second signal or the time limit`(
            _ limit: String,
            _ signals: Int
        ) async throws {
            let workspace = try Workspace()
            let limits = ["drain_timeout: \(limit)"]
            let pipeline = try FaultyPipeline(workspace, queue: ["max_attempts: 1"] + limits, worker: limits)
            let file = try workspace.file("one.jsonl", FaultyPipeline.lines(0, faults: ["sleep"]).joined())
            @Sendable func start(
                _ words: [String],
                _ body: @Sendable @escaping (RunningCommand) async throws -> Void
            ) async throws {
                let end = try await workspace.whileRunning(program: words[0], Array(words.dropFirst())) { command in
                    try await body(command)
                    command.send(SIGTERM)
                    _ = await command.log.lines(1) { $0.contains(": draining ") }
                    if signals == 2 { command.send(SIGTERM) }
                    _ = await command.log.lines(.max) { _ in false }
                }
                #expect(end.status == .exited(0), "\(end.log)")
            }
            @Sendable func awaitBegun(_ count: Int) async throws {
                while (try? pipeline.tally().count) ?? 0 < count { try Task.checkCancellation() }
            }
            try await start(pipeline.queue) { _ in
                #expect(try await pipeline.standpoint("submit", file).isSuccess)
                try await start(pipeline.worker()) { _ in try await awaitBegun(1) }
            }
            #expect(try await workspace.audit()["pending"] == 1)
            // The queue goes first this time.
            let words = pipeline.worker()
            _ = try await workspace.whileRunning(program: words[0], Array(words.dropFirst())) { worker in
                try await start(pipeline.queue) { _ in try await awaitBegun(2) }
                worker.send(SIGKILL)
            }
            #expect(try pipeline.tally().map(\.attempt) == [1, 1])
            #expect(try await workspace.audit()["pending"] == 1)
        }

        @Test func `a second signal ends a pipeline although one of its processes does not listen`() async throws {
            let workspace = try Workspace()
            // The time limit would come long after the end of this test.
            let config = try workspace.file("patient.yaml", "worker:\n  drain_timeout: 1h\n")
            let up = try await workspace.whileRunning("up", "--config", config, "--data", workspace.data) { up in
                let segment = try #require(await up.children(5).first { $0.name == "standpoint-segment" })
                // Until then a signal would end it by itself.
                _ = await up.log.lines(1) { $0.contains("segment: connected") }
                kill(segment.process, SIGSTOP)
                up.send(SIGINT)
                _ = await up.log.lines(1) { $0.contains("once more to end at once") }
                up.send(SIGINT)
                #expect(try await workspace.processes(after: .seconds(30)) == [])
            }
            #expect(up.status == .exited(0), "\(up.log)")
        }

        @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
        func `a run that is interrupted ends all it has started, says so, and can go on`(_ signal: Int32) async throws {
            let workspace = try Workspace()
            let file = try workspace.file("many.jsonl", Samples.lines(60))
            let run = try await workspace.whileRunning("run", "--data", workspace.data, file) { run in
                try await workspace.awaitDone(1)
                run.send(signal)
                #expect(try await workspace.processes(after: .seconds(30)) == [])
            }
            #expect(run.status == .exited(128 + signal), "\(run.log)")
            #expect(run.log.contains("standpoint: error: interrupted; the same command goes on"))
            let rest = try await workspace.standpoint(
                "run",
                "--quiet",
                "--data",
                workspace.data,
                "--format",
                "jsonl",
                file
            )
            #expect(rest.status == .exited(0), "\(rest.error)")
            #expect(rest.lines.count == 60)
            #expect(try await workspace.audit() == ["accepted": 60, "done": 60, "dead": 0, "pending": 0, "dropped": 0])
        }

        @Test func `the end of the terminal ends a pipeline in good order`() async throws {
            let workspace = try Workspace()
            let up = try await workspace.whileRunning("up", "--data", workspace.data) { up in
                #expect(await up.children(5).count == 5)
                up.send(SIGHUP)
                _ = await up.log.lines(1) { $0.contains("ended") }
            }
            #expect(up.status == .exited(0), "\(up.log)")
            #expect(workspace.processes == [])
        }
    }
}
