import CZeroMQ

/// A socket as an actor: every call runs on its ``SocketThread``, and waits without blocking it.
///
/// A channel that is dropped closes its socket on that thread.
public actor Channel {
    /// The thread that the socket lives on.
    public nonisolated let thread: SocketThread
    private var socket: Socket?

    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// Opens a socket on a thread.
    ///
    /// - Parameters:
    ///   - kind: The kind of socket.
    ///   - context: What the socket belongs to.
    ///   - thread: Where the socket lives, and every call of the channel runs.
    ///   - options: The socket's options.
    ///   - configure: Run on the thread before the channel is handed out; binds and connects, for example.
    public init(
        _ kind: SocketKind,
        context: Context,
        on thread: SocketThread,
        options: SocketOptions = SocketOptions(),
        configure: @Sendable (borrowing Socket) throws -> Void = { _ in }
    ) async throws {
        self.thread = thread
        socket = nil
        let socket = try Socket(kind, context: context, options: options)
        try configure(socket)
        self.socket = consume socket
    }

    // Without `isolated` the last release would close the socket on whatever thread it came from.
    isolated deinit {}

    /// Calls `body` with the socket, on its thread: for everything the channel has no method for.
    public func withSocket<Result: Sendable>(
        _ body: @Sendable (borrowing Socket) throws -> Result
    ) throws -> Result {
        guard socket != nil else { throw ZeroMQError.closed("use socket") }
        return try body(socket!)
    }

    /// Closes the socket. What waits on it throws ``ZeroMQError/Code/closed``.
    ///
    /// - Parameter linger: How long what is unsent is kept; `nil` leaves ``SocketOptions/linger`` as it is.
    public func close(linger: Duration? = nil) {
        guard socket != nil else { return }
        if let linger { try? socket?.core.set(ZMQ_LINGER, "linger", linger.milliseconds) }
        socket = nil
    }

    func core(_ operation: String) throws(ZeroMQError) -> SocketCore {
        guard let core = socket?.core else { throw .closed(operation) }
        return core
    }

    func wait(_ core: SocketCore, for wanted: Readiness, until deadline: ContinuousClock.Instant?) async throws -> Bool
    {
        try await !thread.readiness(of: PollItem(core, wanted), until: deadline).isEmpty
    }
}

// MARK: Endpoints

extension Channel {
    /// Accepts connections at an endpoint; see ``Socket/bind(_:)``.
    ///
    /// - Returns: The endpoint with the port that the system chose, where it was `*`.
    @discardableResult
    public func bind(_ endpoint: String) throws -> String {
        try withSocket { socket in
            try socket.bind(endpoint)
            return try socket.lastEndpoint
        }
    }

    /// Connects to an endpoint, now or when somebody binds it.
    public func connect(_ endpoint: String) throws { try withSocket { socket in try socket.connect(endpoint) } }

    /// SUB: receives messages that begin with `prefix`; all, where it is empty.
    public func subscribe(to prefix: String) throws { try withSocket { socket in try socket.subscribe(to: prefix) } }

    /// SUB: takes one subscription back.
    public func unsubscribe(from prefix: String) throws {
        try withSocket { socket in try socket.unsubscribe(from: prefix) }
    }
}
