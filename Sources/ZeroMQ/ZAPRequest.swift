/// What libzmq asks a ZAP handler about a connection (ZeroMQ RFC 27).
public struct ZAPRequest: Sendable, Hashable {
    /// The domain of the server socket, ``SocketOptions/zapDomain``.
    public let domain: String
    /// The peer's address, such as `127.0.0.1`; empty for ipc.
    public let address: String
    /// The server socket's own routing id.
    public let routingID: [UInt8]
    /// The mechanism, `NULL`, `PLAIN`, `CURVE` or another.
    public let mechanism: String
    /// What the mechanism has to show: for CURVE the client's public key, for PLAIN name and password.
    public let credentials: [[UInt8]]

    /// The client's key, where the mechanism is CURVE.
    public var publicKey: CurvePublicKey? {
        guard mechanism == SecurityMechanism.curve.rawValue, credentials.count == 1 else { return nil }
        return CurvePublicKey(bytes: credentials[0])
    }
}

/// What a ZAP handler answers.
public enum ZAPDecision: Sendable, Hashable {
    /// Why a peer is not admitted; the number is RFC 27's.
    public enum Code: Int, Sendable, Hashable {
        /// Not now; the client is free to try again at once.
        case temporary = 300
        /// Not with these credentials.
        case denied = 400
        /// The handler itself failed.
        case internalError = 500
    }

    /// Admit the peer under a user id, at most 255 bytes, with properties that its messages will carry.
    case allow(userID: String = "", metadata: [String: String] = [:])
    /// Refuse the peer. The text goes to logs of this program, not to the peer.
    case deny(code: Code = .denied, text: String = "")
}

extension ZAPRequest {
    /// Frames past these bounds are no request of libzmq's: it sends at most two credentials, of 255 bytes at most.
    private static let maximumFrames = 16
    private static let maximumFrameSize = 1024

    /// Reads a request.
    ///
    /// - Returns: The request id to answer with, and the request; `nil` where it is malformed.
    static func parse(_ message: borrowing Multipart) -> (id: [UInt8], request: ZAPRequest?) {
        let id = message.count > 1 && message.byteCount(1) <= maximumFrameSize ? message.array(1) : []
        guard message.count >= 6, message.count <= maximumFrames, !message.isTruncated, message.string(0) == "1.0",
            message.byteCount(1) <= maximumFrameSize,
            let domain = text(message, 2),
            let address = text(message, 3),
            message.byteCount(4) <= maximumFrameSize,
            let mechanism = text(message, 5)
        else { return (id, nil) }
        var credentials: [[UInt8]] = []
        for index in 6..<message.count {
            guard message.byteCount(index) <= maximumFrameSize else { return (id, nil) }
            credentials.append(message.array(index))
        }
        let request = ZAPRequest(
            domain: domain,
            address: address,
            routingID: message.array(4),
            mechanism: mechanism,
            credentials: credentials
        )
        return (id, request.isWellFormed ? request : nil)
    }

    private static func text(_ message: borrowing Multipart, _ index: Int) -> String? {
        message.byteCount(index) <= maximumFrameSize ? message.string(index) : nil
    }

    /// Whether the known mechanisms show the number and sizes of credentials that RFC 27 demands.
    private var isWellFormed: Bool {
        switch SecurityMechanism(rawValue: mechanism) {
        case .null: credentials.isEmpty
        case .plain: credentials.count == 2
        case .curve: credentials.count == 1 && credentials[0].count == 32
        case .gssapi: credentials.count == 1
        case nil: true
        }
    }
}
