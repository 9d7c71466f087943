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

/// Which requests there are, and who may make them.
@Suite(.timeLimit(.minutes(1)))
struct RoutingTests {
    private static let token = "0123456789abcdefghijklmnopqrstuv"

    @Test(arguments: [
        ("GET / HTTP/1.1", 404, "no_such_path"),
        ("GET /api/v1/articles HTTP/1.1", 405, "bad_method"),
        ("DELETE /api/v1/status HTTP/1.1", 405, "bad_method"),
        ("GET /api/v1/articles/x HTTP/1.1", 400, "bad_article"),
        ("GET /api/v1/articles/0123456789abcdef0123456789abcdef HTTP/1.1", 404, "no_such_article"),
        ("GET /api/v1/articles/../status HTTP/1.1", 400, "bad_article"),
        ("POST /api/v1/articles HTTP/1.1\r\nContent-Type: text/plain", 411, "no_length"),
        ("POST /api/v1/articles HTTP/1.1\r\nContent-Length: 1", 415, "no_content_type"),
    ])
    func `what is not there, or not so, is refused`(request: String, status: Int, code: String) async throws {
        let queue = try await ServedQueue()
        let answer = try await queue.exchange("\(request)\r\nHost: localhost\r\n\r\n")
        #expect(answer.status == status)
        #expect(answer.code == code)
        if status == 405 { #expect(answer.headers["allow"] != nil) }
        try await queue.end()
    }

    @Test func `who does not show the token is told nothing but that one is needed`() async throws {
        let queue = try await ServedQueue(token: Self.token)
        let shown = "Authorization: Bearer \(Self.token)\r\n"
        for header in ["", "Authorization: Bearer x\r\n", "Authorization: Basic \(Self.token)\r\n"] {
            let refused = try await queue.post("One.", headers: header)
            #expect(refused.status == 401)
            #expect(refused.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(try await queue.get("/api/v1/nothing", headers: header).status == 401)
        }
        #expect(try await queue.post("One.", headers: shown).status == 202)
        // With a token the name by which the machine is called does not matter.
        #expect(try await queue.post("Two.", headers: shown + "Origin: https://example.org\r\n").status == 202)
        #expect(try await queue.get("/healthz").json == ["status": "ok"])
        #expect(try await queue.get("/api/v1/status", headers: shown).json?["accepted"] == 2)
        try await queue.end()
    }

    @Test func `without a token no page of a browser gets in`() async throws {
        let queue = try await ServedQueue()
        let crossing = try await queue.post("One.", headers: "Origin: https://example.org\r\n")
        #expect(crossing.status == 403)
        #expect(crossing.code == "cross_origin")
        for host in ["example.org", "127.0.0.1.example.org", "127.0.0.01", "localhost.example.org:80", "[::2]"] {
            let rebound = try await queue.exchange("GET /api/v1/status HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            #expect(rebound.code == "bad_host", "\(host)")
        }
        for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:80", "[::1]"] {
            let named = try await queue.exchange("GET /api/v1/status HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            #expect(named.status == 200, "\(host)")
        }
        #expect(try await queue.get("/api/v1/status").json?["accepted"] == 0)
        try await queue.end()
    }

    @Test func `a token has 22 characters at least, and only those that fit in a header`() {
        #expect(BearerToken("short") == nil)
        #expect(BearerToken(String(repeating: "a", count: 513)) == nil)
        #expect(BearerToken("0123456789abcdefghijk lmnop") == nil)
        #expect(BearerToken("0123456789=abcdefghijklmnop") == nil)
        let token = BearerToken("0123456789abcdefghijklmnop==")
        #expect(token?.isShown(by: "bearer 0123456789abcdefghijklmnop==") == true)
        #expect(token?.isShown(by: "Bearer 0123456789abcdefghijklmnop=") == false)
        #expect(token?.isShown(by: nil) == false)
    }
}
