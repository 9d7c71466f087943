/// What the worker executables are told. Ranges and meanings stand in the key table, `SettingKey.all`.
package struct WorkerSettings: Sendable, Equatable {
    /// The queue's endpoint, as the worker connects to it.
    package var queue = ""
    package var creditTasks = 64
    package var creditBytes = ByteCount.mebibytes(64)
    /// How many tasks one worker process runs at the same time.
    package var slots = 1
    /// Below the 2 GB that our units and containers allow, with the quarter that the system's limit lies higher.
    package var memoryLimit = ByteCount.mebibytes(1_536)
    package var drainTimeout = Duration.seconds(10)
    package var reconnectBase = Duration.milliseconds(100)
    package var reconnectMax = Duration.seconds(5)

    /// The worker's CURVE secret key in Z85; empty for none.
    package var secretKey = ""
    /// The file with that key, in its place; empty for none.
    package var secretKeyFile = ""
    /// The queue's CURVE public key in Z85; empty for none.
    package var queuePublicKey = ""

    package init() {}
}
