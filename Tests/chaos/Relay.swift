import Foundation
import Synchronization

/// A TCP relay on loopback that stands between workers, clients and the queue, and does them harm.
final class Relay: Sendable {
    private struct Shared {
        var faults: RelayFaults?
        var isStopping = false
        var counts = RelayFaults.Counts()
    }

    let port: UInt16
    private let shared: Mutex<Shared>

    /// Starts it.
    init(to port: UInt16, _ faults: RelayFaults, seed: UInt64) throws {
        let listener = try Loopback.listen()
        self.port = listener.port
        shared = Mutex(Shared(faults: faults))
        let thread = Thread { [self] in
            var loop = RelayLoop(listener: listener.descriptor, upstream: port, seed: seed)
            while true {
                let (faults, isStopping) = shared.withLock { ($0.faults, $0.isStopping) }
                if isStopping { break }
                loop.turn(faults)
                let counts = loop.counts
                shared.withLock { $0.counts = counts }
            }
            loop.close()
        }
        thread.start()
    }

    var counts: RelayFaults.Counts { shared.withLock { $0.counts } }

    /// Carries everything faithfully from now on.
    func heal() { shared.withLock { $0.faults = nil } }

    func stop() { shared.withLock { $0.isStopping = true } }
}

/// TCP sockets on 127.0.0.1.
enum Loopback {
    static func listen() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && Glibc.listen(descriptor, 1_024) == 0
                    && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard status else { throw ChaosError(description: "no port on loopback: \(String(cString: strerror(errno)))") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A port that was free a moment ago.
    static func freePort() throws -> UInt16 {
        let (descriptor, port) = try listen()
        close(descriptor)
        return port
    }

    /// - Returns: A connected socket that does not block, or `nil`.
    static func connect(_ port: UInt16) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = address(port: port)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, status == 0 else {
            close(descriptor)
            return nil
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        return descriptor
    }

    private static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
