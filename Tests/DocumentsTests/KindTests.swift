import Article
import Documents
import JSON
import Testing

struct KindTests {
    @Test(
        arguments: [
            ("a.txt", "<b> {", "text/plain"), ("a.TEXT", "x", "text/plain"), ("a.md", "# x", "text/markdown"),
            ("a.html", "x", "text/html"), ("a.HTM", "x", "text/html"), ("a.xhtml", "x", "text/html"),
            ("README", "x", "text/plain"), ("page", " \n<p>x", "text/html"), ("a.news", "<p>x", "text/html"),
            (".hidden", "[1] x", "text/plain"),
        ])
    func `a named file is read as its name says, or its first bytes where the name says nothing`(
        name: String,
        content: String,
        type: String
    ) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, content.utf8)
        let documents = try DocumentReader(paths: [path]).map { try $0.get() }
        #expect(documents == [Document(name: path, submission: Submission(content: content, contentType: type))])
    }

    @Test func `a JSON object is one document with its members`() throws {
        let json = """
            {"id": 17, "html": "<p>x", "url": "u", "title": "t", "subtitle": "s", "byline": "A", "publication": "p",
             "published": "2018-06-13", "language": "en", "desk": {"a": 1}}
            """
        let document = try #require(try DocumentReader(paths: ["-"], input: ByteInput(Array(json.utf8))).next()?.get())
        var submission = Submission(content: "<p>x", contentType: "text/html", key: "17", url: "u")
        submission.title = "t"
        submission.subtitle = "s"
        submission.byline = ["A"]
        submission.publication = "p"
        submission.published = "2018-06-13"
        submission.language = "en"
        submission.extra = ["desk": ["a": 1]]
        #expect(document == Document(name: "standard input", id: "17", submission: submission))
    }

    @Test func `a key goes before an id, which is kept beside it`() throws {
        let json = #"{"id":"i","key":"k","content":"x","content_type":"text/plain","byline":["A","B"]}"#
        let document = try #require(try DocumentReader(paths: ["-"], input: ByteInput(Array(json.utf8))).next()?.get())
        #expect(document.id == "i")
        #expect(document.submission.key == "k")
        #expect(document.submission.byline == ["A", "B"])
        #expect(document.submission.extra.isEmpty)
    }

    @Test func `an array gives a document an element, and a faulty one ends nothing`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.json", #"[{"text":"one"}, {"text":2}, {"text":"three"}]"#.utf8)
        let results = Array(DocumentReader(paths: [path]))
        #expect(try results[0].get().name == "\(path)[0]")
        #expect(
            results[1]
                == .failure(DocumentError(.badMember, "\(path)[1]", "text: expected a string, not a number"))
        )
        #expect(try results[2].get().submission.content == "three")
        #expect(results.count == 3)
    }

    @Test func `lines give a document each, with their numbers, past empty and faulty ones`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.jsonl", "\u{FEFF}{\"text\":\"one\"}\r\n\n{]\n[]\n{\"text\":\"five\"}".utf8)
        let results = Array(DocumentReader(paths: [path]))
        #expect(try results[0].get().name == "\(path):1")
        #expect(try results[0].get().line == 1)
        #expect(
            results[1]
                == .failure(
                    DocumentError(.notJSON, path, line: 3, "not JSON: expected a key in quotation marks at byte 1")
                )
        )
        #expect(
            results[2]
                == .failure(DocumentError(.badMember, path, line: 4, "expected a document as an object, not an array"))
        )
        #expect(try results[3].get().submission.content == "five")
        #expect(results.count == 4)
    }

    @Test(
        arguments: [
            (#"{"text":"a"}"#, ["a"]), ("{\n\"text\":\"a\"\n}", ["a"]),
            ("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", ["a", "b"]),
            (#" [{"text":"a"},{"text":"b"}]"#, ["a", "b"]), ("[Updated] News", ["[Updated] News"]), ("", [""]),
            ("\u{FEFF}Caf\u{E9}", ["Caf\u{E9}"]),
        ])
    func `standard input is told apart by its first bytes`(content: String, texts: [String]) throws {
        let reader = DocumentReader(paths: ["-"], input: ByteInput(Array(content.utf8)))
        #expect(try reader.map { try $0.get().submission.content } == texts)
    }
}
