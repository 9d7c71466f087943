import Queue
import Testing
import Wire

/// Articles that are nearly the same as one of before.
@Suite struct NearDuplicateTests {
    /// Of one kind: those of the same number have all slots equal but `changed` of them.
    static func sketch(_ kind: UInt16, changed: Int = 0) -> Sketch {
        Sketch((0..<Sketch.slotCount).map { $0 < changed ? 0xFFFF : kind })!
    }

    // MARK: Every journal

    @Test(arguments: JournalForm.allCases)
    func `an original is found by what is near it, also after the journal is opened again`(_ form: JournalForm) throws {
        let box = try JournalBox(form)
        _ = try box.journal.recover()
        try Rows.accept(3, box.journal)
        let ledger = Rows.ledger(accepted: 3)
        try box.journal.commit(
            Rows.batch(
                ledger,
                [
                    (.kinship(1, .original(Self.sketch(7))), nil),
                    (.kinship(2, .nearDuplicate(of: Rows.record(1).id)), nil),
                ]
            )
        )
        for _ in 0..<2 {
            #expect(try box.journal.original(near: Self.sketch(7)) == Rows.record(1).id)
            #expect(try box.journal.original(near: Self.sketch(7, changed: 26)) == Rows.record(1).id)
            #expect(try box.journal.original(near: Self.sketch(7, changed: 27)) == nil)
            #expect(try box.journal.original(near: Self.sketch(8)) == nil)
            #expect(try box.journal.record(at: 1)?.original == nil)
            #expect(try box.journal.record(at: 2)?.original == Rows.record(1).id)
            try box.reopen()
            let pending = try box.journal.recover().pending
            #expect(pending.map(\.original) == [nil, Rows.record(1).id, nil])
        }
    }

    @Test(arguments: JournalForm.allCases)
    func `an original that is dropped is not found any more`(_ form: JournalForm) throws {
        let box = try JournalBox(form)
        _ = try box.journal.recover()
        try Rows.accept(2, box.journal)
        let dead = Rows.ended(.dead, 1, DeadLetterReason(code: "c", reason: "r", worker: nil))
        try box.journal.commit(
            Rows.batch(
                Rows.ledger(accepted: 2, dead: 1, endings: 1),
                [(.kinship(1, .original(Self.sketch(7))), nil), (.update(1, dead, takesBody: false), nil)]
            )
        )
        #expect(try box.journal.original(near: Self.sketch(7)) == Rows.record(1).id)
        try box.journal.commit(Rows.batch(Rows.ledger(accepted: 2, dropped: 1, endings: 1), [(.drop(1), nil)]))
        #expect(try box.journal.original(near: Self.sketch(7)) == nil)
    }

    @Test(arguments: JournalForm.allCases)
    func `of many candidates only some are looked at`(_ form: JournalForm) throws {
        let box = try JournalBox(form)
        _ = try box.journal.recover()
        try Rows.accept(40, box.journal)
        // All have the first band of what is looked for, and nothing else.
        let crowd = (1...40).map { sequence in
            let slots = (0..<Sketch.slotCount).map { $0 < 3 ? 7 : UInt16(1_000 + sequence) }
            return (JournalWrite.kinship(sequence, .original(Sketch(slots)!)), [UInt8]?.none)
        }
        try box.journal.commit(Rows.batch(Rows.ledger(accepted: 40), crowd))
        #expect(try box.journal.original(near: Self.sketch(7)) == nil)
        #expect(try box.journal.original(near: Sketch((0..<48).map { $0 < 3 ? 7 : 1_003 })!) == Rows.record(3).id)
    }

    // MARK: The rules

    @Test func `the next stage is told, and the record and all later tasks keep it, over a crash as well`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let first = try bench.submit("first")
        try bench.answer("ingest", sketch: Self.sketch(7))
        let second = try bench.submit("second")
        try bench.answer("ingest", sketch: Self.sketch(7, changed: 10))
        #expect(bench.hands["segment"]?.map(\.task.nearDuplicateOf) == [nil, first])
        #expect(try bench.record(first).original == nil)
        #expect(try bench.record(second).original == first)
        try bench.crash()
        try bench.joinAll()
        #expect(Set(bench.hands["segment"]?.map(\.task.nearDuplicateOf) ?? []) == [nil, first])
        try bench.work()
        #expect(try bench.record(second).original == first)
        #expect(try bench.record(second).state == .done)
    }

    @Test func `two that are done in one turn know of each other`() throws {
        let bench = try Bench()
        try bench.join("ingest", "ingest")
        let first = try bench.submit("first")
        let second = try bench.submit("second")
        try bench.together {
            try bench.answer("ingest", sketch: Self.sketch(7))
            try bench.answer("ingest", sketch: Self.sketch(7))
        }
        #expect(try bench.record(first).original == nil)
        #expect(try bench.record(second).original == first)
        #expect(bench.state.counters.nearDuplicates == 1)
    }

    @Test func `only the first stage is heeded`() throws {
        let bench = try Bench()
        try bench.joinAll()
        let first = try bench.submit("first")
        try bench.answer("ingest", sketch: Self.sketch(7))
        let second = try bench.submit("second")
        try bench.answer("ingest")
        try bench.answer("segment", sketch: Self.sketch(9))
        try bench.answer("segment", sketch: Self.sketch(7))
        try bench.work()
        #expect(try bench.record(first).original == nil)
        #expect(try bench.record(second).original == nil)
        #expect(try bench.journal.original(near: Self.sketch(9)) == nil)
    }
}
