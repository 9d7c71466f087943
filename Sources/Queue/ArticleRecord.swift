package import Wire

/// What the journal knows of an article beside its body: one row, which moves through the stages.
package struct ArticleRecord: Hashable, Sendable {
    /// Numbers articles in the order of their acceptance, from 1, without gaps.
    package typealias Sequence = Int

    package enum State: Int, Hashable, Sendable, CaseIterable {
        case pending, done, dead
    }

    package var sequence: Sequence
    package var id: ArticleID
    package var key: String?
    package var priority: Priority
    package var state: State
    /// The stage that has the article, or that gave it up; once done, the number of stages.
    package var stage: Int
    /// How often the article was given to a worker at this stage.
    package var attempts: Int
    /// The size of the body, in bytes.
    package var size: Int
    /// Milliseconds since 1970.
    package var acceptedAt: Int
    package var ending: Ending?
    /// Where it is a near duplicate: of what.
    package var original: ArticleID?

    package init(sequence: Sequence, id: ArticleID, key: String?, priority: Priority, size: Int, acceptedAt: Int) {
        self.sequence = sequence
        self.id = id
        self.key = key
        self.priority = priority
        self.size = size
        self.acceptedAt = acceptedAt
        state = .pending
        stage = 0
        attempts = 0
    }

    /// How an article left the pipeline.
    package struct Ending: Hashable, Sendable {
        /// Numbers endings in their order, from 1: the cursor of those who read results as they come.
        package var number: Int
        /// Milliseconds since 1970.
        package var at: Int
        /// Why it was given up; `nil` for an article that is done.
        package var failure: DeadLetterReason?

        package init(number: Int, at: Int, failure: DeadLetterReason?) {
            self.number = number
            self.at = at
            self.failure = failure
        }
    }
}

/// Why an article became a dead letter.
package struct DeadLetterReason: Hashable, Sendable {
    /// A stage's own code, or one of the queue's: `worker_lost`, `deadline`, `queue_lost`.
    package var code: String
    package var reason: String
    /// The last worker that held the article.
    package var worker: WorkerID?

    package init(code: String, reason: String, worker: WorkerID?) {
        self.code = code
        self.reason = reason
        self.worker = worker
    }
}
