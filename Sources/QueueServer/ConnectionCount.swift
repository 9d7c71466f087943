internal import JSON
internal import ZeroMQ

/// How many connections a server's socket has and had, and whether there may be more.
///
/// libzmq tells of each connection before it asks the gate about it, so the gate counts exactly.
package final class ConnectionCount: Sendable {
    private struct State: ~Copyable {
        var pair: Socket?
        var tally = Tally()
    }

    /// The most connections at the same time.
    package let limit: Int
    private let state = Locked(State())

    /// - Parameter limit: The most connections at the same time, those that have not said yet who they are included.
    package init(limit: Int) { self.limit = limit }

    /// Hears of the connections of `socket`, from now on; to be called before it is bound.
    func watch(_ socket: borrowing Socket, _ context: Context) throws(ZeroMQError) {
        let endpoint = SocketMonitor.makeEndpoint()
        // Failures to accept, which come without end where no file descriptor is left, are not asked for.
        try socket.startMonitor(at: endpoint, events: .all.subtracting(.acceptFailed))
        try state.withLock { state throws(ZeroMQError) in
            var options = SocketOptions()
            // libzmq's I/O thread would wait where this queue is full: so it never is. It is emptied at every tick.
            options.receiveHighWaterMark = 0
            options.linger = .zero
            let pair = try Socket(.pair, context: context, options: options)
            try pair.connect(endpoint)
            state.pair = consume pair
        }
    }

    /// Takes in what has happened since the last time.
    package func read() { state.withLock { Self.read(&$0) } }

    /// Hears of nothing more, so that the context can end.
    func close() { state.withLock { state in state.pair.take()?.close(linger: .zero) } }

    /// Judges a new connection whose handshake waits for the answer. - Returns: Whether there is room for it.
    package func admit() -> Bool {
        state.withLock { state in
            Self.read(&state)
            // The new one is among the open.
            guard state.tally.open > limit else { return true }
            state.tally.overLimit += 1
            return false
        }
    }

    /// Counts a connection that is refused because its key is not on the list.
    package func noteStranger() { state.withLock { $0.tally.strangers += 1 } }

    /// What has been counted, up to now.
    package var tally: Tally {
        state.withLock { state in
            Self.read(&state)
            return state.tally
        }
    }

    private static func read(_ state: inout State) {
        while let message = try? state.pair?.receiveMultipart(), let event = MonitorEvent(message) {
            state.tally.note(event.kind)
        }
    }
}

extension ConnectionCount {
    /// Numbers of connections since the start.
    package struct Tally: Hashable, Sendable {
        /// There now, admitted or not yet.
        package var open: Int { accepted - closed }
        /// Made by the system; nothing has been said on them yet.
        package var accepted = 0
        package var closed = 0
        /// Came through the handshake.
        package var admitted = 0
        /// Refused because there were too many.
        package var overLimit = 0
        /// Refused because their key was not on the list.
        package var strangers = 0
        /// Spoke ZMTP with another security mechanism, such as none where keys are demanded.
        package var otherSecurity = 0
        /// Could not be decrypted, as where the queue's public key was wrong.
        package var undecipherable = 0
        /// Broke the protocol.
        package var malformed = 0
        /// Were closed, or took too long, before they had said who they are.
        package var unfinished = 0

        mutating func note(_ event: MonitorEvent.Kind) {
            switch event {
            case .accepted: accepted += 1
            case .disconnected: closed += 1
            case .handshakeSucceeded: admitted += 1
            case .handshakeFailed(.mechanismMismatch): otherSecurity += 1
            case .handshakeFailed(.cryptographic): undecipherable += 1
            case .handshakeFailed(.protocolError): malformed += 1
            case .handshakeFailed(.system): unfinished += 1
            // Refusals by the gate are counted where they are made.
            default: break
            }
        }
    }

    /// The answer to a `status` query, with `connections` beside what the rules of the queue know.
    func added(to status: JSON) -> JSON {
        guard var object = status.object else { return status }
        let tally = tally
        object["connections"] = [
            "open": JSON(tally.open), "limit": JSON(limit), "accepted": JSON(tally.accepted),
            "admitted": JSON(tally.admitted), "closed": JSON(tally.closed),
            "refused": ["over_limit": JSON(tally.overLimit), "not_listed": JSON(tally.strangers)],
            "failed": [
                "other_security": JSON(tally.otherSecurity), "undecipherable": JSON(tally.undecipherable),
                "malformed": JSON(tally.malformed), "unfinished": JSON(tally.unfinished),
            ],
        ]
        return .object(object)
    }
}
