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

/// Those who mean harm, or are slow; and a queue that does not answer.
@Suite(.timeLimit(.minutes(1)))
struct HostileTests {
    private static let head = "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"

    @Test func `a body over the limit is refused before it is read, and the connection closed`() async throws {
        let queue = try await ServedQueue({ $0.maxBody = .kibibytes(1) })
        let claiming = try await queue.peer()
        await claiming.send(Self.head + "Content-Length: 99999999999\r\n\r\n")
        let answer = try HTTPAnswer(try await claiming.hearAll())
        #expect(answer.status == 413)
        #expect(answer.headers["connection"] == "close")
        let chunked = try await queue.peer()
        await chunked.send(
            Self.head + "Transfer-Encoding: chunked\r\n\r\n401\r\n" + String(repeating: "x", count: 0x401)
        )
        #expect(try HTTPAnswer(try await chunked.hearAll()).status == 413)
        // As JSON each of these has six bytes.
        #expect(try await queue.post(String(repeating: "\u{1}", count: 1_000)).status == 413)
        #expect(try await queue.post("Short.").status == 202)
        try await queue.end()
    }

    @Test(arguments: [
        "", "GET /healthz HTT", head + "Content-Length: 100\r\n\r\nabc",
        head + "Transfer-Encoding: chunked\r\n\r\nff\r\nabc",
    ])
    func `who does not finish a request in time is cut off`(start: String) async throws {
        let queue = try await ServedQueue({ $0.httpTimeout = .milliseconds(200) })
        let slow = try await queue.peer()
        await slow.send(start)
        #expect(try await slow.hearAll().isEmpty)
        #expect(try await queue.get("/healthz").status == 200)
        try await queue.end()
        #expect(queue.journal.census().pending == 0)
    }

    @Test(arguments: [
        head + "Content-Length: 100\r\n\r\nHalf an article.",
        head + "Transfer-Encoding: chunked\r\n\r\n10\r\nHalf an article.\r\n",
        head + "Transfer-Encoding: chunked\r\n\r\n20\r\nHalf an article.",
    ])
    func `half an article is never taken for a whole one`(start: String) async throws {
        let queue = try await ServedQueue()
        let ending = try await queue.peer()
        await ending.send(start)
        ending.finish()
        let heard = try await ending.hearAll()
        if let answer = try? HTTPAnswer(heard) { #expect(answer.status == 400) }
        do {
            let leaving = try await queue.peer()
            await leaving.send(start)
        }
        // Whatever has become of them is over when these are answered.
        for _ in 0..<20 { #expect(try await queue.get("/api/v1/status").json?["accepted"] == 0) }
        try await queue.end()
        #expect(queue.journal.census().pending == 0)
    }

    @Test func `a byte now and then does not keep a connection`() async throws {
        let queue = try await ServedQueue({ $0.httpTimeout = .milliseconds(300) })
        let slow = try await queue.peer()
        await slow.send(Self.head + "Content-Length: 100000\r\n\r\n")
        var sent = 0
        // Each byte comes well within the time; all of them would take for ever.
        while await slow.send("x") {
            try Task.checkCancellation()
            sent += 1
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(sent < 100_000)
        try await queue.end()
    }

    @Test(arguments: [
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}",
        "GET /healthz HTTP/9.9\r\n\r\n",
        "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "a", count: 100_000) + "\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X: a\r\n", count: 1_000) + "\r\n",
        "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ])
    func `what is no HTTP, or too much of it, ends its connection and nothing else`(junk: String) async throws {
        let queue = try await ServedQueue()
        let peer = try await queue.peer()
        await peer.send(junk)
        let heard = try await peer.hearAll()
        if let answer = try? HTTPAnswer(heard) { #expect((400..<500).contains(answer.status)) }
        #expect(try await queue.get("/healthz").status == 200)
        #expect(try await queue.get("/api/v1/status").json?["accepted"] == 0)
        try await queue.end()
    }

    @Test func `many requests on one connection are answered in order`() async throws {
        let queue = try await ServedQueue()
        let peer = try await queue.peer()
        let request = "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n"
        await peer.send(String(repeating: request + "\r\n", count: 50) + request + "Connection: close\r\n\r\n")
        let heard = String(decoding: try await peer.hearAll(), as: UTF8.self)
        #expect(heard.split(separator: "HTTP/1.1 200 OK").count == 51)
        try await queue.end()
    }

    @Test func `connections over the limit wait until others end`() async throws {
        let queue = try await ServedQueue({
            $0.httpMaxClients = 2
            $0.httpTimeout = .milliseconds(500)
        })
        var idle: [HTTPPeer] = []
        for _ in 0..<8 { idle.append(try await queue.peer()) }
        // Those in front are silent, and are cut off in time.
        #expect(try await queue.get("/healthz").status == 200)
        for peer in idle { #expect(try await peer.hearAll().isEmpty) }
        try await queue.end()
    }

    @Test func `more bodies at once than there is memory for are put off`() async throws {
        let queue = try await ServedQueue(
            {
                $0.maxBody = .kibibytes(64)
                // The half body waits however long a busy machine takes to come to it.
                $0.httpTimeout = .seconds(600)
            },
            http: { $0.maximumBodies = 0 }
        )
        // Room for one of the largest: half a body twice over, and then no more.
        let half = String(repeating: "x", count: 50 << 10)
        let first = try await queue.peer()
        await first.send(Self.head + "Content-Length: \(half.count + 1)\r\n\r\n\(half)")
        // The first's bytes are counted when the second is refused; until then the second is taken.
        var refused: HTTPAnswer?
        while refused == nil {
            try Task.checkCancellation()
            let answer = try await queue.post(half)
            if answer.status != 202 { refused = answer }
        }
        #expect(refused?.status == 503)
        #expect(refused?.headers["retry-after"] != nil)
        await first.send("x")
        #expect(try await first.hearAnswer().status == 202)
        #expect(try await queue.post(half).status == 202)
        try await queue.end()
    }

    @Test func `a queue that does not answer is not waited for without end`() async throws {
        let context = try Context()
        var options = HTTPOptions(host: "127.0.0.1", port: 0, inner: InnerEndpoint("inproc://nobody"))
        options.patience = .milliseconds(100)
        let http = try await HTTPEndpoint(options, context: context, logger: ServedQueue.logger)
        let peer = try await HTTPPeer(port: http.port)
        await peer.send(Self.head + "Content-Length: 4\r\n\r\nOne.")
        let answer = try await peer.hearAnswer()
        #expect(answer.status == 503)
        #expect(answer.code == "no_answer")
        await peer.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try await peer.hearAnswer().status == 503)
        await http.close()
    }

    @Test func `who waits when the queue ends is told so`() async throws {
        let context = try Context()
        let options = HTTPOptions(host: "127.0.0.1", port: 0, inner: InnerEndpoint("inproc://nobody"))
        let http = try await HTTPEndpoint(options, context: context, logger: ServedQueue.logger)
        let peer = try await HTTPPeer(port: http.port)
        await peer.send("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n\r\n")
        async let answer = peer.hearAnswer()
        await http.close()
        // Closed before or after the request was read: it is told, or the connection is gone.
        if let answer = try? await answer { #expect(answer.code == "ending") }
        await #expect(throws: HTTPPeer.Refused.self) { try await HTTPPeer(port: http.port) }
    }

    @Test func `a queue that is told to end takes no more connections, and ends`() async throws {
        let queue = try await ServedQueue()
        #expect(try await queue.post("One.").status == 202)
        queue.drain()
        try await queue.ended()
        await #expect(throws: HTTPPeer.Refused.self) { try await queue.peer() }
    }
}
