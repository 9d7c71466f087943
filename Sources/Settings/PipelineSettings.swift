/// What `standpoint up` and `standpoint run` start. Ranges and meanings stand in the key table, `SettingKey.all`.
package struct PipelineSettings: Sendable, Equatable {
    package var workers = WorkerCounts()
    /// Files of known targets; empty where the built-in ones do.
    package var targets: [String] = []
    package var nearDuplicates = NearDuplicates.mark

    package init() {}
}

/// What is done about articles that are nearly the same as one of before.
package enum NearDuplicates: String, Sendable, CaseIterable {
    /// They are marked, and scored as all are.
    case mark
    /// They are marked, and not scored.
    case skip
    /// They are not looked for.
    case off
}

/// How many processes of each worker executable run.
package struct WorkerCounts: Sendable, Equatable {
    package var ingest = 1
    package var segment = 1
    package var stance = 2

    package init() {}
}
