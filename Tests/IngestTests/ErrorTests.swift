import Article
import Ingest
import Testing

struct `What is no article` {
    @Test(arguments: [
        ("", "text/plain", "empty"),
        (" \n\t\u{A0}\u{200B}\u{FEFF}", "text/plain", "empty"),
        ("<p>x</p>", "application/pdf", "unsupported_type"),
        ("x", "", "unsupported_type"),
        ("\u{0}\u{1}\u{2}\u{FFFD}PNG\u{FFFD}", "text/plain", "not_text"),
        ("\u{0}\u{1}\u{2}\u{FFFD}PNG\u{FFFD}", "text/html", "not_text"),
        ("<html><script>let a = 1</script></html>", "text/html", "no_article"),
        ("<!-- nothing -->", "text/html", "no_article"),
    ])
    func `is refused with a code`(_ content: String, _ type: String, _ code: String) {
        let error = #expect(throws: StageError.self) { try ingest(content, type) }
        #expect(error?.code == code)
        #expect(error?.isRetryable == false)
    }

    @Test func `is refused where it is larger than allowed`() {
        let error = #expect(throws: StageError.self) {
            try Ingest(maximumBytes: 9).article(
                from: Submission(content: "Ten bytes.", contentType: "text/plain"),
                id: "a"
            )
        }
        #expect(error?.code == "too_large")
        #expect(error?.reason.contains("10 bytes") == true)
    }

    @Test func `an unsupported type is answered with those that are supported`() {
        let error = #expect(throws: StageError.self) { try ingest("x", "application/pdf") }
        #expect(error?.reason.contains("text/html, application/xhtml+xml") == true)
    }

    @Test func `text with a stray control or replacement character is text`() throws {
        #expect(
            try ingest("A long enough text with one \u{0} and one \u{FFFD} in it.").text
                == "A long enough text with one  and one \u{FFFD} in it."
        )
    }
}
