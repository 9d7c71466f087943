package import Wire
package import ZeroMQ

/// What a worker needs to know.
package struct WorkerOptions: Sendable {
    /// Where the queue listens.
    package var queue: String
    package var software: String
    package var credit = Credit(tasks: 64, bytes: 64 << 20)
    /// How the connection is encrypted and authenticated.
    package var security = Security.none
    /// How many tasks are worked on at once, each on a thread of its own.
    package var slots = 1
    /// How long what is being worked on may take when the worker is to stop.
    package var drainTimeout: Duration = .seconds(10)
    /// How long to wait for the queue's welcome.
    package var welcomeTimeout: Duration = .seconds(2)
    /// The pause before connecting again; it doubles with each failure (exponential backoff with full jitter).
    package var reconnect: Duration = .milliseconds(50)
    package var maximumReconnect: Duration = .seconds(2)
    /// The most memory that the process may use, in bytes; `nil` where it is not watched.
    package var memoryLimit: Int?
    /// How much it uses.
    package var memoryInUse: @Sendable () -> Int = ProcessMemory.privateBytes
    /// Called on the worker's thread each time that a queue takes it on.
    package var whenServing: @Sendable () -> Void = {}
    /// Whether the process that the worker works for is gone.
    package var isOrphaned: @Sendable () -> Bool = { false }

    package init(queue: String, software: String) {
        self.queue = queue
        self.software = software
    }
}
