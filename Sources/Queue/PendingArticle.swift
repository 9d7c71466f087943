package import Wire

/// An article that has not ended, as a starting queue reads it from the journal: what is small, and no more.
package struct PendingArticle: Hashable, Sendable {
    package var sequence: ArticleRecord.Sequence
    package var id: ArticleID
    package var priority: Priority
    package var stage: Int
    package var attempts: Int
    /// The size of the body, in bytes.
    package var size: Int
    /// Where it is a near duplicate: of what.
    package var original: ArticleID?

    package init(
        sequence: ArticleRecord.Sequence,
        id: ArticleID,
        priority: Priority,
        stage: Int,
        attempts: Int,
        size: Int,
        original: ArticleID? = nil
    ) {
        self.sequence = sequence
        self.id = id
        self.priority = priority
        self.stage = stage
        self.attempts = attempts
        self.size = size
        self.original = original
    }

    package init(_ record: ArticleRecord) {
        self.init(
            sequence: record.sequence,
            id: record.id,
            priority: record.priority,
            stage: record.stage,
            attempts: record.attempts,
            size: record.size,
            original: record.original
        )
    }
}

extension QueueState {
    /// What is kept in memory of an article that has not ended: 24 bytes, so that a million of them, with the tables
    /// around them, take some 80 MB. The body stays in the journal.
    struct Pending {
        let id: ArticleID
        private var storedSize: UInt32
        private var storedStage: UInt8
        private var storedAttempts: UInt8
        private let storedPriority: UInt8

        init(_ article: PendingArticle) {
            id = article.id
            storedSize = UInt32(clamping: article.size)
            storedStage = UInt8(clamping: article.stage)
            storedAttempts = UInt8(clamping: article.attempts)
            storedPriority = UInt8(article.priority.level)
        }

        var priority: Priority { Priority(Int(storedPriority)) ?? .normal }

        /// At most 1 GiB, the largest that `queue.max_body` can be.
        var size: Int {
            get { Int(storedSize) }
            set { storedSize = UInt32(clamping: newValue) }
        }

        /// One of at most 16.
        var stage: Int {
            get { Int(storedStage) }
            set { storedStage = UInt8(clamping: newValue) }
        }

        /// At most 100, the most that `queue.max_attempts` can be.
        var attempts: Int {
            get { Int(storedAttempts) }
            set { storedAttempts = UInt8(clamping: newValue) }
        }
    }
}
