/// What the HTTP side of a queue needs to know.
package struct HTTPOptions: Sendable {
    /// An address without brackets, or `localhost`.
    package var host: String
    /// 0 where the system is to choose one.
    package var port: Int
    /// What callers must show; `nil` where everybody who reaches the address may all, which must be loopback then.
    package var token: BearerToken?
    /// The largest body, in bytes.
    package var maximumBody = 8 << 20
    /// The most bytes of bodies that are in memory at the same time, of all requests.
    package var maximumBodies = 64 << 20
    /// The most connections at the same time.
    package var maximumConnections = 256
    /// How long a client may take to send a request, and to take the answer.
    package var timeout: Duration = .seconds(10)
    /// How long the queue may take to answer.
    package var patience: Duration = .seconds(10)
    /// Where the queue listens to this process alone, and the name by which it knows its HTTP side.
    package var inner: InnerEndpoint

    package init(host: String, port: Int, inner: InnerEndpoint) {
        self.host = host
        self.port = port
        self.inner = inner
    }
}

/// A way to a queue inside its own process, past the keys: whoever knows the name is the process itself.
package struct InnerEndpoint: Hashable, Sendable {
    /// Such as `inproc://http`.
    package let endpoint: String
    /// The routing id of the one who connects there: 32 bytes of chance, which nobody else can guess.
    package let routingID: [UInt8]

    package init(_ endpoint: String = "inproc://http") {
        self.endpoint = endpoint
        var generator = SystemRandomNumberGenerator()
        // Ids that begin with a zero are those that a ROUTER makes up.
        routingID = [0x48] + (0..<31).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
