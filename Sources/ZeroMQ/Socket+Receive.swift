import CZeroMQ
import Glibc

extension Socket {
    /// Receives one frame, or `nil` where none is waiting.
    ///
    /// The frames of a multipart message come one call after the other (``Message/hasMore``); they all are there once
    /// the first is.
    public borrowing func receive() throws(ZeroMQError) -> Message? {
        let message = Message()
        guard try unsafe core.receive(message.raw) else { return nil }
        return message
    }

    /// Receives a whole message into `message`, reusing its memory; `false`, and an empty `message`, where none waits.
    public borrowing func receive(into message: inout Multipart) throws(ZeroMQError) -> Bool {
        try core.receive(into: &message)
    }

    /// Receives a whole message, or `nil` where none is waiting.
    public borrowing func receiveMultipart() throws(ZeroMQError) -> Multipart? {
        var message = Multipart()
        guard try core.receive(into: &message) else { return nil }
        return message
    }

    /// Receives the messages that are waiting, at most `limit`, handing each to `body`, which may take frames out.
    ///
    /// - Returns: The number received; less than `limit` means that no more were waiting.
    @discardableResult
    public borrowing func receive<Failure: Error>(
        upTo limit: Int,
        _ body: (inout Multipart) throws(Failure) -> Void
    ) throws -> Int {
        var message = Multipart()
        var received = 0
        while received < limit, try core.receive(into: &message) {
            received += 1
            try body(&message)
        }
        return received
    }

    /// Receives the messages that are waiting, at most `limit`.
    public borrowing func receiveBatch(upTo limit: Int) throws(ZeroMQError) -> Batch {
        var batch = Batch()
        try core.receive(upTo: limit, into: &batch)
        return batch
    }
}

extension SocketCore {
    func receive(_ frame: UnsafeMutablePointer<zmq_msg_t>) throws(ZeroMQError) -> Bool {
        let raw = try unsafe open("receive")
        while unsafe zmq_msg_recv(frame, raw, ZMQ_DONTWAIT) < 0 {
            switch zmq_errno() {
            case EINTR: continue
            case EAGAIN: return false
            default: throw .last("receive")
            }
        }
        return true
    }

    func receive(into message: inout Multipart) throws(ZeroMQError) -> Bool {
        message.removeAll()
        // libzmq hands a message over whole: once the first frame is there, EAGAIN can't come before the last.
        repeat {
            let frame = unsafe message.appendEmpty()
            var isReceived = false
            do {
                isReceived = try unsafe receive(frame)
            } catch {
                message.removeAll()
                throw error
            }
            guard isReceived else {
                message.removeAll()
                return false
            }
            guard unsafe zmq_msg_more(frame) != 0 else { return true }
        } while message.count < options.maximumFrameCount
        try dropRest()
        message.isTruncated = true
        return true
    }

    func receive(upTo limit: Int, into batch: inout Batch) throws(ZeroMQError) {
        while batch.count < limit {
            var message = Multipart()
            guard try receive(into: &message) else { return }
            batch.append(message)
        }
    }

    private func dropRest() throws(ZeroMQError) {
        var hasMore = true
        while hasMore {
            let excess = Message()
            guard try unsafe receive(excess.raw) else { return }
            hasMore = excess.hasMore
        }
    }
}
