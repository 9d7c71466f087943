import CZeroMQ

/// Something that happened to a socket's connections.
public struct MonitorEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// A connection was made; the handshake follows.
        case connected
        /// An attempt to connect goes on in the background.
        case connectDelayed
        /// An attempt to connect failed, and will be repeated after the time given.
        case connectRetried(after: Duration)
        /// The socket was bound.
        case listening
        /// The socket could not be bound.
        case bindFailed(ZeroMQError.Code)
        /// A connection was accepted; the handshake follows.
        case accepted
        /// A connection could not be accepted.
        case acceptFailed(ZeroMQError.Code)
        /// A connection or a binding was closed.
        case closed
        /// A connection could not be closed.
        case closeFailed(ZeroMQError.Code)
        /// A connection was lost.
        case disconnected
        /// No more events follow.
        case monitorStopped
        /// The peers can talk.
        case handshakeSucceeded
        /// The peers can't talk.
        case handshakeFailed(HandshakeFailure)
        /// One that this library does not know.
        case other(event: Int, value: Int)
    }

    public let kind: Kind
    /// The endpoint it happened at.
    public let endpoint: String

    public init(kind: Kind, endpoint: String) {
        self.kind = kind
        self.endpoint = endpoint
    }
}

/// Why a handshake failed.
public enum HandshakeFailure: Sendable, Hashable, CustomStringConvertible {
    /// The system's error, without more detail.
    case system(ZeroMQError.Code)
    /// The peers do not use the same security mechanism.
    case mechanismMismatch
    /// What the peer sent could not be decrypted: the wrong server key, for example.
    case cryptographic
    /// The peer broke the protocol; the number is libzmq's `ZMQ_PROTOCOL_ERROR_…`.
    case protocolError(Int)
    /// The ZAP handler refused, with RFC 27's status: 300, 400 or 500.
    case refused(status: Int)

    public var description: String {
        switch self {
        case .system(let code): unsafe String(cString: zmq_strerror(code.rawValue))
        case .mechanismMismatch: "the peers use different security mechanisms"
        case .cryptographic: "the peer's messages can't be decrypted; is the server's public key right?"
        case .protocolError(let number): "protocol error 0x" + String(number, radix: 16)
        case .refused(let status): "refused by the ZAP handler with status \(status)"
        }
    }
}

extension MonitorEvent {
    /// Reads an event as libzmq sends it (version 1): a frame of a 16-bit event and a 32-bit value in the machine's
    /// order, then a frame with the endpoint; `nil` for anything else.
    public init?(_ message: borrowing Multipart) {
        guard message.count == 2, message.byteCount(0) == 6 else { return nil }
        let (event, value) = unsafe message.withUnsafeBytes(0) { bytes in
            unsafe (
                bytes.loadUnaligned(as: UInt16.self), bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self)
            )
        }
        kind = Kind(event: CInt(event), value: Int(value))
        endpoint = String(decoding: message.array(1), as: UTF8.self)
    }
}

extension MonitorEvent.Kind {
    init(event: CInt, value: Int) {
        let code = ZeroMQError.Code(rawValue: CInt(truncatingIfNeeded: value))
        self =
            switch event {
            case ZMQ_EVENT_CONNECTED: .connected
            case ZMQ_EVENT_CONNECT_DELAYED: .connectDelayed
            case ZMQ_EVENT_CONNECT_RETRIED: .connectRetried(after: .milliseconds(value))
            case ZMQ_EVENT_LISTENING: .listening
            case ZMQ_EVENT_BIND_FAILED: .bindFailed(code)
            case ZMQ_EVENT_ACCEPTED: .accepted
            case ZMQ_EVENT_ACCEPT_FAILED: .acceptFailed(code)
            case ZMQ_EVENT_CLOSED: .closed
            case ZMQ_EVENT_CLOSE_FAILED: .closeFailed(code)
            case ZMQ_EVENT_DISCONNECTED: .disconnected
            case ZMQ_EVENT_MONITOR_STOPPED: .monitorStopped
            case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: .handshakeSucceeded
            case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: .handshakeFailed(.system(code))
            case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: .handshakeFailed(.refused(status: value))
            case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: .handshakeFailed(HandshakeFailure(protocolError: value))
            default: .other(event: Int(event), value: value)
            }
    }
}

extension HandshakeFailure {
    fileprivate init(protocolError number: Int) {
        self =
            switch number {
            case Int(ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH): .mechanismMismatch
            case Int(ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC): .cryptographic
            default: .protocolError(number)
            }
    }
}
