internal import GRDB
internal import Queue

/// The one row of the table `ledger`.
enum LedgerRow {
    private static let write = """
        UPDATE ledger SET accepted = ?, done = ?, dead = ?, dropped = ?, endings = ?, commits = commits + 1
        """

    /// - Throws: `DatabaseError` where the row is not there.
    static func fetch(_ db: Database) throws -> (generation: Int, ledger: JournalLedger) {
        let sql = "SELECT generation, accepted, done, dead, dropped, endings FROM ledger"
        guard let row = try Row.fetchOne(db, sql: sql) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the table ledger is empty")
        }
        var ledger = JournalLedger()
        ledger.accepted = try row.decode(Int.self, atIndex: 1)
        ledger.done = try row.decode(Int.self, atIndex: 2)
        ledger.dead = try row.decode(Int.self, atIndex: 3)
        ledger.dropped = try row.decode(Int.self, atIndex: 4)
        ledger.endings = try row.decode(Int.self, atIndex: 5)
        return (try row.decode(Int.self, atIndex: 0), ledger)
    }

    /// How many batches were ever committed.
    static func commits(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "SELECT commits FROM ledger") ?? 0 }

    static func update(_ ledger: JournalLedger, _ db: Database) throws {
        try db.cachedStatement(sql: write)
            .execute(arguments: [ledger.accepted, ledger.done, ledger.dead, ledger.dropped, ledger.endings])
    }
}
