/// What a socket is told beyond its kind.
///
/// The defaults are libzmq's own except ``linger``. Give them when the socket is made; ``Socket/update(_:)`` changes
/// them later, where most then hold for the next `bind` or `connect` only.
public struct SocketOptions: Sendable, Equatable {
    /// How long unsent messages are kept after the socket is closed; `nil` is for ever.
    ///
    /// One second, where libzmq waits for ever: a peer that is gone should not keep a program from ending.
    public var linger: Duration? = .seconds(1)

    // MARK: Limits

    /// Messages queued to each peer before sending waits or drops; 0 is no limit.
    public var sendHighWaterMark = 1000
    /// Messages queued from each peer before the peer has to wait; 0 is no limit.
    public var receiveHighWaterMark = 1000
    /// The largest frame accepted from a peer, in bytes; a peer that sends a larger one is disconnected. `nil`: no
    /// limit.
    public var maximumFrameSize: Int?
    /// The most frames handed over of one received message; further ones are dropped and the message is marked
    /// ``Multipart/isTruncated``. This limit is the library's, not libzmq's.
    public var maximumFrameCount = 1024
    /// The kernel's send buffer, in bytes; `nil` leaves it to the system.
    public var sendBufferSize: Int?
    /// The kernel's receive buffer, in bytes; `nil` leaves it to the system.
    public var receiveBufferSize: Int?

    // MARK: Connections

    /// The name a ROUTER will know this socket by, 1 to 255 bytes not beginning with zero; empty: the ROUTER chooses.
    public var routingID: [UInt8] = []
    /// Queue messages to completed connections only.
    public var isImmediate = false
    /// Connections not yet accepted that the system keeps waiting.
    public var backlog = 100
    /// Use IPv6 where the name or address has it.
    public var isIPv6Enabled = false
    /// How long to wait before connecting again; `nil` is never again.
    public var reconnectInterval: Duration? = .milliseconds(100)
    /// Where larger than ``reconnectInterval``: the wait doubles at each failure up to this.
    public var maximumReconnectInterval: Duration = .zero
    /// How long a connection attempt may take; zero leaves it to the system.
    public var connectTimeout: Duration = .zero
    /// How long the ZMTP handshake, CURVE and ZAP included, may take; zero is without limit.
    public var handshakeInterval: Duration = .seconds(30)
    /// How often to send a ZMTP heartbeat; zero is never.
    public var heartbeatInterval: Duration = .zero
    /// How long to wait for any traffic after a heartbeat before disconnecting; `nil` is ``heartbeatInterval``.
    public var heartbeatTimeout: Duration?
    /// How long the peer should wait for traffic from here, in steps of a tenth of a second; zero tells it nothing.
    public var heartbeatTimeToLive: Duration = .zero
    /// The system's own probing of idle connections.
    public var tcpKeepAlive: TCPKeepAlive = .system

    // MARK: Patterns

    /// ROUTER: refuse to send to an unknown peer (``ZeroMQError/Code/hostUnreachable``) or over a full queue, instead
    /// of dropping the message.
    public var isRouterMandatory = false
    /// ROUTER: a new connection with a routing id in use takes it over; otherwise the new one is refused.
    public var hasRouterHandover = false
    /// DEALER, REQ, ROUTER: greet every new connection with an empty message, so that a ROUTER learns of it.
    public var probesRouter = false
    /// PUSH, PULL, PUB, SUB, DEALER: keep the last message only. Not for multipart messages.
    public var isConflating = false
    /// REQ: number the requests and drop replies to earlier ones.
    public var correlatesRequests = false
    /// REQ: allow a new request before the reply, dropping the old one.
    public var allowsRequestRetry = false

    // MARK: Security

    /// Encryption and authentication.
    public var security: Security = .none
    /// The domain told to the ZAP handler. With an empty domain and no CURVE, the handler is not asked.
    public var zapDomain = ""

    public init() {}
}

extension SocketOptions {
    /// Uses IPv6 where the endpoint is an IPv6 address, such as `tcp://[::1]:5555`, which libzmq can't use otherwise.
    public mutating func adapt(to endpoint: String) {
        if endpoint.hasPrefix("tcp://[") { isIPv6Enabled = true }
    }
}

/// TCP's own probing of idle connections.
public enum TCPKeepAlive: Sendable, Hashable {
    /// As the system is set.
    case system
    /// None.
    case off
    /// After `idle`, every `interval`, until `count` probes went unanswered; `nil` leaves it to the system. Whole
    /// seconds.
    case on(idle: Duration?, interval: Duration?, count: Int?)
}

/// Encryption and authentication of a socket's connections.
public enum Security: Sendable, Equatable {
    /// Neither.
    case none
    /// CURVE as the server: all that connect must know its public key. Who they are is for a ``ZAPHandler`` to judge;
    /// without one every client is admitted.
    case curveServer(CurveSecretKey)
    /// CURVE as a client of the server with this public key.
    case curveClient(server: CurvePublicKey, keys: CurveKeyPair)
}
