import Article
import Commands
import JSON
import Service
import Testing

struct AnalyzeCommandTests {
    private static let text = "Mayor Ann Smith praised the harbour plan. Bob Jones called it a disgrace."

    @Test func `lines in are lines out, in order, each with its own id`() throws {
        let lines = ["b", "a"].map { "{\"id\":\"\($0)\",\"text\":\"\(Self.text)\"}\n" }.joined()
        let result = try outcome(of: AnalyzeCommand.self, input: lines)
        #expect(result.status == .success)
        let articles = try result.output.split(separator: "\n").map { try Article(encoded: Array($0.utf8)) }
        #expect(articles.map(\.id) == ["b", "a"])
        #expect(articles.allSatisfy { $0.provenance.map(\.stage) == ["ingest", "segment", "stance"] })
    }

    @Test func `a line that fails is reported with its code, and the others go on`() throws {
        let lines = "{\"id\":\"a\",\"text\":\" \"}\n{\"id\":\"b\",\"text\":\"\(Self.text)\"}\n{\"id\":\"c\"}\n"
        let result = try outcome(of: AnalyzeCommand.self, input: lines)
        #expect(result.status == .failure)
        #expect(result.errors.count == 2)
        #expect(result.errors.first?.hasPrefix("standpoint: error: standard input:1: ingest: empty: ") == true)
        #expect(
            result.errors.last?.hasPrefix("standpoint: error: standard input:3: bad_member: there is no content")
                == true
        )
        #expect(try JSONReader.read(result.output)["id"] == "b")
    }

    @Test(arguments: [(false, 1), (true, 0)])
    func `one article is on one line for a program, indented for a person`(isTerminal: Bool, lines: Int) throws {
        let result = try outcome(of: AnalyzeCommand.self, input: Self.text, isTerminal: isTerminal)
        #expect(result.output.hasSuffix("}\n"))
        #expect((result.output.split(separator: "\n").count == 1) == (lines == 1))
        #expect(try Article(json: JSONReader.read(result.output)).text == Self.text)
    }

    @Test func `extract stops after the first stage`() throws {
        let result = try outcome(of: ExtractCommand.self, input: "<title>T</title><p>\(Self.text)</p>")
        let article = try Article(json: JSONReader.read(result.output))
        #expect(article.source.contentType == "text/html")
        #expect(article.sentences == nil)
        #expect(article.provenance.map(\.stage) == ["ingest"])
    }

    @Test(arguments: ["text", "json", "jsonl", "csv"])
    func `each format prints`(format: String) throws {
        let result = try outcome(of: AnalyzeCommand.self, ["--format", format], input: Self.text)
        #expect(result.status == .success)
        #expect(result.output.contains("Ann Smith"))
    }

    @Test func `targets that are not there are wrong usage`() throws {
        let result = try outcome(of: AnalyzeCommand.self, ["--targets", "/none.yaml"], input: Self.text)
        #expect(result.errors == ["/none.yaml: no such file or folder; check the path"])
        #expect(result.status == .usage)
    }
}
