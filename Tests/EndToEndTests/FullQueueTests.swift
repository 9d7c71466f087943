import Foundation
import JSON
import Subprocess
import Testing

extension EndToEndTests {
    /// What `submit` does where the queue takes nothing more.
    @Suite struct FullQueueTests {
        private static let full =
            "standpoint: note: the queue is full; waiting for room, and going on by itself when there"
            + " is some"

        /// Waits until the queue has turned away so many submissions.
        private static func awaitBusy(_ count: Int, _ workspace: Workspace) async throws {
            while try await workspace.status()["counters"]?["busy"]?.int ?? 0 < count { try Task.checkCancellation() }
        }

        @Test func `a full queue is waited for, for longer than an answer would be, with one note`() async throws {
            let workspace = try Workspace()
            let pipeline = try FaultyPipeline(workspace, queue: ["max_articles: 10"])
            let file = try workspace.file("many.jsonl", FaultyPipeline.lines(30).joined(separator: "\n"))
            try await workspace.keeping([pipeline.queue]) { _ in
                let words = ["submit", "--timeout", "1", "--config", pipeline.config, "--data", workspace.data, file]
                let submit = try await workspace.whileRunning(program: "standpoint", words) { submit in
                    #expect(await submit.log.lines(1) { $0.contains("full") } == [Self.full])
                    // Twenty wait and ask twice a second: by then three seconds have gone by.
                    try await Self.awaitBusy(120, workspace)
                    #expect(try await workspace.status()["pending"] == 10)
                    try await workspace.keeping([pipeline.worker()]) { _ in
                        _ = await submit.log.lines(.max) { _ in false }
                    }
                }
                #expect(submit.status == .exited(0), "\(submit.log)")
                let lines = submit.log.split(separator: "\n")
                #expect(lines.count { $0.contains("full") } == 1)
                #expect(lines.last?.hasPrefix("standpoint: note: the queue had no room for ") == true, "\(submit.log)")
            }
            #expect(try await workspace.audit()["accepted"] == 30)
        }

        @Test func `who will not wait for ever says how long`() async throws {
            let workspace = try Workspace()
            let pipeline = try FaultyPipeline(workspace, queue: ["max_articles: 10"])
            let file = try workspace.file("many.jsonl", FaultyPipeline.lines(12).joined(separator: "\n"))
            try await workspace.keeping([pipeline.queue]) { _ in
                let outcome = try await pipeline.standpoint("submit", "--timeout", "20", "--busy-timeout", "1", file)
                #expect(outcome.status == .exited(1))
                #expect(outcome.error.hasPrefix(Self.full))
                #expect(outcome.error.contains("no room for 1 s; it has 10 of the articles"), "\(outcome.error)")
            }
            #expect(try await workspace.audit()["accepted"] == 10)
        }

        @Test func `where the disk is low nothing is taken until it has room`() async throws {
            let workspace = try Workspace()
            let low = try FaultyPipeline(workspace, queue: ["min_free_disk: 16TiB"], file: "low.yaml")
            let roomy = try FaultyPipeline(workspace)
            let file = try workspace.file("few.jsonl", FaultyPipeline.lines(3).joined(separator: "\n"))
            let words = ["submit", "--timeout", "20", "--config", roomy.config, "--data", workspace.data, file]
            let submit = try await workspace.whileRunning(program: "standpoint", words) { submit in
                try await workspace.keeping([low.queue]) { _ in
                    #expect(await submit.log.lines(1) { $0.contains("full") } == [Self.full])
                    let status = try await workspace.status()
                    #expect(status["disk_low"] == true)
                    #expect(status["accepted"] == 0)
                }
                try await workspace.keeping([roomy.queue]) { _ in
                    _ = await submit.log.lines(.max) { _ in false }
                }
            }
            #expect(submit.status == .exited(0), "\(submit.log)")
            #expect(try await workspace.audit()["accepted"] == 3)
        }
    }
}
