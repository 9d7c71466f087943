extension Channel {
    /// Sends one frame, waiting until there is room.
    ///
    /// - Throws: `CancellationError`, or `ZeroMQError`; the message is then not sent.
    public func send(_ message: consuming Message) async throws {
        var message = message
        var pause = Pause()
        while true {
            let core = try core("send")
            if try core.send(&message, more: false) { return }
            try await waitForRoom(core, &pause)
        }
    }

    /// Sends one whole message, waiting until there is room.
    ///
    /// - Throws: `CancellationError`, or `ZeroMQError`; the message is then not sent.
    public func send(_ message: consuming Multipart) async throws {
        var message = message
        var pause = Pause()
        while true {
            let core = try core("send")
            if try core.send(&message) { return }
            try await waitForRoom(core, &pause)
        }
    }

    /// Sends one whole message, waiting for room no longer than until `deadline`. Not for a ROUTER.
    ///
    /// A DEALER or PUSH has no room at all where it has no peer: also after its one peer has broken the protocol, for
    /// libzmq does not connect to such a peer again.
    ///
    /// - Returns: Whether the message was sent.
    /// - Throws: `CancellationError`, or `ZeroMQError`; the message is then not sent.
    public func send(_ message: consuming Multipart, until deadline: ContinuousClock.Instant) async throws -> Bool {
        var message = message
        while true {
            let core = try core("send")
            if try core.send(&message) { return true }
            guard try await wait(core, for: .output, until: deadline) else { return false }
        }
    }

    /// Sends messages in order, waiting whenever there is no room.
    ///
    /// - Throws: `CancellationError`, or `ZeroMQError`; those not sent are then still in the batch.
    public func send(_ batch: inout Batch) async throws {
        var pause = Pause()
        while true {
            let core = try core("send")
            let sent = try batch.drain { message throws(ZeroMQError) in try core.send(&message) }
            if batch.isEmpty { return }
            if sent > 0 { pause = Pause() }
            try await waitForRoom(core, &pause)
        }
    }

    private func waitForRoom(_ core: SocketCore, _ pause: inout Pause) async throws {
        if core.kind == .router {
            // A ROUTER counts as ready when any peer is, which says nothing of the one whose queue is full.
            try await thread.sleep(until: .now + pause.next())
        } else {
            _ = try await wait(core, for: .output, until: nil)
        }
    }
}

/// The time between two attempts to send to a full peer: doubling from a millisecond to 50.
private struct Pause {
    private var length = Duration.milliseconds(1)

    mutating func next() -> Duration {
        defer { length = min(length * 2, .milliseconds(50)) }
        return length
    }
}
