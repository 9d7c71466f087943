import CZeroMQ

extension SocketOptions {
    /// What a new libzmq socket has before anything is set.
    static let libraryDefaults: SocketOptions = {
        var options = SocketOptions()
        options.linger = nil
        return options
    }()
}

extension SocketCore {
    /// Sets what differs from what is in force; stops at the first that libzmq refuses.
    func apply(_ new: SocketOptions) throws(ZeroMQError) {
        guard new != options else { return }
        try applyLimits(new)
        try applyConnections(new)
        try applyPattern(new)
        try applySecurity(new)
        options = new
    }

    private func applyLimits(_ new: SocketOptions) throws(ZeroMQError) {
        try update(\.linger, new) { o throws(ZeroMQError) in try set(ZMQ_LINGER, "linger", o.orForever) }
        try update(\.sendHighWaterMark, new) { o throws(ZeroMQError) in
            try set(ZMQ_SNDHWM, "sendHighWaterMark", .clamping(o))
        }
        try update(\.receiveHighWaterMark, new) { o throws(ZeroMQError) in
            try set(ZMQ_RCVHWM, "receiveHighWaterMark", .clamping(o))
        }
        try update(\.maximumFrameSize, new) { o throws(ZeroMQError) in
            try setLarge(ZMQ_MAXMSGSIZE, "maximumFrameSize", Int64(o ?? -1))
        }
        try update(\.maximumFrameCount, new) { o throws(ZeroMQError) in
            guard o > 0 else { throw invalid("maximumFrameCount") }
        }
        try update(\.sendBufferSize, new) { o throws(ZeroMQError) in
            try set(ZMQ_SNDBUF, "sendBufferSize", .clamping(o ?? -1))
        }
        try update(\.receiveBufferSize, new) { o throws(ZeroMQError) in
            try set(ZMQ_RCVBUF, "receiveBufferSize", .clamping(o ?? -1))
        }
    }

    private func applyConnections(_ new: SocketOptions) throws(ZeroMQError) {
        try update(\.routingID, new) { o throws(ZeroMQError) in
            guard o.first != 0 else { throw invalid("routingID") }  // zero marks the ids that a ROUTER makes
            try unsafe set(ZMQ_ROUTING_ID, "routingID", o.span.bytes)
        }
        try update(\.isImmediate, new) { o throws(ZeroMQError) in try set(ZMQ_IMMEDIATE, "isImmediate", o ? 1 : 0) }
        try update(\.backlog, new) { o throws(ZeroMQError) in try set(ZMQ_BACKLOG, "backlog", .clamping(o)) }
        try update(\.isIPv6Enabled, new) { o throws(ZeroMQError) in try set(ZMQ_IPV6, "isIPv6Enabled", o ? 1 : 0) }
        try update(\.reconnectInterval, new) { o throws(ZeroMQError) in
            try set(ZMQ_RECONNECT_IVL, "reconnectInterval", o.orForever)
        }
        try update(\.maximumReconnectInterval, new) { o throws(ZeroMQError) in
            try set(ZMQ_RECONNECT_IVL_MAX, "maximumReconnectInterval", o.milliseconds)
        }
        try update(\.connectTimeout, new) { o throws(ZeroMQError) in
            try set(ZMQ_CONNECT_TIMEOUT, "connectTimeout", o.milliseconds)
        }
        try update(\.handshakeInterval, new) { o throws(ZeroMQError) in
            try set(ZMQ_HANDSHAKE_IVL, "handshakeInterval", o.milliseconds)
        }
        try update(\.heartbeatInterval, new) { o throws(ZeroMQError) in
            try set(ZMQ_HEARTBEAT_IVL, "heartbeatInterval", o.milliseconds)
        }
        try update(\.heartbeatTimeout, new) { o throws(ZeroMQError) in
            try set(ZMQ_HEARTBEAT_TIMEOUT, "heartbeatTimeout", o.orForever)
        }
        try update(\.heartbeatTimeToLive, new) { o throws(ZeroMQError) in
            try set(ZMQ_HEARTBEAT_TTL, "heartbeatTimeToLive", o.milliseconds)
        }
        try update(\.tcpKeepAlive, new) { o throws(ZeroMQError) in try setKeepAlive(o) }
    }

    private func setKeepAlive(_ keepAlive: TCPKeepAlive) throws(ZeroMQError) {
        switch keepAlive {
        case .system: try set(ZMQ_TCP_KEEPALIVE, "tcpKeepAlive", -1)
        case .off: try set(ZMQ_TCP_KEEPALIVE, "tcpKeepAlive", 0)
        case .on(let idle, let interval, let count):
            try set(ZMQ_TCP_KEEPALIVE, "tcpKeepAlive", 1)
            try set(ZMQ_TCP_KEEPALIVE_IDLE, "tcpKeepAlive.idle", idle?.wholeSeconds ?? -1)
            try set(ZMQ_TCP_KEEPALIVE_INTVL, "tcpKeepAlive.interval", interval?.wholeSeconds ?? -1)
            try set(ZMQ_TCP_KEEPALIVE_CNT, "tcpKeepAlive.count", .clamping(count ?? -1))
        }
    }

    private func applyPattern(_ new: SocketOptions) throws(ZeroMQError) {
        try update(\.isRouterMandatory, new) { o throws(ZeroMQError) in
            try set(ZMQ_ROUTER_MANDATORY, "isRouterMandatory", o ? 1 : 0)
        }
        try update(\.hasRouterHandover, new) { o throws(ZeroMQError) in
            try set(ZMQ_ROUTER_HANDOVER, "hasRouterHandover", o ? 1 : 0)
        }
        try update(\.probesRouter, new) { o throws(ZeroMQError) in
            try set(ZMQ_PROBE_ROUTER, "probesRouter", o ? 1 : 0)
        }
        try update(\.isConflating, new) { o throws(ZeroMQError) in try set(ZMQ_CONFLATE, "isConflating", o ? 1 : 0) }
        try update(\.correlatesRequests, new) { o throws(ZeroMQError) in
            try set(ZMQ_REQ_CORRELATE, "correlatesRequests", o ? 1 : 0)
        }
        try update(\.allowsRequestRetry, new) { o throws(ZeroMQError) in
            try set(ZMQ_REQ_RELAXED, "allowsRequestRetry", o ? 1 : 0)
        }
    }

    private func applySecurity(_ new: SocketOptions) throws(ZeroMQError) {
        try update(\.zapDomain, new) { o throws(ZeroMQError) in
            try unsafe set(ZMQ_ZAP_DOMAIN, "zapDomain", o.utf8Span.span.bytes)
        }
        try update(\.security, new) { o throws(ZeroMQError) in
            switch o {
            case .none:
                try set(ZMQ_CURVE_SERVER, "security", 0)
            case .curveServer(let secret):
                try set(ZMQ_CURVE_SERVER, "security", 1)
                try set(ZMQ_CURVE_SECRETKEY, "security", secret.span)
            case .curveClient(let server, let keys):
                try unsafe set(ZMQ_CURVE_SERVERKEY, "security", server.bytes.span.bytes)
                try unsafe set(ZMQ_CURVE_PUBLICKEY, "security", keys.publicKey.bytes.span.bytes)
                try set(ZMQ_CURVE_SECRETKEY, "security", keys.secretKey.span)
            }
        }
    }

    private func update<Value: Equatable>(
        _ path: WritableKeyPath<SocketOptions, Value>,
        _ new: SocketOptions,
        _ set: (Value) throws(ZeroMQError) -> Void
    ) throws(ZeroMQError) {
        guard new[keyPath: path] != options[keyPath: path] else { return }
        try set(new[keyPath: path])
        options[keyPath: path] = new[keyPath: path]
    }

    private func invalid(_ name: String) -> ZeroMQError {
        ZeroMQError(.invalidArgument, operation: "set option", subject: name)
    }
}

extension CInt {
    fileprivate static func clamping(_ value: Int) -> CInt { CInt(clamping: value) }
}

extension Duration {
    /// Milliseconds as libzmq takes them, rounded up so that a short wait does not become none.
    var milliseconds: CInt {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? 0 : .max }
        let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return CInt(clamping: max(0, whole.addingReportingOverflow(part).partialValue))
    }

    fileprivate var wholeSeconds: CInt { CInt(clamping: max(1, components.seconds)) }
}

extension Duration? {
    /// Milliseconds, with -1 for `nil`.
    fileprivate var orForever: CInt { self?.milliseconds ?? -1 }
}
