internal import GRDB
internal import Queue

/// A count of all rows, taken slice by slice while the journal goes on being written.
///
/// Rows up to ``position`` are counted. A commit that changes one of them changes the count with it, so that in the end
/// the count is that of the rows as they are then, and not of a mixture of moments.
struct RunningCensus {
    private var position = 0
    private var counts: [ArticleRecord.State: Int] = [:]
    private var unknown = 0
    private var withoutBody = 0
    private var withoutRecord = 0

    /// Counts the rows of the next `length` sequence numbers.
    ///
    /// - Returns: The whole, once there are no more rows.
    mutating func advance(by length: Int, _ db: Database) throws -> JournalCensus? {
        let highest = try Self.highest(db)
        let (sum, overflow) = position.addingReportingOverflow(length)
        let end = overflow ? highest.any : min(sum, highest.any)
        try countStates(db, until: end)
        withoutBody += try Self.count(
            "articles LEFT JOIN bodies USING (sequence) WHERE bodies.sequence IS NULL AND articles.sequence",
            position,
            end,
            db
        )
        withoutRecord += try Self.count(
            "bodies LEFT JOIN articles USING (sequence) WHERE articles.sequence IS NULL AND bodies.sequence",
            position,
            end,
            db
        )
        position = max(position, end)
        return position >= highest.any ? try whole(highest.article, db) : nil
    }

    /// Takes into account what a batch is about to change in rows that have been counted. To be called in the batch's
    /// transaction, before its writes; of no effect on the count before the batch is on disk.
    func adjusted(for batch: JournalBatch, _ db: Database) throws -> RunningCensus {
        var census = self
        for (sequence, update) in batch.updated where sequence <= position {
            guard let old = try Self.state(sequence, db) else { continue }
            census.counts[old, default: 0] -= 1
            census.counts[update.state, default: 0] += 1
        }
        for sequence in batch.dropped where sequence <= position {
            guard let old = try Self.state(sequence, db) else { continue }
            census.counts[old, default: 0] -= 1
        }
        return census
    }

    private mutating func countStates(_ db: Database, until end: Int) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT state, COUNT(*) FROM articles NOT INDEXED WHERE sequence > ? AND sequence <= ? GROUP BY state
                """
        )
        for row in try Row.fetchAll(statement, arguments: [position, end]) {
            let count = try row.decode(Int.self, atIndex: 1)
            if let state = ArticleRecord.State(rawValue: try row.decode(Int.self, atIndex: 0)) {
                counts[state, default: 0] += count
            } else {
                unknown += count
            }
        }
    }

    private func whole(_ highestSequence: Int, _ db: Database) throws -> JournalCensus {
        var census = JournalCensus(ledger: try LedgerRow.fetch(db).ledger)
        census.pending = counts[.pending] ?? 0
        census.done = counts[.done] ?? 0
        census.dead = counts[.dead] ?? 0
        census.highestSequence = highestSequence
        census.withoutBody = withoutBody
        census.withoutRecord = withoutRecord
        if unknown > 0 { census.faults.append("\(unknown) rows in an unknown state") }
        return census
    }

    private static func state(_ sequence: Int, _ db: Database) throws -> ArticleRecord.State? {
        let statement = try db.cachedStatement(sql: "SELECT state FROM articles WHERE sequence = ?")
        return try Int.fetchOne(statement, arguments: [sequence]).flatMap { ArticleRecord.State(rawValue: $0) }
    }

    private static func count(_ rows: String, _ start: Int, _ end: Int, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT COUNT(*) FROM \(rows) BETWEEN ? AND ?")
        return try Int.fetchOne(statement, arguments: [start + 1, end]) ?? 0
    }

    private static func highest(_ db: Database) throws -> (article: Int, any: Int) {
        let article = try Int.fetchOne(db, sql: "SELECT MAX(sequence) FROM articles") ?? 0
        return (article, max(article, try Int.fetchOne(db, sql: "SELECT MAX(sequence) FROM bodies") ?? 0))
    }
}
