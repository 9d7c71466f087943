internal import GRDB

extension SQLiteJournal {
    /// How well SQLite was told to keep commits, read back from it.
    package struct Durability: Hashable, Sendable {
        /// 2 is FULL: an fsync before each commit returns.
        package var synchronous: Int
        package var journalMode: String

        package init(synchronous: Int, journalMode: String) {
            self.synchronous = synchronous
            self.journalMode = journalMode
        }
    }

    /// - Throws: ``JournalError``.
    package func durability() throws -> Durability {
        try perform { db in
            Durability(
                synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            )
        }
    }

    /// Bounds the main file; beyond, commits fail as on a full disk. Holds until the journal is closed.
    package func limit(pages: Int) throws {
        try perform { db in try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
}
