package import Foundation
internal import GRDB
package import Queue
internal import Wire

/// The journal in an SQLite file: one connection, write-ahead log, an fsync before each commit returns.
///
/// `synchronous` is FULL: GRDB sets NORMAL after its `prepareDatabase`, under which a commit survives the process but
/// not a power cut, so it is set after opening and read back. There is one connection, so the WAL-reset bug of SQLite
/// before 3.51.3, which needs two, can't strike. All methods throw ``JournalError``.
package final class SQLiteJournal: Journal {
    private let database: DatabaseQueue
    private let lock: JournalLock
    private let path: String
    /// The count that is under way, where there is one.
    var runningCensus: RunningCensus?
    private let witness: JournalWitness
    private var commits = 0

    /// The size of a page, in bytes. A page costs two system calls in the log and one at a checkpoint, whatever its size,
    /// and a group commit writes many bodies that lie side by side. Against SQLite's default of 4 KiB it makes the queue
    /// 1.18 times as fast (`make bench`, the median of three pairs of runs in turn; 0.99 to 1.38 on a noisy machine).
    private static let pageBytes = 32_768

    /// The size of the write-ahead log at which its pages go back to the main file: 64 MiB. At SQLite's default, 4 MiB, a
    /// busy queue would do so several times a second.
    private static let checkpointPages = (64 << 20) / pageBytes

    /// The page cache, in KiB: SQLite's default, 2 MB, is less than one busy group commit, so that dirty pages would be
    /// written early, and again, and the index of ids read back from the file.
    private static let cacheKibibytes = 65_536

    /// Opens the journal in `directory`, making both where they do not exist, readable by their owner only.
    ///
    /// - Throws: ``JournalError`` where another process has it, or the file is damaged or of a later version.
    package init(directory: URL) throws {
        lock = try JournalLock(directory: directory)
        let path = directory.appending(path: "journal.sqlite").path
        self.path = path
        try PrivateFile.make(path)
        witness = try JournalWitness(directory: directory)
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.label = "journal"
            // Has an effect on an empty file only, and before it has a write-ahead log.
            configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA page_size = \(Self.pageBytes)") }
            database = try DatabaseQueue(path: path, configuration: configuration)
            try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(Self.cacheKibibytes)")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointPages)")
                let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
                guard level == 2 else {
                    throw JournalError(code: .unsafe, path: path, reason: "synchronous is \(level ?? -1), not 2 (FULL)")
                }
            }
            let migrator = JournalSchema.migrator
            guard try !database.read(migrator.hasBeenSuperseded) else {
                let reason = "a later version of this program wrote the file; use that version, or another directory"
                throw JournalError(code: .newer, path: path, reason: reason)
            }
            try migrator.migrate(database)
            commits = try database.read(LedgerRow.commits)
            try witness.check(commits, journal: path)
        } catch let error as DatabaseError {
            throw JournalError(error, path: path)
        } catch let error as RowDecodingError {
            // Such as of the table of migrations, in a file that was cut.
            throw JournalError(code: .damaged, path: path, reason: "a row makes no sense: \(error)")
        }
    }

    package func recover() throws -> JournalRecovery {
        let recovery = try perform { db in
            var recovery: JournalRecovery?
            try db.inTransaction {
                try db.execute(sql: "UPDATE ledger SET generation = generation + 1")
                let (generation, ledger) = try LedgerRow.fetch(db)
                let pending = try PendingRow.fetchAll(db, ledger)
                recovery = JournalRecovery(generation: generation, ledger: ledger, pending: pending)
                return .commit
            }
            return recovery
        }
        guard let recovery else {
            throw JournalError(code: .inaccessible, path: path, reason: "can't begin a generation")
        }
        return recovery
    }

    package func commit(_ batch: JournalBatch) throws {
        guard !batch.isEmpty else { return }
        runningCensus = try perform { db in
            var census: RunningCensus?
            try db.inTransaction {
                census = try runningCensus?.adjusted(for: batch, db)
                try ArticleRow.write(batch, db)
                try LedgerRow.update(batch.ledger, db)
                return .commit
            }
            return census
        }
        commits += 1
        witness.note(commits)
    }

    package func close() throws {
        do { try database.close() } catch let error as DatabaseError { throw JournalError(error, path: path) }
        lock.release()
    }

    /// Runs statements on the one connection. - Throws: ``JournalError``.
    func perform<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try database.writeWithoutTransaction(body) } catch let error as DatabaseError {
            throw JournalError(error, path: path)
        } catch let error as RowDecodingError {
            throw JournalError(code: .damaged, path: path, reason: "a row makes no sense: \(error)")
        }
    }
}
