import JSON
import Queue
import Testing
import Wire

struct AnswerTests {
    static let stages = Bench.stages.map { StageName($0)! }

    /// A journal with `done` articles that are done, their bodies numbers, and one dead letter after every tenth.
    private func journal(done: Int, size: Int = 1) throws -> MemoryJournal {
        let journal = MemoryJournal()
        _ = journal.recover()
        try Rows.accept(done + done / 10, journal)
        var (number, dead) = (0, 0)
        func end(_ update: ArticleUpdate, _ body: [UInt8]?) {
            let ledger = Rows.ledger(accepted: done + done / 10, done: number - dead, dead: dead, endings: number)
            journal.commit(Rows.batch(ledger, [(.update(number, update, takesBody: body != nil), body)]))
        }
        for index in 1...done {
            number += 1
            let digits = "\(index)"
            end(
                Rows.ended(.done, number),
                Array((digits + String(repeating: " ", count: max(0, size - digits.count))).utf8)
            )
            guard index % 10 == 0 else { continue }
            number += 1
            dead += 1
            end(
                Rows.ended(.dead, number, DeadLetterReason(code: "c\(dead)", reason: "r", worker: Bench.worker("w"))),
                nil
            )
        }
        return journal
    }

    @Test func `results come page by page, in the order in which they were done`() throws {
        let journal = try journal(done: 450)
        let reader = JournalReader(journal, stages: Self.stages)
        var (cursor, pages): (String?, [[JSON]]) = (nil, [])
        while true {
            let answer = try reader.results(after: cursor)
            let articles = try #require(try JSONReader.read(answer.body)["articles"]?.array)
            #expect(answer.cursor != nil)
            if articles.isEmpty { break }
            pages.append(articles)
            cursor = answer.cursor
        }
        #expect(pages.map(\.count) == [200, 200, 50])
        #expect(pages.joined().compactMap(\.int) == Array(1...450))
        // A reader that has seen all keeps its place until more is done.
        #expect(try reader.results(after: cursor).cursor == cursor)
    }

    @Test func `a result without its body is a refusal, and not left out`() throws {
        let journal = MemoryJournal()
        _ = journal.recover()
        let update = Rows.ended(.done, 1)
        journal.commit(
            Rows.batch(
                Rows.ledger(accepted: 1, done: 1, endings: 1),
                [(.insert(Rows.record(1)), nil), (.update(1, update, takesBody: false), nil)]
            )
        )
        let reader = JournalReader(journal, stages: Self.stages)
        let refusal = #expect(throws: Refusal.self) { try reader.results(after: nil) }
        #expect(refusal?.code == "no_body")
        #expect(refusal?.reason.contains("\(Rows.record(1).id)") == true)
    }

    @Test func `a page of large articles is short`() throws {
        let reader = JournalReader(try journal(done: 10, size: 1 << 20), stages: Self.stages)
        let answer = try reader.results(after: "1")
        #expect(try JSONReader.read(answer.body)["articles"] == [2, 3])
        #expect(answer.cursor == "3")
    }

    @Test func `dead letters come page by page, with the reason and without their bodies`() throws {
        let reader = JournalReader(try journal(done: 2_050), stages: Self.stages)
        let first = try reader.dead(after: nil)
        let letters = try #require(try JSONReader.read(first.body)["dead"]?.array)
        #expect(letters.count == 200)
        #expect(letters.map { $0["code"]?.string } == (1...200).map { "c\($0)" })
        let id = Rows.record(11).id
        let expected =
            #"{"id":"\#(id)","state":"dead","stage":"segment","attempts":0,"priority":1,"bytes":3,"accepted_ms":1011,"#
            + #""ended_ms":5011,"code":"c1","reason":"r","worker":"\#(Bench.worker("w"))"}"#
        #expect(letters[0].text() == expected)
        let second = try reader.dead(after: first.cursor)
        #expect(
            try JSONReader.read(second.body)["dead"]?.array?.map { $0["code"]?.string } == (201...205).map { "c\($0)" }
        )
        #expect(second.cursor == nil)
    }

    @Test(arguments: ["", "-1", "x", "1.0", "99999999999999999999", " 1"])
    func `a cursor that the queue never gave is refused`(_ cursor: String) throws {
        let reader = JournalReader(MemoryJournal(), stages: Self.stages)
        let reason = "\"\(cursor)\" is not a cursor that this queue gave"
        #expect(throws: Refusal(code: "bad_cursor", reason: reason)) { try reader.results(after: cursor) }
        #expect(throws: Refusal(code: "bad_cursor", reason: reason)) { try reader.dead(after: cursor) }
    }

    @Test func `an article is told with its document so far`() throws {
        let bench = try Bench()
        let id = try bench.submit(#"{"content":"x"}"#)
        let reader = JournalReader(bench.journal, stages: bench.rules.stages)
        let fresh = try #require(try reader.article(id))
        let start = #"{"id":"\#(id)","state":"pending","stage":"ingest","attempts":0,"priority":5,"bytes":15,"#
        #expect(
            String(decoding: fresh.body, as: UTF8.self) == start
                + #""accepted_ms":1000000,"submission":{"content":"x"}}"#
        )
        try bench.join("w", "ingest")
        let lease = try #require(bench.hands["w"]?.first?.task.lease)
        bench.hands["w"] = nil
        try bench.handle(.done(Bench.peer("w"), lease, size: 9), body: Array(#"{"id":""}"#.utf8))
        let later = try JSONReader.read(try #require(try reader.article(id)).body)
        #expect(later["stage"] == "segment")
        #expect(later["article"] == ["id": ""])
        #expect(later["submission"] == nil)
        #expect(try reader.article(Bench.id("unknown")) == nil)
    }

    @Test func `the audit says whether the books balance`() throws {
        let reader = JournalReader(try journal(done: 20), stages: Self.stages)
        let expected =
            #"{"balanced":true,"accepted":22,"done":20,"dead":2,"pending":0,"dropped":0,"faults":[]}"#
        #expect(String(decoding: try reader.audit().body, as: UTF8.self) == expected)
    }

    @Test func `dead letters are told apart by code and stage`() throws {
        let reader = JournalReader(try journal(done: 2_300), stages: Self.stages)
        func codes(_ filter: LetterFilter) throws -> [String?] {
            let answer = try reader.dead(after: nil, filter)
            #expect(answer.cursor == nil)
            return try JSONReader.read(answer.body)["dead"]?.array?.map { $0["code"]?.string } ?? []
        }
        #expect(try codes(LetterFilter(code: "c7")) == ["c7"])
        #expect(try codes(LetterFilter(code: "c7", stage: "segment")) == ["c7"])
        #expect(try codes(LetterFilter(code: "c7", stage: "ingest")) == [])
        #expect(try codes(LetterFilter(code: "c")) == [])
        #expect(try reader.dead(after: nil, LetterFilter(stage: "segment")).cursor != nil)
        let query = Query(n: 1, what: .drop, parameters: ["all": true, "code": "c230", "stage": "segment"])
        let page = try reader.deadLetters(named: query)
        #expect(page.records.map { $0.ending?.failure?.code } == ["c230"])
        #expect(page.next == nil)
        #expect(String(decoding: page.answer.body, as: UTF8.self) == #"{"count":1}"#)
    }

    @Test func `one query reads through 10,000 dead letters at most, and says where it left off`() throws {
        let journal = MemoryJournal()
        _ = journal.recover()
        try Rows.accept(10_005, journal)
        let letters = (1...10_005).map { number in
            let reason = DeadLetterReason(code: "c\(number)", reason: "r", worker: nil)
            return (JournalWrite.update(number, Rows.ended(.dead, number, reason), takesBody: false), [UInt8]?.none)
        }
        let ledger = Rows.ledger(accepted: 10_005, done: 0, dead: 10_005, endings: 10_005)
        journal.commit(Rows.batch(ledger, letters))
        let reader = JournalReader(journal, stages: Self.stages)
        let first = try reader.dead(after: nil, LetterFilter(code: "c10003"))
        #expect(String(decoding: first.body, as: UTF8.self) == #"{"dead":[]}"#)
        #expect(first.cursor == "10000")
        let second = try reader.dead(after: first.cursor, LetterFilter(code: "c10003"))
        #expect(try JSONReader.read(second.body)["dead"]?.array?.count == 1)
        #expect(second.cursor == nil)
        var query = Query(n: 1, what: .retry, parameters: ["all": true])
        let page = try reader.deadLetters(named: query)
        #expect(page.records.count == 10_000)
        query.cursor = page.answer.cursor
        #expect(try reader.deadLetters(named: query).records.count == 5)
    }

    @Test func `dead letters are named by id, or all`() throws {
        let reader = JournalReader(try journal(done: 30), stages: Self.stages)
        func letters(_ parameters: JSONObject) throws -> [Int] {
            try reader.deadLetters(named: Query(n: 1, what: .retry, parameters: parameters)).records.map(\.sequence)
        }
        #expect(try letters(["all": true]) == [11, 22, 33])
        #expect(try letters(["articles": [JSON("\(Rows.record(22).id)"), JSON("\(Rows.record(11).id)")]]) == [22, 11])
        for parameters: JSONObject in [[:], ["articles": []], ["all": false], ["articles": "x"]] {
            let error = #expect(throws: Refusal.self) { try letters(parameters) }
            #expect(error?.code == "no_articles")
        }
        for name: JSON in [5, "x", JSON("\(Rows.record(1).id)"), JSON("\(Bench.id("unknown"))"), nil] {
            let error = #expect(throws: Refusal.self) { try letters(["articles": [name]]) }
            #expect(error?.code == "no_such_letter")
        }
    }

    @Test func `the status tells where everything is`() throws {
        let bench = try Bench()
        try bench.join("w", "ingest", tasks: 2)
        try bench.together { for n in 0..<4 { try bench.submit("article \(n)") } }
        try bench.answer("w")
        try bench.fail("w", retry: true)
        let status = bench.state.status
        #expect(status["pending"] == 4)
        #expect(status["stages"]?.array?[0] == ["stage": "ingest", "ready": 0, "held": 2, "retrying": 1, "workers": 1])
        #expect(
            status["stages"]?.array?[1] == ["stage": "segment", "ready": 1, "held": 0, "retrying": 0, "workers": 0]
        )
        let worker: JSON = [
            "worker": JSON(Bench.worker("w").text), "stage": "ingest", "software": "test", "held": 2, "overdue": 0,
            "credit": 2,
            "done": 1, "failed": 1,
        ]
        #expect(status["workers"] == [worker])
        #expect(status["counters"]?["dispatched"] == 4)
    }
}
