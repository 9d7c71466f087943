import Foundation
import JSON
import Subprocess
import Testing

extension EndToEndTests {
    /// Files that are no articles, or not easily read as such, through the command line and all processes.
    @Suite struct RefusalTests {
        private static let sentence = "Mayor Anna Brandt praised the bridge, which had taken nine years to build. "

        /// Writes a file of so many bytes.
        private static func write(_ name: String, _ bytes: Data, _ workspace: Workspace) throws {
            try bytes.write(to: URL(filePath: workspace.path + "/" + name))
        }

        private static func index() -> String {
            let links = (0..<60).map { "<li><a href=/\($0)>Bridge number \($0) opens to traffic at last</a></li>" }
            return "<html><body><ul>\(links.joined())</ul></body></html>"
        }

        @Test func `each has a code and a reason, at the command line or as a dead letter, and the others go on`()
            async throws
        {
            let workspace = try Workspace()
            let data = workspace.data
            let long = Data(String(repeating: Self.sentence, count: 100 << 20 / Self.sentence.utf8.count + 1).utf8)
            try Self.write("a-100-megabytes.txt", long, workspace)
            try Self.write("b-100-megabytes.html", Data("<p>".utf8) + long, workspace)
            try Self.write("c-100-megabytes.jsonl", Data(#"{"text":""#.utf8) + long + Data("\"}\n".utf8), workspace)
            try Self.write("d-binary.txt", Data((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 197) }), workspace)
            try Self.write("e-binary.html", Data("<p>".utf8) + Data(count: 5_000), workspace)
            try Self.write("f-empty.txt", Data(), workspace)
            try Self.write("g-blank.html", Data("<html><body> &nbsp; </body></html>".utf8), workspace)
            try Self.write("h-index.html", Data(Self.index().utf8), workspace)
            try Self.write("i-deep.json", Data((String(repeating: "[", count: 10_000)).utf8), workspace)
            let open = String(repeating: "<div>", count: 10_000)
            try Self.write("j-deep.html", Data("\(open)<p>\(Self.sentence)</p>".utf8), workspace)
            // Russian in Windows-1251 that says it is UTF-8.
            let russian = Data([
                0xCC, 0xFD, 0xF0, 0x20, 0xE2, 0xE8, 0xE4, 0xE5, 0xEB, 0x20, 0xEC, 0xEE, 0xF1, 0xF2, 0x2E, 0x20,
            ])
            let page = Data("<meta charset=utf-8><p>".utf8) + (0..<20).flatMap { _ in russian }
            try Self.write("k-wrong-charset.html", page, workspace)
            try Self.write("l-bridge.txt", Data("Bridge opens\n\n\(Self.sentence)".utf8), workspace)

            let names = try FileManager.default.contentsOfDirectory(atPath: workspace.path).filter { $0.contains("-") }
                .sorted()
            let run = try await workspace.run("standpoint", ["run", "--data", data, "--format", "jsonl"] + names)
            #expect(run.status == .exited(1))
            let errors = run.error.split(separator: "\n").filter { $0.hasPrefix("standpoint: error: ") }
            for (name, reason) in [
                ("a-100-megabytes.txt", "larger than 8 MiB"), ("b-100-megabytes.html", "larger than 8 MiB"),
                ("c-100-megabytes.jsonl", "larger than 8 MiB"), ("d-binary.txt", "not UTF-8 at byte "),
                ("e-binary.html", " not_text: "), ("f-empty.txt", " empty: "),
                ("g-blank.html", " no_article: "),
                ("h-index.html", " no_article: the HTML page has 60 links and "),
                ("i-deep.json", "not JSON: "),
            ] {
                let lines = errors.filter { $0.hasPrefix("standpoint: error: \(name):") }
                #expect(lines.count == 1, "\(name): \(run.error)")
                #expect(lines.first?.contains(reason) == true, "\(lines)")
            }
            #expect(errors.count == 9, "\(run.error)")
            let articles = try run.lines.map { try JSONReader.read(Array($0.utf8)) }
            #expect(articles.count == 3)
            let texts = articles.compactMap { $0["text"]?.string }
            #expect(texts.contains(Self.sentence.trimmingCharacters(in: .whitespaces)))
            #expect(texts.contains { $0.hasPrefix("Мэр видел мост. Мэр видел мост.") })
            #expect(try await workspace.audit() == ["accepted": 7, "done": 3, "dead": 4, "pending": 0, "dropped": 0])
        }
    }
}
