internal import Foundation
internal import GRDB
internal import Queue
internal import Wire

/// An article's row, and the statements that write and read it.
enum ArticleRow {
    private static let columns = """
        sequence, id, key, priority, state, stage, attempts, size, accepted_at, ending, ended_at, code, reason, worker,
        original
        """

    private static let insert = "INSERT INTO articles (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    private static let update = """
        UPDATE articles SET state = ?, stage = ?, attempts = ?, size = ?, ending = ?, ended_at = ?, code = ?, reason = ?,
        worker = ? WHERE sequence = ?
        """

    private static let replaceBody = "INSERT OR REPLACE INTO bodies (sequence, body, sum) VALUES (?, ?, ?)"

    /// Writes the rows and bodies of a batch.
    static func write(_ batch: JournalBatch, _ db: Database) throws {
        let insert = try db.cachedStatement(sql: insert)
        // In order, so that rows go to the end of the table and not here and there.
        for (_, record) in batch.inserted.sorted(by: { $0.key < $1.key }) {
            try insert.execute(arguments: arguments(record))
        }
        let update = try db.cachedStatement(sql: update)
        for (sequence, change) in batch.updated.sorted(by: { $0.key < $1.key }) {
            try update.execute(arguments: arguments(sequence, change))
        }
        let body = try db.cachedStatement(sql: replaceBody)
        for (sequence, bytes) in batch.bodies.sorted(by: { $0.key < $1.key }) {
            try body.execute(arguments: [sequence, Data(bytes), Checksum.of(bytes)])
        }
        try SketchRow.write(batch, db)
        for sequence in batch.dropped {
            try db.cachedStatement(sql: "DELETE FROM articles WHERE sequence = ?").execute(arguments: [sequence])
            try db.cachedStatement(sql: "DELETE FROM bodies WHERE sequence = ?").execute(arguments: [sequence])
        }
    }

    private static func arguments(_ record: ArticleRecord) -> StatementArguments {
        let (ending, failure) = (record.ending, record.ending?.failure)
        return [
            record.sequence, Data(record.id.bytes), blob(record.key), record.priority.level, record.state.rawValue,
            record.stage, record.attempts, record.size, record.acceptedAt, ending?.number, ending?.at,
            blob(failure?.code), blob(failure?.reason), failure?.worker?.text, record.original.map { Data($0.bytes) },
        ]
    }

    private static func arguments(_ sequence: ArticleRecord.Sequence, _ update: ArticleUpdate) -> StatementArguments {
        let (ending, failure) = (update.ending, update.ending?.failure)
        return [
            update.state.rawValue, update.stage, update.attempts, update.size, ending?.number, ending?.at,
            blob(failure?.code), blob(failure?.reason), failure?.worker?.text, sequence,
        ]
    }

    private static func blob(_ text: String?) -> Data? { text.map { Data($0.utf8) } }

    private static func text(_ row: Row, _ index: Int) throws -> String? {
        try row.decode(Data?.self, atIndex: index).map { String(decoding: $0, as: UTF8.self) }
    }

    static func fetch(
        _ db: Database,
        where condition: String,
        _ arguments: StatementArguments = []
    ) throws -> [ArticleRecord] {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM articles WHERE \(condition)")
        var records: [ArticleRecord] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() { records.append(try record(row)) }
        return records
    }

    private static func record(_ row: Row) throws -> ArticleRecord {
        let sequence = try row.decode(Int.self, atIndex: 0)
        let id = try row.decode(Data.self, atIndex: 1)
        let priority = Priority(try row.decode(Int.self, atIndex: 3))
        let state = ArticleRecord.State(rawValue: try row.decode(Int.self, atIndex: 4))
        let stage = try row.decode(Int.self, atIndex: 5)
        guard id.count == 16, let priority, let state, stage >= 0 else {
            let message = "row \(sequence) of the table articles makes no sense"
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
        }
        var record = ArticleRecord(
            sequence: sequence,
            id: ArticleID(bytes: Array(id)),
            key: try text(row, 2),
            priority: priority,
            size: try row.decode(Int.self, atIndex: 7),
            acceptedAt: try row.decode(Int.self, atIndex: 8)
        )
        record.state = state
        record.stage = stage
        record.attempts = try row.decode(Int.self, atIndex: 6)
        record.ending = try ending(row)
        record.original = try row.decode(Data?.self, atIndex: 14).flatMap { bytes in
            bytes.count == 16 ? ArticleID(bytes: Array(bytes)) : nil
        }
        return record
    }

    private static func ending(_ row: Row) throws -> ArticleRecord.Ending? {
        guard let number = try row.decode(Int?.self, atIndex: 9) else { return nil }
        let worker = try row.decode(String?.self, atIndex: 13)
        let reason = try text(row, 12) ?? ""
        let failure = try text(row, 11).map { code in
            DeadLetterReason(code: code, reason: reason, worker: worker.flatMap { WorkerID($0) })
        }
        return ArticleRecord.Ending(number: number, at: try row.decode(Int?.self, atIndex: 10) ?? 0, failure: failure)
    }
}
