extension SettingKey {
    /// The rows of `worker`: what the worker executables are told.
    static let workerKeys: [SettingKey] = [
        SettingKey(
            "worker.queue",
            \.worker.queue,
            .endpoint(allowsWildcard: false),
            derived: .workerQueue,
            flag: "--queue",
            "The queue that workers and the command line connect to."
        ),
        SettingKey(
            "worker.credit_tasks",
            \.worker.creditTasks,
            .number(1...4_096),
            "The most unanswered tasks that the queue may have sent to one worker."
        ),
        SettingKey(
            "worker.credit_bytes",
            \.worker.creditBytes,
            .size(.kibibytes(1) ... .gibibytes(64)),
            "The most unanswered bytes that the queue may have sent to one worker; at least `queue.max_body`."
        ),
        SettingKey(
            "worker.slots",
            \.worker.slots,
            .number(1...256),
            "How many tasks one worker process runs at the same time."
        ),
        SettingKey(
            "worker.memory_limit",
            \.worker.memoryLimit,
            .size(ByteCount(0) ... .tebibytes(16)),
            "A worker that uses more memory than this says which task it was and ends, to be started again; the system"
                + " enforces a quarter more. At least 128MiB more than `worker.credit_bytes`, or `0B` for no limit."
        ),
        SettingKey(
            "worker.drain_timeout",
            \.worker.drainTimeout,
            .duration(.zero ... .seconds(3_600)),
            "How long a worker that is told to stop may go on with the tasks it holds."
        ),
        SettingKey(
            "worker.reconnect_base",
            \.worker.reconnectBase,
            .duration(.milliseconds(1) ... .seconds(60)),
            "The longest wait before the first attempt to reconnect; it doubles with each further one."
        ),
        SettingKey(
            "worker.reconnect_max",
            \.worker.reconnectMax,
            .duration(.milliseconds(1) ... .seconds(3_600)),
            "The longest wait before any attempt to reconnect."
        ),
        SettingKey(
            "worker.secret_key",
            \.worker.secretKey,
            .curveKey,
            isSecret: true,
            "The CURVE secret key of workers and of the command line. A file is the better place."
        ),
        SettingKey(
            "worker.secret_key_file",
            \.worker.secretKeyFile,
            .path(allowsEmpty: true),
            "The file with that key, as `standpoint keys generate` makes it; only its owner may read it."
        ),
        SettingKey(
            "worker.queue_public_key",
            \.worker.queuePublicKey,
            .curveKey,
            "The queue's CURVE public key, by which workers know it."
        ),
    ]
}
