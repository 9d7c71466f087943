import Glibc

/// A TCP connection on which a test says whatever it likes, byte by byte.
final class RawConnection {
    private let descriptor: Int32
    private var isOpen = true

    /// Far beyond what any answer here takes; a read that waits for so long has failed.
    private static let patience = Duration.seconds(20)

    /// - Parameter source: The last byte of the address it comes from: one address has too few ports for a million
    ///   connections in a row.
    /// - Throws: ``Failure`` where the system or the other side does not let it connect.
    init(port: UInt16, source: UInt8 = 1) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure("socket") }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        var patience = timeval(tv_sec: Int(Self.patience.components.seconds), tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        guard Self.call(descriptor, Self.loopback(source, 0), bind),
            Self.call(descriptor, Self.loopback(1, port), connect)
        else {
            let failure = Failure("connect")
            close()
            throw failure
        }
    }

    deinit { close() }

    /// A port of this machine that nothing listens on.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { _ = Glibc.close(descriptor) }
        guard call(descriptor, loopback(1, 0), bind) else { throw Failure("bind") }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard status == 0 else { throw Failure("getsockname") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Sends all of it. - Returns: Whether the other side took it; a connection that it has ended takes nothing.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Exactly so many bytes. - Throws: ``Failure`` where the other side ends the connection or says nothing.
    func receive(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let part = bytes[received...].withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if part < 0, errno == EINTR { continue }
            guard part > 0 else { throw Failure("receive") }
            received += part
        }
        return bytes
    }

    /// Reads on until the other side ends the connection. - Returns: Whether it did, in time.
    func isEndedByPeer() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count > 0 || count < 0 && errno == EINTR { continue }
            return count == 0 || errno == ECONNRESET
        }
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        _ = Glibc.close(descriptor)
    }

    /// Ends the connection with a reset, as a crash or a firewall would; its port is free at once.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close()
    }

    /// A call of the system that failed.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
    }

    private static func loopback(_ last: UInt8, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | UInt32(last)).bigEndian
        return address
    }

    private static func call(
        _ descriptor: Int32,
        _ address: sockaddr_in,
        _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Bool {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            } == 0
        }
    }
}
