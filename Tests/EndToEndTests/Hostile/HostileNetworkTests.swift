import Foundation
import JSON
import Queue
import Testing

/// What a network can do to a queue: a real process, attacked over TCP, while a well-behaved client must be served.
///
/// `HOSTILE_CONNECTIONS` says how many connections come and go in a row; `make hostile` has a million.
@Suite(.serialized, .timeLimit(.minutes(60))) struct `A queue under attack` {
    private static let connections =
        ProcessInfo.processInfo.environment["HOSTILE_CONNECTIONS"].flatMap { Int($0) } ?? 3_000
    /// More than a queue with little pending ever holds, and less than any of these attacks would make a careless one
    /// hold.
    private static let memory = 256 << 20

    /// Runs an attack against a queue of its own, beside a client that must be served, and looks at what is left.
    private static func withstand(
        _ name: String,
        _ attack: @Sendable @escaping (QueueUnderAttack) throws -> Void
    ) async throws {
        try await Workspace().withQueue { queue in
            let before = queue.openFiles
            let service = try await queue.serving { try attack(queue) }
            let memory = queue.residentBytes
            #expect(memory < Self.memory)
            // The client's last connection may still be on its way out.
            #expect(try await queue.openFiles(downTo: before + 1) <= before + 1)
            print(
                "\(name): a client was served \(service.served) times meanwhile, after \(service.longest) at most;",
                "the queue holds \(memory >> 20) MiB"
            )
        }
    }

    @Test func `refuses every message that is none, with a code and a count`() async throws {
        try await Workspace().withQueue { queue in
            try await queue.serving {
                let connection = try RawConnection.greeted(port: queue.port)
                for message in HostileMessage.all {
                    for (index, frame) in message.frames.enumerated() {
                        connection.send(ZMTP.frame(frame, hasMore: index + 1 < message.frames.count))
                    }
                    let answer = try JSONReader.read(try connection.receiveFrame())
                    #expect(answer["type"] == "refused", "\(message.name): \(answer.text())")
                    #expect(answer["code"]?.string == message.code, "\(message.name): \(answer.text())")
                    #expect(answer["reason"]?.string?.isEmpty == false, "\(message.name)")
                }
            }
            let expected = HostileMessage.all.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
            #expect(try await queue.refused() == expected)
        }
    }

    @Test func `outlives connections that speak no ZMTP`() async throws {
        try await Self.withstand("junk") { queue in
            var random = SplitMix64(seed: 1)
            for round in 0..<300 {
                let connection = try RawConnection(port: queue.port)
                let junk = (0..<Int.random(in: 1...4_096, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                connection.send(round % 3 == 0 ? Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8) + junk : junk)
            }
        }
    }

    @Test func `outlives handshakes that stop anywhere, and those who say nothing`() async throws {
        try await Self.withstand("half handshakes") { queue in
            let handshake = ZMTP.greeting + ZMTP.ready
            // All are held open together: 91 that stop at each byte, and 200 that never begin.
            var held: [RawConnection] = []
            for length in 0..<handshake.count {
                let connection = try RawConnection(port: queue.port)
                connection.send(Array(handshake[..<length]))
                held.append(connection)
            }
            for _ in 0..<200 { held.append(try RawConnection(port: queue.port)) }
            // Served between them, one that is greeted last has its turn.
            let last = try RawConnection.greeted(port: queue.port)
            last.send(ZMTP.frame(Array(#"{"type":"ping","n":7}"#.utf8)))
            #expect(try JSONReader.read(try last.receiveFrame())["code"] == "unknown_worker")
        }
    }

    @Test func `understands those who send a byte at a time`() async throws {
        try await Self.withstand("slow senders") { queue in
            let query = ZMTP.frame(Array(#"{"type":"query","n":5,"what":"status"}"#.utf8))
            let connections = try (0..<20).map { _ in try RawConnection(port: queue.port) }
            func drip(_ bytes: [UInt8]) { for byte in bytes { connections.forEach { $0.send([byte]) } } }
            drip(ZMTP.greeting + ZMTP.ready)
            // Whoever speaks before both have said READY is cut off (ZeroMQ RFC 23).
            for connection in connections {
                _ = try connection.receive(ZMTP.greeting.count)
                _ = try connection.receiveFrame()
            }
            drip(query)
            for connection in connections { #expect(try JSONReader.read(try connection.receiveFrame())["n"] == 5) }
        }
    }

    @Test func `ends connections that claim more than a message may have`() async throws {
        try await Self.withstand("length claims") { queue in
            for claim in [1 << 30, 1 << 40, 1 << 62, 1 << 63, .max, (8 << 20) + 2] as [UInt64] {
                for isCommand in [false, true] {
                    let greeted = try RawConnection.greeted(port: queue.port)
                    greeted.send(ZMTP.claim(claim, isCommand: isCommand) + [0x7B])
                    #expect(greeted.isEndedByPeer(), "\(claim) bytes")
                    let early = try RawConnection(port: queue.port)
                    early.send(ZMTP.greeting + ZMTP.claim(claim, isCommand: isCommand))
                    #expect(early.isEndedByPeer(), "\(claim) bytes before the handshake")
                }
            }
            for socket in ["", "ROUTEUR", "PUB", String(repeating: "x", count: 300)] {
                let connection = try RawConnection(port: queue.port)
                connection.send(ZMTP.greeting + ZMTP.command("READY", ZMTP.property("Socket-Type", Array(socket.utf8))))
                #expect(connection.isEndedByPeer(), "a peer that is a \(socket)")
            }
            let long = try RawConnection(port: queue.port)
            long.send(ZMTP.greeting + ZMTP.command("READY", [UInt8](repeating: 0x41, count: 1 << 20)))
            #expect(long.isEndedByPeer())
        }
    }

    @Test func `refuses messages of ten thousand parts`() async throws {
        try await Self.withstand("many parts") { queue in
            let connection = try RawConnection.greeted(port: queue.port)
            let part = ZMTP.frame(Array(#"{"type":"bye"}"#.utf8), hasMore: true)
            let parts = Array(repeatElement(part, count: 9_999).joined()) + ZMTP.frame([])
            for _ in 0..<20 {
                connection.send(parts)
                let answer = try JSONReader.read(try connection.receiveFrame())
                #expect(answer["code"] == "bad_frames")
            }
            // One that never ends is forgotten with its connection.
            connection.send(Array(repeatElement(part, count: 100_000).joined()))
        }
    }

    @Test func `outlives connections that come and go in a row`() async throws {
        let count = Self.connections
        try await Self.withstand("\(count) connections in a row") { queue in
            for index in 0..<count {
                // A thousand ports or so from each of 200 addresses, so that none is needed twice in a minute.
                let connection = try RawConnection(port: queue.port, source: UInt8(2 + index % 200))
                switch index % 4 {
                case 0: connection.reset()
                case 1: connection.send(ZMTP.greeting + ZMTP.ready)
                case 2: connection.send(Array(ZMTP.greeting.prefix(index % 64)))
                default: connection.close()
                }
                if index % 8 != 1 { connection.reset() }
            }
        }
    }
}
