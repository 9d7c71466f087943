import Article
import JSON
import Testing

struct SubmissionTests {
    static var full: Submission {
        var submission = Submission(
            content: "<p>Réponse</p>",
            contentType: "text/html",
            key: "feed/1",
            url: "https://example.org/r"
        )
        submission.title = "Réponse"
        submission.subtitle = "À qui ?"
        submission.byline = ["Zoé Brandt"]
        submission.publication = "Le Méridien"
        submission.published = "2031-03-04T05:06:07Z"
        submission.language = "fr"
        submission.extra["section"] = ["name": "opinion", "rank": 1.50]
        return submission
    }

    @Test func `a submission is read as it was written`() throws {
        #expect(try Submission(json: JSONReader.read(Self.full.json.encoded())) == Self.full)
        #expect(try Submission(json: Self.full.json).json.text() == Self.full.json.text())
    }

    @Test func `the least submission is content and its type`() throws {
        let submission = try Submission(json: ["content": "x", "content_type": "text/plain"])
        #expect(submission == Submission(content: "x", contentType: "text/plain"))
        #expect(submission.json.text() == #"{"content":"x","content_type":"text/plain"}"#)
    }

    @Test(
        arguments: [
            ("content", nil, "content: missing; expected a string"),
            ("content", 1, "content: expected a string, not a number"),
            ("content_type", nil, "content_type: missing; expected a string"),
            ("byline", "x", "byline: expected an array of strings, not a string"),
            ("url", [:], "url: expected a string, not an object"), ("key", 5, "key: expected a string, not a number"),
        ] as [(String, JSON?, String)]
    )
    func `a fault in a submission is named with its path`(_ key: String, _ value: JSON?, _ fault: String) {
        let error = #expect(throws: JSONError.self) {
            try Submission(json: Self.full.json.setting([.key(key)], to: value))
        }
        #expect(error?.description == fault)
    }
}
