import CZeroMQ
import Glibc

extension Socket {
    /// Sends one frame; `false` where the peers' queues are full or there is no peer, and the message stays as it was.
    ///
    /// On `true` the message is empty. Where `more` is set, the frame is held back until the one without is sent; to
    /// send several frames, ``send(_:)-(Multipart)`` is simpler and does what follows by itself.
    ///
    /// - Throws: `ZeroMQError`; ``ZeroMQError/Code/wouldBlock`` where the peer was lost in the middle of a message: the
    ///   frames sent so far are gone, begin again with the first.
    public borrowing func send(_ message: inout Message, more: Bool = false) throws(ZeroMQError) -> Bool {
        try core.send(&message, more: more)
    }

    /// Sends a copy of `bytes` as one frame; `false` where the peers' queues are full or there is no peer.
    public borrowing func send(copying bytes: [UInt8], more: Bool = false) throws(ZeroMQError) -> Bool {
        var message = Message(copying: bytes)
        return try core.send(&message, more: more)
    }

    /// Sends a whole message; `false` where the peers' queues are full or there is no peer.
    ///
    /// All of it is sent, and it is then empty, or none of it, and it is then as it was.
    ///
    /// - Throws: `ZeroMQError`, the message being as it was: ``ZeroMQError/Code/hostUnreachable`` from a ROUTER with
    ///   ``SocketOptions/isRouterMandatory``.
    public borrowing func send(_ message: inout Multipart) throws(ZeroMQError) -> Bool {
        try core.send(&message)
    }

    /// Sends messages from the first on, dropping those sent from the batch, until one would have to wait.
    ///
    /// - Returns: The number sent.
    @discardableResult
    public borrowing func send(_ batch: inout Batch) throws(ZeroMQError) -> Int {
        try batch.drain { message throws(ZeroMQError) in try core.send(&message) }
    }
}

extension SocketCore {
    func send(_ message: inout Message, more: Bool) throws(ZeroMQError) -> Bool {
        let isFirst = !isAmidSending
        if try unsafe put(message.raw, more: more) {
            isAmidSending = more
            return true
        }
        if isFirst { return false }
        isAmidSending = false
        if more { endDropping() }
        throw ZeroMQError(.wouldBlock, operation: "send a further frame")
    }

    func send(_ message: inout Multipart) throws(ZeroMQError) -> Bool {
        guard let frames = unsafe message.base, message.count > 0 else {
            throw ZeroMQError(.invalidArgument, operation: "send", subject: "message without frames")
        }
        guard !isAmidSending else {
            throw ZeroMQError(.invalidArgument, operation: "send", subject: "message within another's frames")
        }
        let last = message.count - 1
        // libzmq takes the frames one by one, and may lose the peer in the middle: it then drops those it has and says
        // EAGAIN. So all but the last are sent as references, and the originals are kept until the last is sent.
        var reference = zmq_msg_t()
        for index in 0..<last {
            unsafe zmq_msg_init(&reference)
            unsafe zmq_msg_copy(&reference, frames + index)
            var isSent = false
            do {
                isSent = try unsafe put(&reference, more: true)
            } catch {
                unsafe zmq_msg_close(&reference)
                throw error
            }
            guard isSent else {
                unsafe zmq_msg_close(&reference)
                return index > 0 ? giveUp(&message, at: index) : false
            }
        }
        guard try unsafe put(frames + last, more: false) else { return last > 0 ? giveUp(&message, at: last) : false }
        message.removeAll()
        return true
    }

    /// Makes the socket ready for the first frame again, after the peer was lost at the frame `index`.
    ///
    /// - Returns: Whether the message counts as sent. A REQ can't take a request back: it goes on to wait for the
    ///   reply, as it does for any request that is lost on its way.
    private func giveUp(_ message: inout Multipart, at index: Int) -> Bool {
        if kind == .req {
            endDropping()
            message.removeAll()
            return true
        }
        if index < message.count - 1 { endDropping() }
        return false
    }

    private func put(_ frame: UnsafeMutablePointer<zmq_msg_t>, more: Bool) throws(ZeroMQError) -> Bool {
        let raw = try unsafe open("send")
        let flags = more ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
        while unsafe zmq_msg_send(frame, raw, flags) < 0 {
            switch zmq_errno() {
            case EINTR: continue
            case EAGAIN: return false
            default: throw .last("send")
            }
        }
        return true
    }

    /// Lets libzmq's load balancer (lb.cpp) out of the state it enters at an EAGAIN in the middle of a message, in
    /// which it silently drops every frame up to a last one: without this, the retry itself would be what is dropped.
    private func endDropping() {
        switch kind {
        case .dealer, .push, .req:
            var end = zmq_msg_t()
            unsafe zmq_msg_init(&end)
            if unsafe zmq_msg_send(&end, raw, ZMQ_DONTWAIT) < 0 { unsafe zmq_msg_close(&end) }
        case .router, .pub, .sub, .pull, .pair, .rep:
            break  // no load balancer
        }
    }
}
