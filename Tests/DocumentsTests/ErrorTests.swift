import Article
import Documents
import Testing

struct ErrorTests {
    @Test(
        arguments: [
            (
                "a.txt", Array("ab".utf8) + [0x00, 0xFF, 0x01, 0x02],
                "not UTF-8 at byte 3 (counted from 0); convert it to UTF-8, for example with iconv"
            ),
            (
                "a.json", [0x22, 0xE9, 0x22],
                "not UTF-8 at byte 1 (counted from 0); convert it to UTF-8, for example with iconv"
            ),
            (
                "a.html", [0xFF, 0xFE, 0x00, 0x00, 0x3C, 0x00, 0x00, 0x00],
                "UTF-16 or UTF-32 by its byte order mark at byte 0; convert it to UTF-8, for example with iconv"
            ),
            (
                "a.jsonl", [0xFE, 0xFF, 0x00, 0x7B],
                "UTF-16 or UTF-32 by its byte order mark at byte 0; convert it to UTF-8, for example with iconv"
            ),
            (
                "a.json", Array("{\"text\":\"a\"}\n{\"text\":\"b\"}".utf8),
                "not JSON: unexpected text after the document at byte 13; a file of one object a line must be called .jsonl"
            ),
            (
                "b.json", Array("{}".utf8),
                "there is no content; give \"text\", \"html\", or \"content\" with \"content_type\""
            ),
            (
                "c.json", Array(#"{"text":"a","html":"b"}"#.utf8),
                "more than one of \"text\", \"html\" and \"content\"; give only one"
            ),
            ("d.json", Array(#"{"content":"a"}"#.utf8), "content_type: missing; expected a string"),
            (
                "e.json", Array(#"{"text":"a","byline":[1]}"#.utf8),
                "byline: expected a string or an array of strings, not an array"
            ),
            ("f.json", Array(#"{"text":"a","id":1.5}"#.utf8), "id: expected a string or a whole number, not a number"),
            (
                "g.json", Array("{\"text\":\"a\",\"key\":\"\(String(repeating: "k", count: 513))\"}".utf8),
                "key: longer than 512 bytes; shorten it"
            ),
        ])
    func `an error says where, what, and what to do`(name: String, content: [UInt8], reason: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, content)
        let results = Array(DocumentReader(paths: [path]))
        #expect(results.count == 1)
        #expect(throws: DocumentError.self) { try results[0].get() }
        if case .failure(let error) = results[0] { #expect("\(error)" == "\(path): \(reason)") }
    }

    @Test(
        arguments: [
            ("a.txt", Array("Der Stra\u{DF}enbau".utf8), "Der Straßenbau"),
            ("b.txt", Array("Der Stra".utf8) + [0xDF] + Array("enbau".utf8), "Der Straßenbau"),
            ("c.txt", Array("Der Straß".utf8) + [0xFF] + Array("enbau".utf8), "Der Straß\u{FFFD}enbau"),
            ("d.md", [0xFE, 0xFF, 0x00, 0x23, 0x00, 0x20, 0x00, 0xC4], "# Ä"),
            (
                "e.html", Array("<meta charset=windows-1251><p>".utf8) + [0xCC, 0xE8, 0xF0],
                "<meta charset=windows-1251><p>Мир"
            ),
        ] as [(String, [UInt8], String)]
    )
    func `text is read in the encoding that it is in`(name: String, content: [UInt8], text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, content)
        #expect(try DocumentReader(paths: [path]).map { try $0.get().submission.content } == [text])
    }

    @Test func `bytes that are not UTF-8 in a line are named by their offset in it`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "a.jsonl",
            Array("{\"text\":\"a\"}\n{\"text\":\"".utf8) + [0x80] + Array("\"}".utf8)
        )
        let results = Array(DocumentReader(paths: [path]))
        let reason = "not UTF-8 at byte 9 (counted from 0); convert it to UTF-8, for example with iconv"
        #expect(results[1] == .failure(DocumentError(.notUTF8, path, line: 2, reason)))
    }

    @Test func `a path that is not there is found before anything is read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "x".utf8)
        let missing = folder.path + "/none"
        #expect(throws: DocumentError(.notFound, missing, "no such file or folder; check the path")) {
            try DocumentReader.check([path, "-", missing])
        }
        try DocumentReader.check([path, "-", folder.path])
    }

    @Test func `what is larger than its bound is an error, and the next goes on`() throws {
        var limits = DocumentLimits()
        limits.document = 20
        limits.array = 60
        let folder = try TemporaryFolder()
        let large = String(repeating: "x", count: 21)
        let text = try folder.write("a.txt", large.utf8)
        let fits = try folder.write("b.txt", large.utf8.dropLast())
        let lines = try folder.write("c.jsonl", "{\"text\":\"\(large)\"}\n{\"text\":\"ok\"}\n".utf8)
        let array = try folder.write("d.json", "[{\"text\":\"\(large)\"},{\"text\":\"ok\"}]".utf8)
        let larger = try folder.write("e.json", String(repeating: " ", count: 61).utf8)
        let results = Array(DocumentReader(paths: [text, fits, lines, array, larger], limits: limits))
        let reason = "larger than 20 bytes, the most that one document may have; split it"
        #expect(results[0] == .failure(DocumentError(.tooLarge, text, reason)))
        #expect(try results[1].get().submission.content.utf8.count == 20)
        #expect(results[2] == .failure(DocumentError(.tooLarge, lines, line: 1, reason)))
        #expect(try results[3].get().submission.content == "ok")
        #expect(results[4] == .failure(DocumentError(.tooLarge, "\(array)[0]", reason)))
        #expect(try results[5].get().submission.content == "ok")
        #expect(
            results[6]
                == .failure(
                    DocumentError(
                        .tooLarge,
                        larger,
                        "larger than 60 bytes, the most that one document may have; split it"
                    )
                )
        )
        #expect(results.count == 7)
    }
}
