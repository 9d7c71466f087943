internal import Foundation
internal import Glibc

/// A connection to a server of this machine on which anything can be said. Its calls block, so they run on threads of
/// their own: the server under test shares the process's pool of tasks.
package final class HTTPPeer: Sendable {
    private let descriptor: Int32

    /// Far beyond what anything here takes.
    package static let patience = 20

    package init(port: Int) async throws {
        descriptor = try await Self.onThread {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var time = timeval(tv_sec: HTTPPeer.patience, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
            let isConnected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            guard isConnected else {
                close(descriptor)
                throw Refused()
            }
            return descriptor
        }
    }

    deinit { close(descriptor) }

    /// Says something. - Returns: Whether the other side took it all.
    @discardableResult
    package func send(_ bytes: some Sequence<UInt8> & Sendable) async -> Bool {
        let bytes = Array(bytes)
        let descriptor = descriptor
        let isSent = try? await Self.onThread {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        return isSent ?? false
    }

    @discardableResult
    package func send(_ text: String) async -> Bool { await send(Array(text.utf8)) }

    /// Says that nothing more will come.
    package func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Hears until the other side has closed. - Throws: ``Silence`` where it has not in time.
    package func hearAll() async throws -> [UInt8] { try await hear { _ in false } }

    /// Hears one answer, by its length.
    package func hearAnswer() async throws -> HTTPAnswer {
        try HTTPAnswer(try await hear { (try? HTTPAnswer($0))?.isWhole ?? false })
    }

    private func hear(until isEnough: @escaping @Sendable ([UInt8]) -> Bool) async throws -> [UInt8] {
        let descriptor = descriptor
        return try await Self.onThread {
            var heard: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while !isEnough(heard) {
                let count = recv(descriptor, &chunk, chunk.count, 0)
                if count < 0, errno == EAGAIN { throw Silence() }
                // A reset ends it as well.
                guard count > 0 else { break }
                heard += chunk[..<count]
            }
            return heard
        }
    }

    package struct Refused: Error {}
    package struct Silence: Error {}

    private static func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try work() }) }.start()
        }
    }
}
