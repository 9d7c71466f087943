internal import Foundation
internal import GRDB
package import Queue
package import Wire

extension SQLiteJournal {
    package func contains(_ id: ArticleID) throws -> Bool {
        try perform { db in
            let statement = try db.cachedStatement(sql: "SELECT 1 FROM articles WHERE id = ?")
            return try Int.fetchOne(statement, arguments: [Data(id.bytes)]) != nil
        }
    }

    package func record(_ id: ArticleID) throws -> ArticleRecord? {
        try perform { db in try ArticleRow.fetch(db, where: "id = ?", [Data(id.bytes)]).first }
    }

    package func record(at sequence: ArticleRecord.Sequence) throws -> ArticleRecord? {
        try perform { db in try ArticleRow.fetch(db, where: "sequence = ?", [sequence]).first }
    }

    package func body(_ sequence: ArticleRecord.Sequence) throws -> [UInt8]? {
        try perform { db in
            let statement = try db.cachedStatement(sql: "SELECT body, sum FROM bodies WHERE sequence = ?")
            guard let row = try Row.fetchOne(statement, arguments: [sequence]) else { return nil }
            let body = [UInt8](try row.decode(Data.self, atIndex: 0))
            if let sum = try row.decode(Int64?.self, atIndex: 1), sum != Checksum.of(body) {
                let message = "the body of article number \(sequence) is not what was written"
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
            }
            return body
        }
    }

    package func original(near sketch: Sketch) throws -> ArticleID? {
        try perform { db in try SketchRow.original(near: sketch, db) }
    }

    package func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) throws -> [ArticleRecord] {
        try perform { db in
            let condition = "state = ? AND ending > ? ORDER BY ending LIMIT ?"
            return try ArticleRow.fetch(db, where: condition, [state.rawValue, number, limit])
        }
    }

    package func census() throws -> JournalCensus {
        try perform { db in
            var running = RunningCensus()
            while true {
                guard var census = try running.advance(by: .max, db) else { continue }
                census.faults += try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
                return census
            }
        }
    }

    package func continueCensus(rows: Int) throws -> JournalCensus? {
        var running = runningCensus ?? RunningCensus()
        runningCensus = nil
        let census = try perform { db in try running.advance(by: rows, db) }
        if census == nil { runningCensus = running }
        return census
    }
}
