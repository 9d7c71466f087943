import JSON
import Subprocess
import Testing

extension EndToEndTests {
    @Suite struct DeadLetterTests {
        /// Three that no stage can make anything of, and one that is well.
        static let lines = #"""
            {"key":"nulls","text":"\u0000\u0000\u0000"}
            {"key":"page","html":"<html><body></body></html>"}
            {"key":"blank","text":"   "}
            {"key":"well","text":"Bridge opens\n\nMayor Anna Brandt praised the bridge."}

            """#

        @Test func `what can't be analysed is named with its reason, kept, tried again and dropped`() async throws {
            let workspace = try Workspace()
            let data = workspace.data
            let file = try workspace.file("mixed.jsonl", Self.lines)
            let run = try await workspace.standpoint("run", "--data", data, "--format", "jsonl", file)
            #expect(run.status == .exited(1))
            #expect(run.lines.count == 1)
            for (line, code) in [(1, "not_text"), (2, "no_article"), (3, "empty")] {
                #expect(run.error.contains("mixed.jsonl:\(line): dead letter: "))
                #expect(run.error.contains(" \(code): "))
            }
            #expect(try await workspace.audit() == ["accepted": 4, "done": 1, "dead": 3, "pending": 0, "dropped": 0])

            let list = try await workspace.standpoint("dead", "list", "--json", "--data", data)
            let letters = try list.lines.map { try JSONReader.read(Array($0.utf8)) }
            #expect(Set(letters.compactMap { $0["key"]?.string }) == ["nulls", "page", "blank"])
            let page = try #require(letters.first { $0["key"] == "page" }?["id"]?.string)
            let shown = try await workspace.standpoint("dead", "show", page, "--data", data).json()
            #expect(shown["code"] == "no_article")
            #expect(shown["stage"] == "ingest")
            #expect(shown["submission"]?["content"] == "<html><body></body></html>")

            let retried = try await workspace.standpoint("dead", "retry", page, "--data", data)
            #expect(retried.output == "1 put back\n")
            #expect(try await workspace.audit() == ["accepted": 4, "done": 1, "dead": 2, "pending": 1, "dropped": 0])
            let second = try await workspace.standpoint("run", "--data", data, "--quiet", "--format", "jsonl", file)
            #expect(second.status == .exited(1))
            #expect(try await workspace.audit() == ["accepted": 4, "done": 1, "dead": 3, "pending": 0, "dropped": 0])

            #expect(try await workspace.standpoint("dead", "drop", page, "--data", data).output == "1 dropped\n")
            #expect(try await workspace.audit() == ["accepted": 4, "done": 1, "dead": 2, "pending": 0, "dropped": 1])
            #expect(try await workspace.standpoint("dead", "drop", "--all", "--data", data).output == "2 dropped\n")
            #expect(try await workspace.audit() == ["accepted": 4, "done": 1, "dead": 0, "pending": 0, "dropped": 3])
            #expect(try await workspace.standpoint("dead", "list", "--data", data).output == "")
        }
    }
}
