/// What `standpoint-queue` is told. Ranges and meanings stand in the key table, `SettingKey.all`.
package struct QueueSettings: Sendable, Equatable {
    /// The ZeroMQ endpoint that the queue binds.
    package var endpoint = ""
    /// The folder of the journal and, by default, of the queue's socket.
    package var dataDirectory = ""
    package var journal = JournalKind.sqlite
    /// The stages, in the order in which every article passes them.
    package var stages = ["ingest", "segment", "stance"]

    package var maxArticles = 1_000_000
    package var maxBytes = ByteCount.gibibytes(8)
    package var maxBody = ByteCount.mebibytes(8)
    package var minFreeDisk = ByteCount.mebibytes(512)
    package var maxWorkers = 4_096
    package var maxClients = 8_192
    package var handshakeTimeout = Duration.seconds(5)
    /// Articles a second and client; 0 for no limit.
    package var rateLimit = 0

    package var heartbeat = Duration.milliseconds(500)
    package var deadAfter = Duration.milliseconds(1_500)
    package var taskDeadline = Duration.seconds(60)
    package var maxAttempts = 3
    package var backoffBase = Duration.milliseconds(500)
    package var backoffMax = Duration.seconds(60)
    package var drainTimeout = Duration.seconds(10)

    /// The queue's CURVE secret key in Z85; empty for none.
    package var secretKey = ""
    /// The file with that key, in its place; empty for none.
    package var secretKeyFile = ""
    /// The file of those who may connect, and their roles; empty for none.
    package var authorizedKeys = ""

    /// Where HTTP is served, `HOST:PORT`; empty for nowhere.
    package var http = ""
    /// The file with the token that callers show; empty for none.
    package var httpTokenFile = ""
    package var httpMaxClients = 256
    package var httpTimeout = Duration.seconds(10)

    package init() {}
}

/// Where the queue keeps its state.
package enum JournalKind: String, Sendable, CaseIterable {
    case sqlite
    case memory
}
