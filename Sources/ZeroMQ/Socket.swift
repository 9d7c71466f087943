import CZeroMQ

/// A libzmq socket with synchronous calls that never wait, except ``wait(for:wakeup:timeout:)``.
///
/// It is neither copyable nor `Sendable`: whoever made it, a thread or an actor, keeps it, and it is closed where its
/// owner ends. Use it from a plain thread, or from an actor whose executor is a ``SocketThread``; ``Channel`` is the
/// ready-made form of the latter.
@safe
public struct Socket: ~Copyable {
    let core: SocketCore

    /// Opens a socket.
    ///
    /// - Throws: `ZeroMQError`: ``ZeroMQError/Code/tooManyOpen``, ``ZeroMQError/Code/terminated``, or the option that
    ///   was refused.
    public init(_ kind: SocketKind, context: Context, options: SocketOptions = SocketOptions()) throws(ZeroMQError) {
        let core = try SocketCore(kind, context: context)
        try core.apply(options)
        self.core = core
    }

    deinit { core.close() }

    /// Closes the socket; what is unsent lingers for at most `linger`.
    public consuming func close(linger: Duration) {
        // Refused only where the context was shut down, and then nothing lingers.
        try? core.set(ZMQ_LINGER, "linger", linger.milliseconds)
    }
}

// MARK: Endpoints

extension Socket {
    /// Accepts connections at an endpoint: `tcp://HOST:PORT` (`*` for any), `ipc://PATH` or `inproc://NAME`.
    public borrowing func bind(_ endpoint: String) throws(ZeroMQError) {
        try unsafe core.call("bind", endpoint, zmq_bind)
    }

    /// Connects to an endpoint, now or when somebody binds it.
    public borrowing func connect(_ endpoint: String) throws(ZeroMQError) {
        try unsafe core.call("connect", endpoint, zmq_connect)
    }

    /// Stops accepting connections at an endpoint, given as ``lastEndpoint`` had it.
    public borrowing func unbind(_ endpoint: String) throws(ZeroMQError) {
        try unsafe core.call("unbind", endpoint, zmq_unbind)
    }

    /// Ends the connection to an endpoint; what is unsent to it lingers.
    public borrowing func disconnect(_ endpoint: String) throws(ZeroMQError) {
        try unsafe core.call("disconnect", endpoint, zmq_disconnect)
    }

    /// SUB: receives messages that begin with `prefix`; all, where it is empty.
    public borrowing func subscribe(to prefix: [UInt8]) throws(ZeroMQError) {
        try unsafe core.set(ZMQ_SUBSCRIBE, "subscribe", prefix.span.bytes)
    }

    /// SUB: receives messages that begin with `prefix`; all, where it is empty.
    public borrowing func subscribe(to prefix: String) throws(ZeroMQError) { try subscribe(to: Array(prefix.utf8)) }

    /// SUB: takes one subscription back.
    public borrowing func unsubscribe(from prefix: [UInt8]) throws(ZeroMQError) {
        try unsafe core.set(ZMQ_UNSUBSCRIBE, "unsubscribe", prefix.span.bytes)
    }

    /// SUB: takes one subscription back.
    public borrowing func unsubscribe(from prefix: String) throws(ZeroMQError) {
        try unsubscribe(from: Array(prefix.utf8))
    }
}

// MARK: State

extension Socket {
    /// The pattern it speaks.
    public var kind: SocketKind { core.kind }

    /// The options in force.
    public var options: SocketOptions { core.options }

    /// Changes options; most hold for the next `bind` or `connect` only.
    ///
    /// - Throws: `ZeroMQError` naming the option refused; those changed before it stay changed.
    public borrowing func update(_ change: (inout SocketOptions) -> Void) throws(ZeroMQError) {
        var options = core.options
        change(&options)
        try core.apply(options)
    }

    /// The endpoint last bound or connected to, with the port that the system chose where it was `*`.
    public var lastEndpoint: String {
        get throws(ZeroMQError) { try core.string(ZMQ_LAST_ENDPOINT, "lastEndpoint") }
    }

    /// What can be done now without waiting.
    public var readiness: Readiness {
        get throws(ZeroMQError) { Readiness(events: try core.integer(ZMQ_EVENTS, "readiness")) }
    }

    /// Whether the frame last received has more behind it.
    public var hasMoreFrames: Bool {
        get throws(ZeroMQError) { try core.integer(ZMQ_RCVMORE, "hasMoreFrames") != 0 }
    }

    /// The security mechanism of the connections.
    public var mechanism: SecurityMechanism {
        get throws(ZeroMQError) { SecurityMechanism(raw: try core.integer(ZMQ_MECHANISM, "mechanism")) }
    }
}

/// A ZMTP security mechanism.
public enum SecurityMechanism: String, Sendable, Hashable {
    /// No security.
    case null = "NULL"
    /// Name and password in the clear.
    case plain = "PLAIN"
    /// Elliptic-curve encryption and keys.
    case curve = "CURVE"
    /// Kerberos.
    case gssapi = "GSSAPI"

    init(raw: CInt) {
        self =
            switch raw {
            case ZMQ_PLAIN: .plain
            case ZMQ_CURVE: .curve
            case ZMQ_GSSAPI: .gssapi
            default: .null
            }
    }
}
