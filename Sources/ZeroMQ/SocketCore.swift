import CZeroMQ
import Glibc

/// The libzmq socket behind a ``Socket``, with what waits for it.
///
/// A class so that a wait may outlive the borrow of the `Socket`; once closed, `raw` is `nil` and every use throws.
@safe
final class SocketCore {
    let kind: SocketKind
    let context: Context  // keeps the context alive until the last socket is closed
    private(set) var raw: UnsafeMutableRawPointer?
    var options: SocketOptions
    /// Whether the last frame sent by itself said that more follow.
    var isAmidSending = false

    init(_ kind: SocketKind, context: Context) throws(ZeroMQError) {
        let raw = try unsafe context.openSocket(kind)
        self.kind = kind
        self.context = context
        unsafe self.raw = unsafe raw
        options = .libraryDefaults
    }

    deinit { close() }

    /// Closes the socket; libzmq goes on sending what lingers.
    func close() {
        guard let open = unsafe raw else { return }
        unsafe raw = nil
        unsafe zmq_close(open)
    }

    func open(_ operation: String) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let raw = unsafe raw else { throw .closed(operation) }
        return unsafe raw
    }

    func call(
        _ operation: String,
        _ endpoint: String,
        _ function: (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> CInt
    ) throws(ZeroMQError) {
        let raw = try unsafe open(operation)
        guard !endpoint.utf8.contains(0), Self.hasPortInRange(endpoint) else {
            throw ZeroMQError(.invalidArgument, operation: operation, subject: endpoint)
        }
        guard unsafe function(raw, endpoint) == 0 else { throw .last(operation, endpoint) }
    }

    /// libzmq cuts a larger port to 16 bits and binds another one without a word (ip_resolver.cpp).
    private static func hasPortInRange(_ endpoint: String) -> Bool {
        guard endpoint.hasPrefix("tcp://"), let colon = endpoint.lastIndex(of: ":") else { return true }
        let port = endpoint[endpoint.index(after: colon)...]
        return !port.allSatisfy(\.isNumber) || port.isEmpty || UInt16(port) != nil
    }
}

// MARK: Raw options

extension SocketCore {
    func set(_ option: CInt, _ name: String, _ value: CInt) throws(ZeroMQError) {
        let raw = try unsafe open("set option")
        var value = value
        guard unsafe zmq_setsockopt(raw, option, &value, MemoryLayout<CInt>.size) == 0 else {
            throw .last("set option", name)
        }
    }

    func setLarge(_ option: CInt, _ name: String, _ value: Int64) throws(ZeroMQError) {
        let raw = try unsafe open("set option")
        var value = value
        guard unsafe zmq_setsockopt(raw, option, &value, MemoryLayout<Int64>.size) == 0 else {
            throw .last("set option", name)
        }
    }

    func set(_ option: CInt, _ name: String, _ bytes: RawSpan) throws(ZeroMQError) {
        let raw = try unsafe open("set option")
        let status = unsafe bytes.withUnsafeBytes { buffer in
            // libzmq takes NULL for "unset" in some options: an empty value keeps an address.
            var none: UInt8 = 0
            return unsafe withUnsafePointer(to: &none) { placeholder in
                unsafe zmq_setsockopt(raw, option, buffer.baseAddress ?? UnsafeRawPointer(placeholder), buffer.count)
            }
        }
        guard status == 0 else { throw .last("set option", name) }
    }

    func integer(_ option: CInt, _ name: String) throws(ZeroMQError) -> CInt {
        let raw = try unsafe open("get option")
        var value: CInt = 0
        var size = MemoryLayout<CInt>.size
        guard unsafe zmq_getsockopt(raw, option, &value, &size) == 0 else { throw .last("get option", name) }
        return value
    }

    func string(_ option: CInt, _ name: String) throws(ZeroMQError) -> String {
        let raw = try unsafe open("get option")
        // An endpoint is at most an ipc path of 107 bytes or an inproc name of 255, and a scheme.
        let capacity = 512
        return try unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) {
            buffer throws(ZeroMQError) in
            var size = capacity
            guard unsafe zmq_getsockopt(raw, option, buffer.baseAddress, &size) == 0 else {
                throw ZeroMQError.last("get option", name)
            }
            let text = unsafe buffer[..<max(0, min(size, capacity))].prefix { $0 != 0 }
            return unsafe String(decoding: text, as: UTF8.self)
        }
    }
}
