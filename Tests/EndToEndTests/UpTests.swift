import Foundation
import JSON
import Subprocess
import Testing

/// All that starts processes, one after the other: each test has the machine to itself.
@Suite(.serialized, .timeLimit(.minutes(1))) struct EndToEndTests {}

extension EndToEndTests {
    @Suite struct UpTests {
        @Test func `500 articles are done once each although every worker and the queue are killed`() async throws {
            let workspace = try Workspace()
            let data = workspace.data
            let file = try workspace.file("many.jsonl", Samples.lines(500))
            let up = try await workspace.whileRunning("up", "--data", data) { up in
                let first = await up.children(5)
                #expect(first.count == 5)
                async let submitted = workspace.standpoint("submit", "--wait", "--timeout", "30", "--data", data, file)
                try await workspace.awaitDone(1)
                // One after the other, at moments that progress chooses; the queue in the middle.
                let victims = first.filter { $0.name != "standpoint-queue" }
                for (index, victim) in victims.enumerated() {
                    kill(victim.process, SIGKILL)
                    if index == 1 {
                        first.filter { $0.name == "standpoint-queue" }.forEach { kill($0.process, SIGKILL) }
                    }
                    // Each has a successor before the next one dies.
                    let expected = 5 + index + (index > 0 ? 2 : 1)
                    #expect(await up.children(expected).count >= expected)
                    try await workspace.awaitDone((index + 1) * 40)
                }
                let submission = try await submitted
                #expect(submission.status == .exited(0), "\(submission.error)")
                #expect(submission.lines.count == 500)
                // While it runs …
                try await Self.check(workspace)
                let status = try await workspace.status()
                #expect(status["workers"]?.array?.count == 4)
                return ()
            }
            #expect(up.status == .exited(0), "\(up.log)")
            // All that died was killed here, and had a successor.
            let successions = up.log.split(separator: "\n").filter { $0.contains("starting again") }
            #expect(successions.count == 5)
            #expect(successions.allSatisfy { $0.contains("signal 9") }, "\(up.log)")
            #expect(workspace.processes == [])
            // … and when it does not.
            try await Self.check(workspace)
        }

        /// 500 articles were accepted and are done, each once.
        private static func check(_ workspace: Workspace) async throws {
            #expect(
                try await workspace.audit() == ["accepted": 500, "done": 500, "dead": 0, "pending": 0, "dropped": 0]
            )
            let text = try await workspace.standpoint("audit", "--data", workspace.data)
            #expect(text.output == "500 accepted = 500 done + 0 dead + 0 pending: the books balance\n")
            let results = try await workspace.standpoint("results", "--data", workspace.data)
            #expect(results.status == .exited(0), "\(results.error)")
            let articles = try results.lines.map { try JSONReader.read(Array($0.utf8)) }
            #expect(articles.count == 500)
            #expect(Set(articles.compactMap { $0["id"]?.string }).count == 500)
            #expect(articles.allSatisfy { $0["provenance"]?.array?.count == 3 })
            let id = try #require(articles.first?["id"]?.string)
            let article = try await workspace.standpoint("article", id, "--data", workspace.data).json()
            #expect(article["state"] == "done")
            #expect(article["article"] == articles.first)
            let config = try await workspace.standpoint("config", "--data", workspace.data)
            #expect(config.status == .exited(0))
            #expect(config.output.contains(workspace.data))
            let status = try await workspace.standpoint("status", "--data", workspace.data)
            #expect(status.lines.first == "accepted 500  done 500  dead 0  pending 0")
        }

        @Test func `a pipeline that is killed takes its children with it, and the next one goes on`() async throws {
            let workspace = try Workspace()
            let file = try workspace.file("bridge.txt", Samples.opEd)
            // Nobody works on the last stage, so the article must wait for the next pipeline.
            let workers = "ingest=1,segment=1,stance=0"
            let killed = try await workspace.whileRunning("up", "--data", workspace.data, "--workers", workers) { up in
                let submission = try await workspace.standpoint("submit", "--data", workspace.data, file)
                #expect(submission.status == .exited(0), "\(submission.error)")
                up.send(SIGKILL)
                #expect(try await workspace.processes(after: .seconds(10)) == [])
            }
            #expect(killed.status == .signaled(SIGKILL))
            let after = try await workspace.whileRunning("up", "--data", workspace.data) { _ in
                try await workspace.awaitDone(1)
            }
            #expect(after.status == .exited(0), "\(after.log)")
            #expect(try await workspace.audit() == ["accepted": 1, "done": 1, "dead": 0, "pending": 0, "dropped": 0])
        }

        @Test func `who watches a pipeline that does not run does not keep it from starting`() async throws {
            let workspace = try Workspace()
            let file = try workspace.file("bridge.txt", Samples.opEd)
            #expect(try await workspace.standpoint("run", "--data", workspace.data, file).status == .exited(0))
            let watch = try await workspace.whileRunning("status", "--watch", "--data", workspace.data) { watch in
                let again = try await workspace.standpoint("run", "--data", workspace.data, "--again", file)
                #expect(again.status == .exited(0), "\(again.error)")
                watch.send(SIGKILL)
            }
            #expect(watch.log == "")
            #expect(try await workspace.audit()["done"] == 2)
        }

        @Test func `a second queue on the same data says which process has it`() async throws {
            let workspace = try Workspace()
            let up = try await workspace.whileRunning("up", "--data", workspace.data) { up in
                // An answer means that the queue has the directory.
                let submission = try await workspace.standpoint(
                    "submit",
                    "-",
                    "--data",
                    workspace.data,
                    input: "Hello."
                )
                #expect(submission.status == .exited(0), "\(submission.error)")
                let queue = await up.children(5).first { $0.name == "standpoint-queue" }
                let second = try await workspace.run(
                    "standpoint-queue",
                    ["--data", workspace.data, "--endpoint", "ipc://\(workspace.path)/other"]
                )
                #expect(second.status == .exited(1))
                #expect(second.error.contains("process \(try #require(queue).process) uses this data directory"))
            }
            #expect(up.status == .exited(0), "\(up.log)")
        }
    }
}
