import Foundation
import GRDB
import Queue
import QueueSQLite
import TestSupport
import Testing
import Wire

/// Damage that SQLite does not notice.
struct JournalDamageTests {
    /// The files of a journal after twenty commits of one article each, all still in the log, as a kill leaves them.
    private static func killed() throws -> TemporaryDirectory {
        let (live, dead) = (try TemporaryDirectory(), try TemporaryDirectory())
        let journal = try SQLiteJournal(directory: live.url)
        _ = try journal.recover()
        for number in 1...20 {
            let write = (JournalWrite.insert(Rows.record(number)), Optional(Array("body \(number)".utf8)))
            try journal.commit(Rows.batch(Rows.ledger(accepted: number), [write]))
        }
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.witness"] {
            try FileManager.default.copyItem(at: live.url.appending(path: name), to: dead.url.appending(path: name))
        }
        return dead
    }

    private static func change(_ url: URL, _ body: (inout [UInt8]) -> Void) throws {
        var bytes = [UInt8](try Data(contentsOf: url))
        body(&bytes)
        try Data(bytes).write(to: url)
    }

    @Test func `what a kill leaves behind is whole`() throws {
        let directory = try Self.killed()
        let recovery = try SQLiteJournal(directory: directory.url).recover()
        #expect(recovery.ledger.accepted == 20)
    }

    @Test(arguments: Seeds.some(30))
    func `one bad bit in the log is noticed although SQLite takes it for the log's end`(seed: UInt64) throws {
        let directory = try Self.killed()
        var generator = SplitMix64(seed: seed)
        // The last twenty commits fill the end of the log: two pages and more each.
        try Self.change(directory.url.appending(path: "journal.sqlite-wal")) { bytes in
            let index = Int.random(in: bytes.count / 2..<bytes.count, using: &generator)
            bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .damaged)
        #expect(error?.reason.contains(/of 20 (is|are) lost/) == true, "\(String(describing: error))")
    }

    @Test(arguments: Seeds.some(10))
    func `a log that is cut or gone is noticed`(seed: UInt64) throws {
        let directory = try Self.killed()
        var generator = SplitMix64(seed: seed)
        try Self.change(directory.url.appending(path: "journal.sqlite-wal")) { bytes in
            bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
        }
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .damaged)
    }

    @Test func `a witness that is behind, new, or empty after a power cut is no reason to stop`() throws {
        for content in [Data(), Data(count: 24), nil] {
            let directory = try Self.killed()
            let witness = directory.url.appending(path: "journal.witness")
            if let content { try content.write(to: witness) } else { try FileManager.default.removeItem(at: witness) }
            #expect(try SQLiteJournal(directory: directory.url).recover().pending.count == 20)
        }
        // Behind: one of after the first commit, beside the journal of after the second.
        let directory = try TemporaryDirectory()
        let witness = directory.url.appending(path: "journal.witness")
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(1, journal)
        let early = try Data(contentsOf: witness)
        try journal.commit(Rows.batch(Rows.ledger(accepted: 2), [(.insert(Rows.record(2)), [1])]))
        try journal.close()
        #expect(try Data(contentsOf: witness) != early)
        try early.write(to: witness)
        #expect(try SQLiteJournal(directory: directory.url).recover().pending.count == 2)
    }

    @Test func `a witness that makes no sense is damage, and its file is named`() throws {
        let directory = try Self.killed()
        let witness = directory.url.appending(path: "journal.witness")
        try Self.change(witness) { $0[9] ^= 1 }
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .damaged)
        #expect(error?.path == witness.path)
    }

    @Test func `a body that is not what was written is never given out`() throws {
        let directory = try Self.killed()
        let file = directory.url.appending(path: "journal.sqlite").path
        let database = try DatabaseQueue(path: file)
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE bodies SET body = X'626F647920' WHERE sequence = 7")
            // As a version before sums would have written it.
            try db.execute(sql: "UPDATE bodies SET body = X'6F6C64', sum = NULL WHERE sequence = 8")
        }
        try database.close()
        let journal = try SQLiteJournal(directory: directory.url)
        #expect(try journal.body(6) == Array("body 6".utf8))
        let error = #expect(throws: JournalError.self) { try journal.body(7) }
        #expect(error?.code == .damaged)
        #expect(error?.reason.contains("article number 7 ") == true)
        #expect(try journal.body(8) == Array("old".utf8))
    }
}
