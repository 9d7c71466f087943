import Queue
import Testing
import Wire

/// What every journal must do.
@Suite struct JournalConformanceTests {
    @Test(arguments: JournalForm.allCases)
    func `a new journal is empty and begins generation 1`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        #expect(try journal.recover() == JournalRecovery(generation: 1, ledger: JournalLedger(), pending: []))
        #expect(try journal.census() == JournalCensus(ledger: JournalLedger()))
        #expect(try journal.ended(.done, after: 0, limit: 10) == [])
        #expect(try journal.contains(Bench.id("x")) == false)
        #expect(try journal.record(Bench.id("x")) == nil)
        #expect(try journal.record(at: 1) == nil)
        #expect(try journal.body(1) == nil)
    }

    @Test(arguments: JournalForm.allCases)
    func `each opening is a generation, and keeps what was committed`(_ form: JournalForm) throws {
        let box = try JournalBox(form)
        #expect(try box.journal.recover().generation == 1)
        try Rows.accept(3, box.journal)
        let done = Rows.ended(.done, 1)
        try box.journal.commit(
            Rows.batch(Rows.ledger(accepted: 3, done: 1, endings: 1), [(.update(2, done, takesBody: true), [7])])
        )
        for generation in 2...4 {
            try box.reopen()
            let recovery = try box.journal.recover()
            #expect(recovery.generation == generation)
            #expect(recovery.ledger == Rows.ledger(accepted: 3, done: 1, endings: 1))
            #expect(recovery.pending == [1, 3].map { PendingArticle(Rows.record($0)) })
            #expect(try box.journal.body(2) == [7])
            #expect(try box.journal.body(3) == Array("n3".utf8))
        }
    }

    @Test(arguments: JournalForm.allCases)
    func `a record keeps every part`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        var record = Rows.record(1, key: "clé \u{0} 👍")
        record.stage = 2
        record.attempts = 3
        try journal.commit(Rows.batch(Rows.ledger(accepted: 1), [(.insert(record), [])]))
        #expect(try journal.record(record.id) == record)
        #expect(try journal.record(at: 1) == record)
        #expect(try journal.contains(record.id))
        #expect(try journal.body(1) == [])
        let reason = DeadLetterReason(code: "c", reason: "line\n\u{0}", worker: Bench.worker("w"))
        let update = Rows.ended(.dead, 9, reason)
        try journal.commit(
            Rows.batch(Rows.ledger(accepted: 1, dead: 1, endings: 9), [(.update(1, update, takesBody: false), nil)])
        )
        update.apply(to: &record)
        #expect(try journal.record(record.id) == record)
        let again = Rows.pending(1, attempts: 0)
        try journal.commit(
            Rows.batch(Rows.ledger(accepted: 1, endings: 9), [(.update(1, again, takesBody: false), nil)])
        )
        #expect(try journal.record(at: 1)?.ending == nil)
        #expect(try journal.record(at: 1)?.state == .pending)
    }

    @Test(arguments: JournalForm.allCases)
    func `of several changes in one batch the last counts`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        let writes: [(JournalWrite, [UInt8]?)] = [
            (.insert(Rows.record(1)), [1]), (.update(1, Rows.pending(0, attempts: 1), takesBody: false), nil),
            (.insert(Rows.record(2)), [2]), (.update(1, Rows.pending(1, attempts: 0, size: 9), takesBody: true), [3]),
            (.update(1, Rows.pending(1, attempts: 1, size: 9), takesBody: false), [99]),
        ]
        try journal.commit(Rows.batch(Rows.ledger(accepted: 2), writes))
        #expect(try journal.record(at: 1)?.stage == 1)
        #expect(try journal.record(at: 1)?.attempts == 1)
        #expect(try journal.record(at: 1)?.size == 9)
        #expect(try journal.body(1) == [3])
        #expect(try journal.body(2) == [2])
    }

    @Test(arguments: JournalForm.allCases)
    func `an empty batch changes nothing`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        try journal.commit(JournalBatch(ledger: JournalLedger()))
        #expect(try journal.census() == JournalCensus(ledger: JournalLedger()))
    }

    @Test(arguments: JournalForm.allCases)
    func `endings come in their order, page by page`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        try Rows.accept(10, journal)
        // The order of endings is not that of acceptance.
        let order = [7, 2, 9, 4, 1, 10, 3]
        let reason = DeadLetterReason(code: "c", reason: "r", worker: nil)
        for (index, sequence) in order.enumerated() {
            let isDead = index % 3 == 2
            let update = isDead ? Rows.ended(.dead, index + 1, reason) : Rows.ended(.done, index + 1)
            let ledger = Rows.ledger(accepted: 10, endings: index + 1)
            try journal.commit(Rows.batch(ledger, [(.update(sequence, update, takesBody: false), nil)]))
        }
        func sequences(_ state: ArticleRecord.State, _ after: Int, _ limit: Int) throws -> [Int] {
            try journal.ended(state, after: after, limit: limit).map(\.sequence)
        }
        #expect(try sequences(.done, 0, 100) == [7, 2, 4, 1, 3])
        #expect(try sequences(.done, 0, 2) == [7, 2])
        #expect(try sequences(.done, 2, 2) == [4, 1])
        #expect(try sequences(.done, 5, 2) == [3])
        #expect(try sequences(.done, 7, 2) == [])
        #expect(try sequences(.dead, 0, 100) == [9, 10])
        #expect(try sequences(.dead, 3, 100) == [10])
        #expect(try sequences(.dead, .max, 100) == [])
    }

    @Test(arguments: JournalForm.allCases)
    func `what is dropped is gone, body and all, and its id is free`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        try Rows.accept(2, journal)
        try journal.commit(Rows.batch(Rows.ledger(accepted: 2, dropped: 1), [(.drop(1), nil)]))
        #expect(try journal.record(at: 1) == nil)
        #expect(try journal.contains(Rows.record(1).id) == false)
        #expect(try journal.body(1) == nil)
        var again = Rows.record(1)
        again.sequence = 3
        try journal.commit(Rows.batch(Rows.ledger(accepted: 3, dropped: 1), [(.insert(again), [1])]))
        #expect(try journal.record(again.id)?.sequence == 3)
    }

    @Test(arguments: JournalForm.allCases)
    func `the census counts the rows, beside the ledger`(_ form: JournalForm) throws {
        let journal = try JournalBox(form).journal
        _ = try journal.recover()
        try Rows.accept(6, journal)
        let ledger = Rows.ledger(accepted: 6, done: 2, dead: 1, dropped: 1, endings: 4)
        let writes: [(JournalWrite, [UInt8]?)] = [
            (.update(1, Rows.ended(.done, 1), takesBody: true), [1]),
            (.update(2, Rows.ended(.done, 2), takesBody: true), [2]),
            (.update(3, Rows.ended(.dead, 3), takesBody: false), nil), (.drop(6), nil),
        ]
        try journal.commit(Rows.batch(ledger, writes))
        var expected = JournalCensus(ledger: ledger)
        (expected.pending, expected.done, expected.dead, expected.highestSequence) = (2, 2, 1, 5)
        #expect(try journal.census() == expected)
        #expect(Audit(expected).faults == [])
    }
}
