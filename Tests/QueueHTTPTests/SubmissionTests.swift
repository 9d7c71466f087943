import Article
import Foundation
import JSON
import Logging
import Queue
import QueueHTTP
import QueueServer
import Service
import Settings
import TestSupport
import Testing
import Wire
import ZeroMQ

/// What is handed in by HTTP.
@Suite(.timeLimit(.minutes(1)))
struct SubmissionTests {
    @Test func `text that is answered with 202 is in the journal, and known when it comes again`() async throws {
        let queue = try await ServedQueue()
        let first = try await queue.post(
            "The council voted on Monday.",
            query: "?key=a%2F1&url=https://example.org/a&byline=A+B&byline=C"
        )
        let id = try #require(first.json?["article"]?.string)
        #expect(first.status == 202)
        #expect(first.json?["duplicate"] == false)
        #expect(first.headers["location"] == "/api/v1/articles/\(id)")
        let second = try await queue.post(
            "The council voted on Monday.",
            query: "?key=a%2F1&url=https://example.org/a&byline=A+B&byline=C"
        )
        #expect(second.status == 202)
        #expect(second.json?["article"]?.string == id)
        #expect(second.json?["duplicate"] == true)
        let found = try await queue.get("/api/v1/articles/\(id)")
        #expect(found.status == 200)
        #expect(found.json?["key"] == "a/1")
        let submission = try Submission(json: try #require(found.json?["submission"]))
        #expect(submission.content == "The council voted on Monday.")
        #expect(submission.contentType == "text/plain")
        #expect(submission.url == "https://example.org/a")
        #expect(submission.byline == ["A B", "C"])
        #expect(try await queue.get("/api/v1/status").json?["accepted"] == 1)
        try await queue.end()
        let accepted = try #require(ArticleID(id))
        #expect(queue.journal.contains(accepted))
    }

    @Test func `JSON is kept byte for byte, so it has the id that the wire gives it`() async throws {
        let queue = try await ServedQueue()
        let body = #"{ "content": "<p>Yes.</p>", "content_type":"text/html", "key": "k", "mine": [1] }"#
        let answer = try await queue.post(body, type: "application/json; charset=utf-8", query: "?priority=9")
        #expect(answer.status == 202)
        let id = ArticleID(deriving: Array(body.utf8), key: "k")
        #expect(answer.json?["article"]?.string == "\(id)")
        let found = try await queue.get("/api/v1/articles/\(id)")
        #expect(found.json?["priority"] == 9)
        #expect(found.json?["submission"]?["mine"] == [1])
        try await queue.end()
    }

    @Test func `a body in chunks is taken as well`() async throws {
        let queue = try await ServedQueue()
        let answer = try await queue.exchange(
            "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/html\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>Y\r\n7\r\nes.</p>\r\n0\r\n\r\n"
        )
        #expect(answer.status == 202)
        try await queue.end()
    }

    @Test func `a full queue answers 503 and says when to try again, and nothing is in the journal`() async throws {
        let queue = try await ServedQueue({ $0.maxArticles = 1 })
        #expect(try await queue.post("One.").status == 202)
        let answer = try await queue.post("Two.")
        #expect(answer.status == 503)
        #expect(answer.code == "busy")
        #expect(answer.headers["retry-after"].flatMap { Int($0) } ?? 0 >= 1)
        #expect(try await queue.get("/api/v1/status").json?["accepted"] == 1)
        try await queue.end()
    }

    static let refusals: [(body: String, type: String, query: String, status: Int, code: String)] = [
        ("", "text/plain", "", 400, "no_content"),
        (" \n", "text/html", "", 400, "no_content"),
        ("A", "text/plain", "?colour=red", 400, "bad_query"),
        ("A", "text/plain", "?url=%F", 400, "bad_query"),
        ("A", "text/plain", "?url=%FF", 400, "bad_query"),
        ("A", "text/plain", "?url=a&url=b", 400, "bad_query"),
        ("A", "text/plain", "?priority=10", 400, "bad_priority"),
        ("A", "text/plain", "?priority=%2B1", 400, "bad_priority"),
        ("A", "text/plain", "?key=" + String(repeating: "k", count: 513), 400, "bad_key"),
        ("{}", "application/json", "", 400, "bad_submission"),
        ("[1", "application/json", "", 400, "bad_submission"),
        (#"{"content":"A","content_type":""}"#, "application/json", "", 400, "bad_submission"),
        (#"{"content":"A","content":"B","content_type":"text/plain"}"#, "application/json", "", 400, "bad_submission"),
        (#"{"content":"A","content_type":"text/plain"}"#, "application/json", "?key=k", 400, "bad_query"),
        (String(repeating: "[", count: 100_000), "application/json", "", 400, "bad_submission"),
        ("A", "application/pdf", "", 415, "bad_content_type"),
        ("A", "text/plain; charset=utf-16", "", 415, "bad_charset"),
        ("A", "text/plain; charset=klingon", "", 415, "bad_charset"),
        (#"{"content":"A","content_type":"text/plain"}"#, "application/json; charset=latin1", "", 415, "bad_charset"),
        ("A", "text/plain\r\nContent-Encoding: gzip", "", 415, "bad_coding"),
    ]

    @Test func `a body is read in the charset that its sender or the page names`() async throws {
        let queue = try await ServedQueue()
        for (type, body) in [
            ("text/plain; charset=ISO-8859-1", [0x53, 0xFC, 0x64]),
            ("text/html", Array("<meta charset=latin1><p>S".utf8) + [0xFC, 0x64]),
        ] as [(String, [UInt8])] {
            let answer = try await queue.exchange(
                "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(type)\r\n"
                    + "Content-Length: \(body.count)\r\n\r\n",
                body: body
            )
            #expect(answer.status == 202)
            let id = try #require(answer.json?["article"]?.string)
            let shown = try await queue.get("/api/v1/articles/\(id)").json
            #expect(shown?["submission"]?["content"]?.string?.hasSuffix("Süd") == true, "\(shown?.text() ?? "")")
        }
        try await queue.end()
    }

    @Test func `what is no submission is refused with a code and what to do`() async throws {
        let queue = try await ServedQueue()
        for (body, type, query, status, code) in Self.refusals {
            let answer = try await queue.post(body, type: type, query: query)
            #expect(answer.status == status, "\(code): \(answer.json?.text() ?? "")")
            #expect(answer.code == code)
            #expect(answer.reason?.isEmpty == false)
        }
        let bytes: [UInt8] = [0x41, 0xFF]
        let answer = try await queue.exchange(
            "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n",
            body: bytes
        )
        #expect(answer.code == "not_utf8")
        let declared = try await queue.exchange(
            "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: 2\r\n\r\n",
            body: bytes
        )
        #expect(declared.code == "not_utf8")
        #expect(try await queue.get("/api/v1/status").json?["accepted"] == 0)
        try await queue.end()
    }
}
