import Foundation
import GRDB
import JSON
import Queue
import QueueSQLite
import TestSupport
import Testing
import Wire

/// What only the journal in a file must do.
struct SQLiteJournalTests {
    let directory: TemporaryDirectory
    var file: URL { directory.url.appending(path: "journal.sqlite") }

    init() throws { directory = try TemporaryDirectory() }

    private func permissions(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    @Test func `every commit is an fsync of a write-ahead log`() throws {
        let journal = try SQLiteJournal(directory: directory.url)
        #expect(try journal.durability() == SQLiteJournal.Durability(synchronous: 2, journalMode: "wal"))
        try journal.close()
        let again = try SQLiteJournal(directory: directory.url)
        #expect(try again.durability() == SQLiteJournal.Durability(synchronous: 2, journalMode: "wal"))
    }

    @Test func `nobody but the owner can read it`() throws {
        let inner = directory.url.appending(path: "data")
        let journal = try SQLiteJournal(directory: inner)
        _ = try journal.recover()
        #expect(try permissions(inner) == 0o700)
        for name in ["journal.sqlite", "journal.sqlite-wal", "lock"] {
            #expect(try permissions(inner.appending(path: name)) == 0o600, "\(name)")
        }
    }

    @Test func `a second opener is told who has it, and harms nothing`() throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .inUse)
        #expect(error?.path == directory.url.path)
        let process = ProcessInfo.processInfo.processIdentifier
        #expect(error?.reason == "process \(process) uses this data directory; stop it, or name another with --data")
        try Rows.accept(1, journal)
        try journal.close()
        #expect(try SQLiteJournal(directory: directory.url).recover().pending.count == 1)
    }

    @Test(arguments: [100, 5_000, 100_000])
    func `a file that is no journal is damaged`(_ size: Int) throws {
        var generator = SplitMix64(seed: UInt64(size))
        let garbage = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        try Data(garbage).write(to: file)
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .damaged)
        #expect(error?.path == file.path)
    }

    @Test(arguments: Seeds.some(30))
    func `a journal cut short or overwritten is damaged, and never a crash`(seed: UInt64) throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(300, journal)
        try journal.close()
        var generator = SplitMix64(seed: seed)
        var bytes = Array(try Data(contentsOf: file))
        try #require(bytes.count > 20_000)
        if Bool.random(using: &generator) {
            bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
        } else {
            let start = Int.random(in: 0..<bytes.count - 4_096, using: &generator)
            for index in start..<start + 4_096 { bytes[index] = .random(in: .min ... .max, using: &generator) }
        }
        try Data(bytes).write(to: file)
        do {
            let journal = try SQLiteJournal(directory: directory.url)
            _ = try journal.recover()
            // Where it can be opened at all, the audit must notice, unless what was hit is not in use.
            for sequence in 1...300 { _ = try journal.body(sequence) }
            _ = try journal.census()
        } catch let error as JournalError {
            #expect(error.code == .damaged, "\(error)")
        }
    }

    @Test func `a row that makes no sense is damage`() throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(2, journal)
        try journal.close()
        for change in ["state = 7 WHERE sequence = 1", "priority = 10", "id = X'00'", "stage = -1"] {
            let update = "UPDATE articles SET \(change.contains("WHERE") ? change : change + " WHERE sequence = 2")"
            try Tampering.run(update, in: directory)
            let journal = try SQLiteJournal(directory: directory.url)
            let error = #expect(throws: JournalError.self) {
                _ = try journal.record(at: 1)
                _ = try journal.record(at: 2)
            }
            #expect(error?.code == .damaged)
            try journal.close()
        }
    }

    @Test func `a journal without its ledger is damaged`() throws {
        try SQLiteJournal(directory: directory.url).close()
        try Tampering.run("DELETE FROM ledger", in: directory)
        let journal = try SQLiteJournal(directory: directory.url)
        let error = #expect(throws: JournalError.self) { try journal.recover() }
        #expect(error?.code == .damaged)
    }

    @Test func `a journal of a later version is left alone`() throws {
        try SQLiteJournal(directory: directory.url).close()
        try Tampering.run("INSERT INTO grdb_migrations VALUES ('9: from the future')", in: directory)
        let error = #expect(throws: JournalError.self) { try SQLiteJournal(directory: directory.url) }
        #expect(error?.code == .newer)
    }

    @Test func `a commit that fails has changed nothing, and can be tried again`() throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(2, journal)
        let before = try journal.census()
        // The second insert offends: its sequence is taken.
        var twice = Rows.record(2)
        twice.id = Bench.id("another")
        let ledger = Rows.ledger(accepted: 4)
        let bad = Rows.batch(ledger, [(.insert(Rows.record(3)), [3]), (.insert(twice), [2])])
        #expect(throws: JournalError.self) { try journal.commit(bad) }
        #expect(try journal.census() == before)
        #expect(try journal.contains(Rows.record(3).id) == false)
        try journal.commit(Rows.batch(ledger, [(.insert(Rows.record(3)), [3]), (.insert(Rows.record(4)), [4])]))
        #expect(try journal.census().highestSequence == 4)
    }

    @Test(arguments: [
        (
            "DELETE FROM articles WHERE sequence = 2",
            [
                "done + dead + pending: 2 counted, 3 expected", "pending: 2 counted, 3 expected",
                "bodies without an article: 1 counted, 0 expected",
            ]
        ),
        (
            "DELETE FROM articles WHERE sequence = 3; DELETE FROM bodies WHERE sequence = 3",
            [
                "done + dead + pending: 2 counted, 3 expected", "pending: 2 counted, 3 expected",
                "the last sequence number: 2 counted, 3 expected",
            ]
        ),
        ("DELETE FROM bodies WHERE sequence = 1", ["articles without a body: 1 counted, 0 expected"]),
        (
            "UPDATE articles SET state = 1 WHERE sequence = 1",
            ["done: 1 counted, 0 expected", "pending: 2 counted, 3 expected"]
        ),
        (
            "UPDATE ledger SET accepted = 4",
            [
                "done + dead + pending: 3 counted, 4 expected", "pending: 3 counted, 4 expected",
                "the last sequence number: 3 counted, 4 expected",
            ]
        ),
    ])
    func `books that were tampered with do not balance`(_ sql: String, _ faults: [String]) throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(3, journal)
        #expect(Audit(try journal.census()).isBalanced)
        try journal.close()
        try Tampering.run(sql, in: directory)
        let audit = Audit(try SQLiteJournal(directory: directory.url).census())
        #expect(audit.faults == faults)
        #expect(audit.json["balanced"] == false)
    }

    @Test func `a full disk is said to be full, and nothing is lost`() throws {
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(1, journal)
        try journal.limit(pages: 40)
        let large = Rows.batch(
            Rows.ledger(accepted: 2),
            [(.insert(Rows.record(2)), [UInt8](repeating: 1, count: 1 << 20))]
        )
        let error = #expect(throws: JournalError.self) { try journal.commit(large) }
        #expect(error?.code == .diskFull)
        #expect(try journal.contains(Rows.record(2).id) == false)
        #expect(Audit(try journal.census()).isBalanced)
        try journal.limit(pages: 100_000)
        try journal.commit(large)
        #expect(Audit(try journal.census()).isBalanced)
        #expect(try journal.body(2)?.count == 1 << 20)
    }
}
