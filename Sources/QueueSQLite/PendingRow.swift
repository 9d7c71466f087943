internal import GRDB
internal import Queue
internal import Wire

/// Reads what a starting queue needs to know of a million articles, within a second.
enum PendingRow {
    /// Where at least one article in so many has not ended, reading the table from end to end is faster than looking up
    /// each of them by the index of those that have not.
    private static let scanFraction = 8

    /// All articles that have not ended, in the order of their sequence.
    ///
    /// - Throws: `DatabaseError` where a row makes no sense.
    static func fetchAll(_ db: Database, _ ledger: JournalLedger) throws -> [PendingArticle] {
        let kept = ledger.accepted - ledger.dropped
        let table = ledger.pending > kept / scanFraction ? "articles NOT INDEXED" : "articles"
        let statement = try db.makeStatement(
            sql: """
                SELECT sequence, id, priority, stage, attempts, size, original FROM \(table) WHERE state = 0 ORDER BY sequence
                """
        )
        var articles: [PendingArticle] = []
        // What the ledger says may be wrong, and is checked by others; it must not size memory without a bound.
        articles.reserveCapacity(min(max(0, ledger.pending), 1 << 20))
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() { articles.append(try article(row)) }
        return articles
    }

    private static func article(_ row: Row) throws -> PendingArticle {
        let sequence = try row.decode(Int.self, atIndex: 0)
        let id = try row.withUnsafeData(atIndex: 1) { data in
            data.flatMap { $0.count == 16 ? ArticleID(bytes: Array($0)) : nil }
        }
        let priority = Priority(try row.decode(Int.self, atIndex: 2))
        let stage = try row.decode(Int.self, atIndex: 3)
        guard let id, let priority, stage >= 0 else {
            let message = "row \(sequence) of the table articles makes no sense"
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
        }
        return PendingArticle(
            sequence: sequence,
            id: id,
            priority: priority,
            stage: stage,
            attempts: try row.decode(Int.self, atIndex: 4),
            size: try row.decode(Int.self, atIndex: 5),
            original: try row.withUnsafeData(atIndex: 6) { data in
                data.flatMap { $0.count == 16 ? ArticleID(bytes: Array($0)) : nil }
            }
        )
    }
}
