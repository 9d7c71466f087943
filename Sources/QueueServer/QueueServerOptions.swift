package import Queue
package import ZeroMQ

/// What a queue server needs to know beside the rules of the queue.
package struct QueueServerOptions: Sendable {
    package var rules: QueueRules
    /// Where to listen, such as `ipc:///run/standpoint/queue.sock` or `tcp://127.0.0.1:5555`.
    package var endpoint: String
    /// How long workers may take to finish what they hold when the queue is to stop.
    package var drainTimeout: Duration = .seconds(10)
    /// How many bytes of bodies are kept in memory for workers that will soon ask.
    package var cacheBytes = 32 << 20
    /// How many articles one client may submit in a second; 0 for no limit.
    package var rateLimit = 0
    /// Whether sketches of articles are compared.
    package var findsNearDuplicates = true
    /// Whether the disk has too little room to accept more.
    package var isDiskLow: @Sendable () -> Bool = { false }
    /// Whether the process that the queue works for is gone.
    package var isOrphaned: @Sendable () -> Bool = { false }

    /// How connections are encrypted and authenticated.
    package var security = Security.none
    /// Those who may connect, and their roles; `nil` where ``security`` is none, and everybody on this machine may all.
    package var authorized: AuthorizedKeys?
    /// A second way in, for this process alone, past the keys: an inproc endpoint, and the routing id of the one who connects
    /// there as a client. The id is a secret of the process, so nobody outside can take that one's place.
    package var insider: (endpoint: String, routingID: [UInt8])?
    /// How many connections there are and may be; for one server only.
    package var connections = ConnectionCount(limit: 8_192)
    /// How long a new connection may take to say who it is.
    package var handshakeTimeout: Duration = .seconds(5)

    package init(rules: QueueRules, endpoint: String) {
        self.rules = rules
        self.endpoint = endpoint
    }

    var socketOptions: SocketOptions {
        var options = SocketOptions()
        // A frame over the limit ends the connection before it is read: the answer to a claim of a gigabyte.
        options.maximumFrameSize = rules.maximumBody + 1
        options.maximumFrameCount = 8
        // Credit is the flow control. The high water marks bound what a client can pile up: of short messages that it
        // never reads (of long ones, see ClientWindows), and of submissions that wait for a disk.
        options.sendHighWaterMark = 16_384
        options.receiveHighWaterMark = 256
        options.isRouterMandatory = true
        options.linger = .seconds(1)
        options.backlog = 1_024
        options.handshakeInterval = handshakeTimeout
        options.adapt(to: endpoint)
        options.security = security
        // Also without keys: the gate counts connections, and libzmq then refuses what speaks no ZMTP 3 at once, instead
        // of taking it for a peer of an old version.
        options.zapDomain = "queue"
        return options
    }
}
