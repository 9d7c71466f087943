import Client
import Foundation
import Glibc
import Testing
import ZeroMQ

/// A server that breaks the protocol: libzmq then gives the connection up for good.
@Suite(.timeLimit(.minutes(2))) struct BrokenPeerTests {
    /// A greeting of ZMTP 3.0 with a mechanism that the client does not speak (ZeroMQ RFC 23).
    private static let greeting: [UInt8] =
        [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0] + Array("OTHER".utf8) + [UInt8](repeating: 0, count: 47)

    @Test func `a client does not wait for ever to send to a peer that is no queue`() async throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = bind(listener, pointer, size)
                _ = listen(listener, 64)
                _ = getsockname(listener, pointer, &size)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        let server = Thread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                _ = Self.greeting.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
                // Kept open: it is the greeting that ends it.
            }
        }
        server.start()
        defer {
            shutdown(listener, Int32(SHUT_RDWR))
            close(listener)
        }
        let client = try QueueClient(
            endpoint: "tcp://127.0.0.1:\(port)",
            patience: .seconds(2),
            repetition: .milliseconds(200),
            context: Context()
        )
        var left = 50
        let error = await #expect(throws: ClientError.self) {
            try await client.submit(
                next: {
                    left -= 1
                    return left > 0 ? Handout(body: [0x7B, 0x7D], key: "\(left)") : nil
                },
                receipt: { _, _ in Issue.record("a receipt from nowhere") }
            )
        }
        #expect(error?.code == .noAnswer)
        await client.close()
    }
}
