extension SettingKey {
    /// The rows of `queue`: what the queue process is told.
    static let queueKeys: [SettingKey] =
        queuePlaces + queueGuards + queueLimits + queueTimes + queueHTTP

    private static let queuePlaces: [SettingKey] = [
        SettingKey(
            "queue.data_directory",
            \.queue.dataDirectory,
            .path(),
            derived: .dataDirectory,
            flag: "--data",
            "The folder of the journal and of the local socket. It is made if it is missing."
        ),
        SettingKey(
            "queue.endpoint",
            \.queue.endpoint,
            .endpoint(allowsWildcard: true),
            derived: .queueEndpoint,
            "Where the queue listens. An address that is neither ipc nor loopback demands CURVE keys. A Unix socket is open"
                + " to its user, and to its group where the umask lets the group write; never to others."
        ),
        SettingKey(
            "queue.journal",
            \.queue.journal,
            .choice(),
            "Where accepted articles are kept. `memory` survives nothing and is for trials only."
        ),
        SettingKey(
            "queue.stages",
            \.queue.stages,
            .stages,
            "The stages in the order in which every article passes them."
        ),
    ]

    private static let queueGuards: [SettingKey] = [
        SettingKey(
            "queue.secret_key",
            \.queue.secretKey,
            .curveKey,
            isSecret: true,
            "The queue's CURVE secret key. A file is the better place."
        ),
        SettingKey(
            "queue.secret_key_file",
            \.queue.secretKeyFile,
            .path(allowsEmpty: true),
            "The file with that key, as `standpoint keys generate` makes it; only its owner may read it."
        ),
        SettingKey(
            "queue.authorized_keys",
            \.queue.authorizedKeys,
            .path(allowsEmpty: true),
            "The file of those who may connect, one a line: public key, role (worker, client or observer; several with"
                + " commas) and a comment. SIGHUP makes the queue read it again."
        ),
        SettingKey(
            "queue.max_clients",
            \.queue.maxClients,
            .number(1...1_000_000),
            "The most connections at the same time, those that have not said yet who they are included. Never more than"
                + " the limit of open files less 64."
        ),
        SettingKey(
            "queue.handshake_timeout",
            \.queue.handshakeTimeout,
            .duration(.milliseconds(100) ... .seconds(60)),
            "A new connection that has not said who it is in this time is closed."
        ),
    ]

    private static let queueLimits: [SettingKey] = [
        SettingKey(
            "queue.max_articles",
            \.queue.maxArticles,
            .number(1...100_000_000),
            "The most unfinished articles the queue holds; beyond that it answers `busy`."
        ),
        SettingKey(
            "queue.max_bytes",
            \.queue.maxBytes,
            .size(.mebibytes(1) ... .tebibytes(16)),
            "The most bytes of unfinished articles the queue holds; beyond that it answers `busy`."
        ),
        SettingKey(
            "queue.max_body",
            \.queue.maxBody,
            .size(.kibibytes(1) ... .gibibytes(1)),
            "The largest body of a message."
        ),
        SettingKey(
            "queue.min_free_disk",
            \.queue.minFreeDisk,
            .size(ByteCount(0) ... .tebibytes(16)),
            "With less free space than this on the journal's disk the queue answers `busy`."
        ),
        SettingKey(
            "queue.max_workers",
            \.queue.maxWorkers,
            .number(1...65_536),
            "The most workers at the same time."
        ),
        SettingKey(
            "queue.rate_limit",
            \.queue.rateLimit,
            .number(0...1_000_000),
            "How many articles one client may submit in a second, a second's worth at once; beyond that it is told to wait. 0"
                + " for no limit. A client is a CURVE key, or a connection where there are no keys."
        ),
    ]

    private static let queueTimes: [SettingKey] = [
        SettingKey(
            "queue.heartbeat",
            \.queue.heartbeat,
            .duration(.milliseconds(10) ... .seconds(60)),
            "How often queue and workers tell each other that they are there."
        ),
        SettingKey(
            "queue.dead_after",
            \.queue.deadAfter,
            .duration(.milliseconds(20) ... .seconds(600)),
            "After this much silence a worker is taken for dead and its tasks go to others; at least twice the"
                + " heartbeat."
        ),
        SettingKey(
            "queue.task_deadline",
            \.queue.taskDeadline,
            .duration(.milliseconds(100) ... .seconds(86_400)),
            "A task not answered in this time, counted from the worker's last answer where it waited in its hands, goes"
                + " to another worker. A worker that hangs ends itself a tenth of it, or 1s, sooner."
        ),
        SettingKey(
            "queue.max_attempts",
            \.queue.maxAttempts,
            .number(1...100),
            "After this many failed attempts at one stage an article becomes a dead letter."
        ),
        SettingKey(
            "queue.backoff_base",
            \.queue.backoffBase,
            .duration(.milliseconds(1) ... .seconds(3_600)),
            "The longest wait before the second attempt; it doubles with each further one."
        ),
        SettingKey(
            "queue.backoff_max",
            \.queue.backoffMax,
            .duration(.milliseconds(1) ... .seconds(86_400)),
            "The longest wait before any attempt."
        ),
        SettingKey(
            "queue.drain_timeout",
            \.queue.drainTimeout,
            .duration(.zero ... .seconds(3_600)),
            "How long a queue that is told to stop waits for the answers that workers owe it."
        ),
    ]

    private static let queueHTTP: [SettingKey] = [
        SettingKey(
            "queue.http",
            \.queue.http,
            .httpAddress,
            flag: "--http",
            "Where the queue takes articles by HTTP, such as 127.0.0.1:8080; nowhere by default. An address that is not"
                + " loopback demands `queue.http_token_file`. There is no TLS: put a proxy in front."
        ),
        SettingKey(
            "queue.http_token_file",
            \.queue.httpTokenFile,
            .path(allowsEmpty: true),
            "The file with the token that HTTP callers must show, 22 to 512 characters; only its owner may read it."
        ),
        SettingKey(
            "queue.http_max_clients",
            \.queue.httpMaxClients,
            .number(1...65_536),
            "The most HTTP connections at the same time; more wait outside."
        ),
        SettingKey(
            "queue.http_timeout",
            \.queue.httpTimeout,
            .duration(.milliseconds(100) ... .seconds(600)),
            "How long an HTTP client may take to send the head of a request, its body, and to take the answer: for each."
                + " Slower ones are cut off."
        ),
    ]
}
