package import JSON

/// The first frame of every message, as a type for each kind (docs/protocol.md has the table).
package enum Header: Hashable, Sendable {
    case hello(Hello)
    case welcome(Welcome)
    case task(TaskOffer)
    /// The sketch is of the article that is the body, where the stage makes one.
    case done(LeaseID, sketch: Sketch? = nil)
    case fail(Failure)
    case ping(Int)
    case pong(Int)
    case drain
    case bye
    case submit(Submit)
    case accepted(Accepted)
    case busy(n: Int, retry: Duration)
    case query(Query)
    case answer(n: Int, cursor: String?)
    case refused(Refusal)

    /// The largest header, in bytes.
    package static let maximumSize = 16 * 1024
    /// The version of the protocol that this code speaks.
    package static let version = 1
    /// The largest number that every JSON library can hold.
    package static let maximumNumber = 1 << 53 - 1
}

/// A worker introduces itself.
package struct Hello: Hashable, Sendable {
    package var worker: WorkerID
    package var stage: StageName
    /// Such as `standpoint 0.1.0`.
    package var software: String
    package var model: String?
    package var credit: Credit
    /// How many tasks it works on at once.
    package var slots: Int

    package init(
        worker: WorkerID,
        stage: StageName,
        software: String,
        model: String?,
        credit: Credit,
        slots: Int = 1
    ) {
        self.worker = worker
        self.stage = stage
        self.software = software
        self.model = model
        self.credit = credit
        self.slots = slots
    }
}

/// How much unanswered work a worker is willing to hold.
package struct Credit: Hashable, Sendable {
    package var tasks: Int
    package var bytes: Int

    package init(tasks: Int, bytes: Int) {
        self.tasks = tasks
        self.bytes = bytes
    }
}

/// The queue takes a worker on, and says what it expects.
package struct Welcome: Hashable, Sendable {
    package var heartbeat: Duration
    package var dead: Duration
    /// The largest body, in bytes.
    package var maximumBody: Int

    package init(heartbeat: Duration, dead: Duration, maximumBody: Int) {
        self.heartbeat = heartbeat
        self.dead = dead
        self.maximumBody = maximumBody
    }
}

/// One article for one worker; the body is the article so far.
package struct TaskOffer: Hashable, Sendable {
    package var lease: LeaseID
    package var article: ArticleID
    package var stage: StageName
    /// From 1.
    package var attempt: Int
    package var deadline: Duration
    /// W3C Trace Context, passed on as it came.
    package var traceparent: String?
    /// An article of before that is nearly the same.
    package var nearDuplicateOf: ArticleID?

    package init(lease: LeaseID, article: ArticleID, stage: StageName, attempt: Int, deadline: Duration) {
        self.lease = lease
        self.article = article
        self.stage = stage
        self.attempt = attempt
        self.deadline = deadline
    }
}

/// A worker gives a task back undone.
package struct Failure: Hashable, Sendable {
    package var lease: LeaseID
    package var code: String
    package var reason: String
    /// Whether another try might succeed.
    package var retry: Bool
    /// Whether the task has ended its worker's process, and must be the only one in the hands of the next.
    package var alone: Bool

    package init(lease: LeaseID, code: String, reason: String, retry: Bool, alone: Bool = false) {
        self.lease = lease
        self.code = code
        self.reason = reason
        self.retry = retry
        self.alone = alone
    }
}

/// A client hands an article in; the body is the submission.
package struct Submit: Hashable, Sendable {
    /// Echoed in the answer.
    package var n: Int
    package var key: String?
    package var priority: Priority

    package init(n: Int, key: String?, priority: Priority = .normal) {
        self.n = n
        self.key = key
        self.priority = priority
    }
}

/// 0 to 9; the higher is served first.
package struct Priority: Hashable, Sendable, Comparable {
    package let level: Int
    package static let normal = Priority(level: 5)
    package static let levels = 0..<10

    private init(level: Int) { self.level = level }

    /// `nil` where the number is out of range.
    package init?(_ level: Int) {
        guard Self.levels.contains(level) else { return nil }
        self.level = level
    }

    package static func < (left: Self, right: Self) -> Bool { left.level < right.level }
}

/// The article is on disk.
package struct Accepted: Hashable, Sendable {
    package var n: Int
    package var article: ArticleID
    /// Whether it was there before.
    package var duplicate: Bool

    package init(n: Int, article: ArticleID, duplicate: Bool) {
        self.n = n
        self.article = article
        self.duplicate = duplicate
    }
}

/// A client asks something.
package struct Query: Hashable, Sendable {
    package enum What: String, Hashable, Sendable, CaseIterable {
        case status, results, article, dead, retry, drop, audit
    }

    package var n: Int
    package var what: What
    /// Where an earlier answer left off.
    package var cursor: String?
    /// The members of the header that belong to the question, such as `article`.
    package var parameters: JSONObject

    package init(n: Int, what: What, cursor: String? = nil, parameters: JSONObject = [:]) {
        self.n = n
        self.what = what
        self.cursor = cursor
        self.parameters = parameters
    }
}

/// What came can't be taken.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    package var n: Int?
    /// A short name, such as `unknown_worker` or `bad_header`.
    package var code: String
    package var reason: String

    package init(n: Int? = nil, code: String, reason: String) {
        self.n = n
        self.code = code
        self.reason = reason
    }

    package var description: String { "\(code): \(reason)" }

    /// The sender must say `hello` (again).
    package static let unknownWorker = "unknown_worker"
    /// The sender's role does not include this.
    package static let notAllowed = "not_allowed"

    /// Whether the queue will have nothing more to do with the worker that it said this to, as things are.
    package var endsSession: Bool {
        [
            Self.unknownWorker, Self.notAllowed, "unknown_stage", "credit_too_small", "draining", "too_many_workers",
        ].contains(code)
    }
}
