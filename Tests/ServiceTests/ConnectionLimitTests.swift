import Glibc
import JSON
import QueueServer
import Service
import Settings
import Testing
import Wire
import ZeroMQ

/// How many may connect, and how long they may take to say who they are.
@Suite(.timeLimit(.minutes(1)))
struct ConnectionLimitTests {
    @Test(arguments: [true, false])
    func `one more than may be there waits outside until another leaves`(_ isGuarded: Bool) async throws {
        let keys = try CurveKeyPair.generate()
        let queue = try await GuardedQueue(isGuarded ? [keys.publicKey: .client] : nil) { $0.maxClients = 2 }
        let security = isGuarded ? queue.security(keys) : .none
        let first = try await queue.caller(security)
        let second = try await queue.caller(security)
        #expect(try await first.status()["connections"]?["limit"] == 2)
        #expect(try await second.status()["connections"]?["open"] == 2)

        let late = try await queue.caller(security)
        try await late.send(.query(Query(n: 1, what: .status)))
        while queue.options.connections.tally.overLimit == 0 {
            #expect(try await late.next(within: .milliseconds(20)) == nil)
        }
        // Those who are in are served on.
        #expect(try await second.status()["connections"]?["refused"]?["over_limit"]?.int ?? 0 > 0)

        // The late one leaves first: it may be just about to knock again.
        await late.close()
        await second.close()
        while queue.options.connections.tally.open > 1 { await Task.yield() }
        #expect(try await queue.caller(security).status()["connections"]?["admitted"] == 3)
        try await queue.end()
    }

    @Test func `who says nothing is closed in time, and counted`() async throws {
        let queue = try await GuardedQueue(nil) { $0.handshakeTimeout = .milliseconds(100) }
        let client = try await queue.caller(.none)
        let started = ContinuousClock.now
        let silent = try RawConnection(queue.port)
        let half = try RawConnection(queue.port)
        try half.write([0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3])
        #expect(try silent.readToEnd())
        #expect(try half.readToEnd())
        #expect(ContinuousClock.now - started >= .milliseconds(90))
        while queue.options.connections.tally.unfinished < 2 { await Task.yield() }
        let connections = try await client.status()["connections"]
        // More, where the machine was so slow that the client's own handshake had to be said twice.
        #expect(connections?["failed"]?["unfinished"]?.int ?? 0 >= 2)
        #expect(connections?["accepted"]?.int ?? 0 >= 3)
        #expect(connections?["admitted"] == 1)
        #expect(connections?["open"] == 1)
        try await queue.end()
    }

    @Test(arguments: ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u{1}\u{0}x", String(repeating: "\u{7F}", count: 100)])
    func `what is no ZeroMQ is closed at once, and counted`(text: String) async throws {
        // Far longer than the test may take: it is not the time that ends these.
        let queue = try await GuardedQueue(nil) { $0.handshakeTimeout = .seconds(60) }
        let junk = try RawConnection(queue.port)
        try junk.write(Array(text.utf8))
        #expect(try junk.readToEnd())
        while queue.options.connections.tally.closed == 0 { await Task.yield() }
        let connections = try await queue.caller(.none).status()["connections"]
        #expect(connections?["accepted"] == 2)
        #expect(connections?["admitted"] == 1)
        try await queue.end()
    }

    @Test func `there are never more than there are files for`() throws {
        var settings = QueueSettings()
        settings.endpoint = "tcp://127.0.0.1:5555"
        settings.journal = .memory
        settings.maxClients = 1_000_000
        let options = try QueueService.options(settings, parent: nil)
        #expect(options.connections.limit == min(1_000_000, OpenFiles.raiseLimit() - OpenFiles.own))
    }
}

/// A tcp connection that speaks whatever it likes.
private final class RawConnection {
    private let descriptor: Int32

    init(_ port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(status == 0, "connect: \(errno)")
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        try #require(send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    }

    /// Reads what there is until the other side closes. - Returns: Whether it did; `false` where time ran out.
    func readToEnd() throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count == 0 { return true }
            if count < 0 { return errno == ECONNRESET }
        }
    }
}
