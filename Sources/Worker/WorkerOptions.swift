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
    /// Whether the process that the worker works for is gone.
    package var isOrphaned: @Sendable () -> Bool = { false }
    /// Ends the process when a stage has hung beyond its deadline: a thread can't be stopped from outside.
    package var giveUp: @Sendable (String) -> Void

    package init(queue: String, software: String, giveUp: @escaping @Sendable (String) -> Void) {
        self.queue = queue
        self.software = software
        self.giveUp = giveUp
    }
}
