import Article
import Documents
import JSON
import Testing

struct `Members with other names` {
    private func read(_ json: String, _ fields: [String]) throws -> [Submission] {
        let options = DocumentOptions(fields: try FieldMap(fields))
        let reader = DocumentReader(paths: ["-"], options: options, input: ByteInput(Array(json.utf8)))
        return try reader.map { try $0.get().submission }
    }

    @Test(arguments: [
        "{\"body\":\"x\",\"meta\":{\"headline\":\"t\"},\"n\":7}\n",
        "[{\"body\":\"x\",\"meta\":{\"headline\":\"t\"},\"n\":7}]",
        "{\"body\":\n\"x\",\"meta\":{\"headline\":\"t\"},\"n\":7}",
    ])
    func `are read as they are said to be, in lines, arrays and objects`(_ json: String) throws {
        let submission = try #require(try read(json, ["text=body", "title=meta.headline", "id=n"]).first)
        #expect(submission.content == "x")
        #expect(submission.title == "t")
        #expect(submission.key == "7")
        #expect(submission.extra == ["meta": ["headline": "t"]])
    }

    @Test func `that are missing leave ours`() throws {
        #expect(
            try read("{\"text\":\"own\"}\n{\"body\":\"theirs\"}", ["text=body"]).map(\.content) == ["own", "theirs"]
        )
    }

    @Test func `can change places`() throws {
        let submission = try #require(
            try read("{\"text\":\"a title\",\"title\":\"a text\"}", ["text=title", "title=text"]).first
        )
        #expect(submission.content == "a text")
        #expect(submission.title == "a title")
    }

    @Test(arguments: ["text", "=body", "text=", "txt=body"])
    func `are named by flags of one form`(_ flag: String) {
        #expect(throws: FieldMap.Fault.self) { try FieldMap([flag]) }
    }
}
