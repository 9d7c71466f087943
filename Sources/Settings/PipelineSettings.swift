/// What `standpoint up` and `standpoint run` start. Ranges and meanings stand in the key table, `SettingKey.all`.
package struct PipelineSettings: Sendable, Equatable {
    package var workers = WorkerCounts()
    /// Files of known targets; empty where the built-in ones do.
    package var targets: [String] = []

    package init() {}
}

/// How many processes of each worker executable run.
package struct WorkerCounts: Sendable, Equatable {
    package var ingest = 1
    package var segment = 1
    package var stance = 2

    package init() {}
}
