extension Channel {
    /// Receives one frame, waiting for it.
    ///
    /// For messages of one frame. Where several tasks receive from the same channel, the frames of one message could
    /// go to different tasks: use ``receiveMultipart()``.
    ///
    /// - Throws: `CancellationError`; `ZeroMQError` where the channel is closed or the context shut down.
    public func receive() async throws -> Message {
        while true {
            let core = try core("receive")
            let message = Message()
            if try unsafe core.receive(message.raw) { return message }
            _ = try await wait(core, for: .input, until: nil)
        }
    }

    /// Receives one whole message, waiting for it.
    ///
    /// - Throws: `CancellationError`; `ZeroMQError` where the channel is closed or the context shut down.
    public func receiveMultipart() async throws -> Multipart {
        guard let message = try await receiveMultipart(until: nil) else {
            throw ZeroMQError(.timedOut, operation: "receive")  // unreachable: without a deadline there is a message
        }
        return message
    }

    /// Receives one whole message, waiting for it until `deadline`; `nil` where none came.
    public func receiveMultipart(until deadline: ContinuousClock.Instant?) async throws -> Multipart? {
        var message = Multipart()
        while true {
            let core = try core("receive")
            if try core.receive(into: &message) { return message }
            guard try await wait(core, for: .input, until: deadline) else { return nil }
        }
    }

    /// Waits for one message, then takes those that are already there, at most `limit` in all.
    ///
    /// - Parameters:
    ///   - limit: The most messages to take.
    ///   - deadline: When to give up, leaving the batch empty; `nil` is never.
    public func receiveBatch(upTo limit: Int, until deadline: ContinuousClock.Instant? = nil) async throws -> Batch {
        var batch = Batch()
        while true {
            let core = try core("receive")
            try core.receive(upTo: limit, into: &batch)
            if !batch.isEmpty || limit <= 0 { return batch }
            guard try await wait(core, for: .input, until: deadline) else { return batch }
        }
    }
}
