package import Wire

/// Where the queue keeps what it must not forget. One owner, one thread.
///
/// Every form must pass `JournalConformance`. A journal that throws from ``commit(_:)`` has changed nothing, and may be
/// tried again.
package protocol Journal: AnyObject {
    /// Begins a new generation and tells what was there before. Called once, first.
    func recover() throws -> JournalRecovery
    /// Makes all changes of a batch, or none. When it returns they survive the death of the process and of the machine.
    func commit(_ batch: JournalBatch) throws
    /// Whether there is an article of this id; cheaper than its record.
    func contains(_ id: ArticleID) throws -> Bool
    func record(_ id: ArticleID) throws -> ArticleRecord?
    func record(at sequence: ArticleRecord.Sequence) throws -> ArticleRecord?
    /// The article so far, or `nil` where there is no such article.
    func body(_ sequence: ArticleRecord.Sequence) throws -> [UInt8]?
    /// An original that is nearly the same as an article with this sketch. As fast however many articles there are.
    func original(near sketch: Sketch) throws -> ArticleID?
    /// Articles that ended in `state`, in the order in which they ended.
    func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) throws -> [ArticleRecord]
    /// Counts everything anew, row by row, beside the ledger that was kept on the way, and checks the store itself.
    func census() throws -> JournalCensus
    /// Counts some of the rows, and goes on with the next call; in between, batches may be committed.
    ///
    /// - Parameter rows: About how many: the less, the shorter the call.
    /// - Returns: The count of all rows as they are now, once it is complete. The store itself is not checked.
    func continueCensus(rows: Int) throws -> JournalCensus?
    func close() throws
}

extension Journal {
    /// Counts all at once: for a journal that has few rows.
    package func continueCensus(rows: Int) throws -> JournalCensus? { try census() }
}

/// An error of a journal that tells whether what it holds is damaged, so that nothing more of it can be trusted.
package protocol JournalFault: Error {
    var isDamage: Bool { get }
}

/// What a journal holds when the queue starts.
package struct JournalRecovery: Hashable, Sendable {
    /// How often the queue has started on this journal, this time included.
    package var generation: Int
    package var ledger: JournalLedger
    /// In the order of their sequence.
    package var pending: [PendingArticle]

    package init(generation: Int, ledger: JournalLedger, pending: [PendingArticle]) {
        self.generation = generation
        self.ledger = ledger
        self.pending = pending
    }
}

/// Totals kept beside the rows, changed in the same transactions: the second entry of the double-entry books.
package struct JournalLedger: Hashable, Sendable {
    /// Articles ever accepted; also the last sequence number given.
    package var accepted = 0
    package var done = 0
    package var dead = 0
    /// Dead letters that an operator has dropped.
    package var dropped = 0
    /// Endings ever; also the last ending number given.
    package var endings = 0

    package init() {}

    package var pending: Int { accepted - done - dead - dropped }
}

/// What a count of all rows finds.
package struct JournalCensus: Hashable, Sendable {
    package var ledger: JournalLedger
    package var pending = 0
    package var done = 0
    package var dead = 0
    /// The highest sequence number in any row, or 0.
    package var highestSequence = 0
    /// Rows without a body.
    package var withoutBody = 0
    /// Bodies without a row.
    package var withoutRecord = 0
    /// What the store's own check of its files found wrong; empty where all is well.
    package var faults: [String] = []

    package init(ledger: JournalLedger) { self.ledger = ledger }
}

/// Changes that belong together. Of several changes to one article the last counts, so each costs one write.
package struct JournalBatch: Sendable {
    package private(set) var inserted: [ArticleRecord.Sequence: ArticleRecord] = [:]
    package private(set) var updated: [ArticleRecord.Sequence: ArticleUpdate] = [:]
    package private(set) var bodies: [ArticleRecord.Sequence: [UInt8]] = [:]
    /// What is now known of kinship.
    package private(set) var kinships: [ArticleRecord.Sequence: Kinship] = [:]
    /// Dead letters to forget, body and all.
    package private(set) var dropped: Set<ArticleRecord.Sequence> = []
    package private(set) var ledger: JournalLedger

    package init(ledger: JournalLedger) { self.ledger = ledger }

    package var isEmpty: Bool {
        inserted.isEmpty && updated.isEmpty && dropped.isEmpty && kinships.isEmpty
    }

    package mutating func add(_ write: JournalWrite, body: [UInt8]?, ledger: JournalLedger) {
        switch write {
        case .insert(let record):
            inserted[record.sequence] = record
        case .update(let sequence, let update, _):
            if var record = inserted[sequence] {
                update.apply(to: &record)
                inserted[sequence] = record
            } else {
                updated[sequence] = update
            }
        case .kinship(let sequence, let kinship): kinships[sequence] = kinship
        case .drop(let sequence):
            inserted[sequence] = nil
            updated[sequence] = nil
            bodies[sequence] = nil
            kinships[sequence] = nil
            dropped.insert(sequence)
        }
        if let body, let sequence = write.sequenceOfNewBody { bodies[sequence] = body }
        self.ledger = ledger
    }
}

/// One change that the queue's rules ask for.
package enum JournalWrite: Hashable, Sendable {
    /// A new article, whose body is that of the message being handled.
    case insert(ArticleRecord)
    /// A step of an article; `takesBody` where the body of the message being handled replaces the old one.
    case update(ArticleRecord.Sequence, ArticleUpdate, takesBody: Bool)
    /// What a sketch has shown. Each article has at most one, for ever.
    case kinship(ArticleRecord.Sequence, Kinship)
    case drop(ArticleRecord.Sequence)

    var sequenceOfNewBody: ArticleRecord.Sequence? {
        switch self {
        case .insert(let record): record.sequence
        case .update(let sequence, _, takesBody: true): sequence
        case .update, .kinship, .drop: nil
        }
    }
}

/// The part of a record that changes on the way.
package struct ArticleUpdate: Hashable, Sendable {
    package var state: ArticleRecord.State
    package var stage: Int
    package var attempts: Int
    package var size: Int
    package var ending: ArticleRecord.Ending?

    package init(
        state: ArticleRecord.State,
        stage: Int,
        attempts: Int,
        size: Int,
        ending: ArticleRecord.Ending? = nil
    ) {
        self.state = state
        self.stage = stage
        self.attempts = attempts
        self.size = size
        self.ending = ending
    }

    package func apply(to record: inout ArticleRecord) {
        record.state = state
        record.stage = stage
        record.attempts = attempts
        record.size = size
        record.ending = ending
    }
}
