package import Wire

/// The numbers that govern the queue. All have sound defaults (docs/configuration.md).
package struct QueueRules: Hashable, Sendable {
    /// The stages, first to last; at least one, each named once.
    package var stages: [StageName]
    package var heartbeat: Duration = .milliseconds(500)
    /// A worker that has been silent for so long is taken for dead.
    package var dead: Duration = .milliseconds(1_500)
    /// A task unanswered for so long goes to another worker; tasks that wait in a worker's hands have theirs from its
    /// last answer.
    package var taskDeadline: Duration = .seconds(60)
    /// How often an article is tried at one stage, crashes included.
    package var maximumAttempts: Int = 3
    /// The first pause before another try; it doubles with each try (exponential backoff with full jitter).
    package var backoff: Duration = .milliseconds(200)
    package var maximumBackoff: Duration = .seconds(30)
    /// In bytes, for one article at any stage.
    package var maximumBody: Int = 8 << 20
    /// How many articles may be pending.
    package var maximumArticles: Int = 10_000_000
    /// How many bytes of articles may be pending.
    package var maximumBytes: Int = 64 << 30
    /// How many workers may be there at once.
    package var maximumWorkers: Int = 4_096
    /// The most tasks that one worker is given at once, whatever credit it claims: a page of 4 KB each is 16 MB then.
    package var maximumCreditTasks: Int = 4_096
    /// The most bytes that one worker is given at once, whatever credit it claims; or one article of the largest size,
    /// where that is more. Four times the default credit.
    package var maximumCreditBytes: Int = 256 << 20
    /// How many tasks a worker is given before it has answered any. Then its pace decides, within its credit.
    package var firstWindow: Int = 2
    /// What a client is told to wait when the queue is full.
    package var busyRetry: Duration = .milliseconds(500)

    /// The deadline that workers are told: a little sooner, so that a worker that hangs is the first to notice. It says
    /// which task is to blame, where the queue could only suspect all that the worker holds.
    package var deadlineForWorkers: Duration { taskDeadline - min(taskDeadline / 10, .seconds(1)) }

    /// - Precondition: There is at least one stage, and none twice.
    package init(stages: [StageName]) {
        precondition(!stages.isEmpty && Set(stages).count == stages.count, "stages must be there, each once: \(stages)")
        self.stages = stages
    }
    /// As much of a worker's credit as the queue makes use of. What it sends waits in memory until the worker reads it.
    func capped(_ credit: Credit) -> Credit {
        let bytes = max(maximumCreditBytes, maximumBody)
        return Credit(tasks: min(credit.tasks, maximumCreditTasks), bytes: min(credit.bytes, bytes))
    }
}
