import Article
import Foundation
import JSON
import Subprocess
import Testing

extension EndToEndTests {
    @Suite struct RunTests {
        @Test func `an article goes in and its stances come out, and nothing is left running`() async throws {
            let workspace = try Workspace()
            let file = try workspace.file("bridge.txt", Samples.opEd)
            let text = try await workspace.standpoint("run", "--data", workspace.data, file)
            #expect(text.status == .exited(0), "\(text.error)")
            #expect(text.output.contains("The bridge nobody asked for"))
            #expect(text.output.contains("Anna Brandt"))
            #expect(!text.output.contains("\u{1B}"))
            #expect(!text.error.contains("\u{1B}"))
            #expect(workspace.processes == [])

            let lines = try await workspace.standpoint("run", "--data", workspace.data, "--format", "jsonl", file)
            #expect(lines.status == .exited(0), "\(lines.error)")
            #expect(lines.error == "standpoint: note: 1 handed in before; --again analyses anew what is done\n")
            let article = try Article(encoded: Array(lines.output.utf8))
            #expect(article.title == "The bridge nobody asked for")
            #expect(article.sentences?.count ?? 0 >= 6)
            #expect(article.targets?.contains { $0.name == "Anna Brandt" } == true)
            #expect(article.stances?.isEmpty == false)
            #expect(article.provenance.map(\.stage) == ["ingest", "segment", "stance"])

            let again = try await workspace.standpoint(
                "run",
                "--data",
                workspace.data,
                "--format",
                "jsonl",
                "--again",
                "--quiet",
                file
            )
            #expect(again.status == .exited(0))
            #expect(again.error == "")
            let second = try Article(encoded: Array(again.output.utf8))
            #expect(second.id != article.id)
            #expect(second.text == article.text)
            #expect(try await workspace.audit() == ["accepted": 2, "done": 2, "dead": 0, "pending": 0, "dropped": 0])
            #expect(workspace.processes == [])
        }

        @Test func `a run that is killed leaves nothing running, and the next one goes on`() async throws {
            let workspace = try Workspace()
            let file = try workspace.file("many.jsonl", Samples.lines(200))
            let killed = try await workspace.whileRunning("run", "--data", workspace.data, file) { run in
                try await workspace.awaitDone(1)
                run.send(SIGKILL)
                #expect(try await workspace.processes(after: .seconds(10)) == [])
            }
            #expect(killed.status == .signaled(SIGKILL))
            let before = try await workspace.audit()
            #expect(before["accepted"]! > 0)

            let rest = try await workspace.standpoint("run", "--data", workspace.data, "--format", "jsonl", file)
            #expect(rest.status == .exited(0), "\(rest.error)")
            #expect(rest.error.contains("note: \(before["accepted"]!) handed in before"))
            #expect(rest.lines.count == 200)
            #expect(
                try await workspace.audit() == ["accepted": 200, "done": 200, "dead": 0, "pending": 0, "dropped": 0]
            )
        }

        @Test func `a run in which nobody would do one of the stages is refused`() async throws {
            let workspace = try Workspace()
            let file = try workspace.file("bridge.txt", Samples.opEd)
            let outcome = try await workspace.standpoint(
                "run",
                "--data",
                workspace.data,
                "--workers",
                "ingest=0,segment=1,stance=1",
                file
            )
            #expect(outcome.status == .exited(2))
            #expect(outcome.error.contains("ingest"))
        }
    }
}
