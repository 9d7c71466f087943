/// The rules that bind two settings together.
enum SettingsRules {
    /// What is wrong, each rule laid at the door of one of its keys.
    static func problems(in settings: Settings, source: (String) -> SettingSource) -> [SettingsProblem] {
        let queue = settings.queue
        let worker = settings.worker
        var problems: [SettingsProblem] = []
        func demand(_ holds: Bool, _ name: String, _ rule: String) {
            guard !holds, let key = SettingKey.all.first(where: { $0.name == name }) else { return }
            let value = SettingKey.written(key.elements(settings))
            problems.append(.conflict(key, value, source(name), rule))
        }
        demand(
            queue.deadAfter >= queue.heartbeat * 2,
            "queue.dead_after",
            "must be at least twice queue.heartbeat (\(DurationText.format(queue.heartbeat)))"
        )
        demand(
            queue.backoffMax >= queue.backoffBase,
            "queue.backoff_max",
            "must be at least queue.backoff_base (\(DurationText.format(queue.backoffBase)))"
        )
        demand(
            queue.maxBytes >= queue.maxBody,
            "queue.max_bytes",
            "must be at least queue.max_body (\(queue.maxBody))"
        )
        // Smaller credit could never be sent an article of the largest size: it would wait for ever.
        demand(
            worker.creditBytes >= queue.maxBody,
            "worker.credit_bytes",
            "must be at least queue.max_body (\(queue.maxBody))"
        )
        // With full hands a worker would end again and again; 128 MiB is several times what it needs to start.
        demand(
            worker.memoryLimit == ByteCount(0)
                || worker.memoryLimit >= ByteCount(worker.creditBytes.bytes + 128 << 20),
            "worker.memory_limit",
            "must be at least 128MiB more than worker.credit_bytes (\(worker.creditBytes)), or 0B for no limit"
        )
        demand(
            worker.reconnectMax >= worker.reconnectBase,
            "worker.reconnect_max",
            "must be at least worker.reconnect_base (\(DurationText.format(worker.reconnectBase)))"
        )
        demand(
            queue.secretKey.isEmpty || queue.secretKeyFile.isEmpty,
            "queue.secret_key_file",
            "is given beside queue.secret_key; give one of them"
        )
        demand(
            worker.secretKey.isEmpty || worker.secretKeyFile.isEmpty,
            "worker.secret_key_file",
            "is given beside worker.secret_key; give one of them"
        )
        return problems
    }
}
