import CZeroMQ

/// What libzmq knows of the connection a frame came by.
///
/// Only frames received over tcp or ipc carry it, every frame of a message alike. Which properties there are depends on
/// the mechanism and on what the ZAP handler returned.
extension Message {
    /// The user id that the ZAP handler gave the peer; `nil` where no handler was asked.
    public var userID: String? { metadata("User-Id") }

    /// The peer's address, such as `127.0.0.1`.
    public var peerAddress: String? { metadata("Peer-Address") }

    /// A named property, such as `Socket-Type` or one that the ZAP handler added.
    public borrowing func metadata(_ name: String) -> String? { unsafe Frame.metadata(raw, name) }
}

extension Multipart {
    /// The user id that the ZAP handler gave the peer; `nil` where no handler was asked.
    public var userID: String? { metadata("User-Id") }

    /// The peer's address, such as `127.0.0.1`.
    public var peerAddress: String? { metadata("Peer-Address") }

    /// A named property, such as `Socket-Type` or one that the ZAP handler added.
    public borrowing func metadata(_ name: String) -> String? {
        // The last frame is always the peer's own; the first may be the ROUTER's.
        guard count > 0 else { return nil }
        return unsafe Frame.metadata(frame(count - 1), name)
    }
}

extension Frame {
    static func metadata(_ raw: UnsafeMutablePointer<zmq_msg_t>, _ name: String) -> String? {
        guard let value = unsafe zmq_msg_gets(raw, name) else { return nil }
        return unsafe String(cString: value)
    }
}
