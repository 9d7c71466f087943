import Queue
import QueueSQLite
import TestSupport
import Testing

/// The count of the books that goes on while the books are written.
struct CensusTests {
    @Test(arguments: JournalForm.allCases, Seeds.some(20))
    func `a count in slices ends as a count of the whole, whatever was committed in between`(
        _ form: JournalForm,
        seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        var ledger = JournalLedger()
        var pending: [Int] = []
        var dead: [Int] = []
        func change() throws {
            var writes: [(JournalWrite, [UInt8]?)] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                switch Int.random(in: 0..<10, using: &generator) {
                case 0..<4:
                    ledger.accepted += 1
                    writes.append((.insert(Rows.record(ledger.accepted)), [1]))
                    pending.append(ledger.accepted)
                case 4..<6 where !pending.isEmpty:
                    let sequence = pending.remove(at: Int.random(in: pending.indices, using: &generator))
                    ledger.endings += 1
                    ledger.done += 1
                    writes.append((.update(sequence, Rows.ended(.done, ledger.endings), takesBody: true), [2]))
                case 6..<8 where !pending.isEmpty:
                    let sequence = pending.remove(at: Int.random(in: pending.indices, using: &generator))
                    ledger.endings += 1
                    ledger.dead += 1
                    let reason = DeadLetterReason(code: "c", reason: "r", worker: nil)
                    writes.append((.update(sequence, Rows.ended(.dead, ledger.endings, reason), takesBody: false), nil))
                    dead.append(sequence)
                case 8 where !dead.isEmpty:
                    let sequence = dead.remove(at: Int.random(in: dead.indices, using: &generator))
                    ledger.dead -= 1
                    writes.append((.update(sequence, Rows.pending(0, attempts: 0), takesBody: false), nil))
                    pending.append(sequence)
                case 9 where !dead.isEmpty:
                    let sequence = dead.remove(at: Int.random(in: dead.indices, using: &generator))
                    ledger.dead -= 1
                    ledger.dropped += 1
                    writes.append((.drop(sequence), nil))
                default: break
                }
            }
            try journal.commit(Rows.batch(ledger, writes))
        }
        for _ in 0..<10 { try change() }
        for _ in 0..<3 {
            var slices = 0
            var census: JournalCensus?
            while census == nil {
                slices += 1
                try #require(slices < 1_000)
                try change()
                census = try journal.continueCensus(rows: 7)
            }
            #expect(census == (try journal.census()))
            #expect(Audit(try #require(census)).faults == [])
            if form == .sqlite { #expect(slices > 1) }
        }
    }

    @Test func `a commit that fails in the middle of a count leaves the count as it was`() throws {
        let directory = try TemporaryDirectory()
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(10, journal)
        #expect(try journal.continueCensus(rows: 5) == nil)
        // The update is of a row that has been counted; the insert offends, for its number is taken.
        var twice = Rows.record(9)
        twice.id = Bench.id("another")
        let ledger = Rows.ledger(accepted: 11, done: 1, endings: 1)
        let bad = Rows.batch(ledger, [(.update(2, Rows.ended(.done, 1), takesBody: true), [1]), (.insert(twice), [2])])
        #expect(throws: JournalError.self) { try journal.commit(bad) }
        #expect(try journal.continueCensus(rows: 5) == journal.census())
    }

    @Test(arguments: [
        ("DELETE FROM bodies WHERE sequence = 3", "articles without a body: 1 counted, 0 expected"),
        ("UPDATE ledger SET done = 1", "done: 0 counted, 1 expected"),
        ("INSERT INTO bodies (sequence, body) VALUES (99, x'00')", "bodies without an article: 1 counted, 0 expected"),
    ])
    func `a count in slices finds what is wrong`(_ sql: String, _ fault: String) throws {
        let directory = try TemporaryDirectory()
        let journal = try SQLiteJournal(directory: directory.url)
        _ = try journal.recover()
        try Rows.accept(10, journal)
        try journal.close()
        try Tampering.run(sql, in: directory)
        let again = try SQLiteJournal(directory: directory.url)
        var census: JournalCensus?
        while census == nil { census = try again.continueCensus(rows: 4) }
        #expect(Audit(try #require(census)).faults.contains(fault))
    }
}
