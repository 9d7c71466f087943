internal import JSON
package import Wire

/// The answer to a query: a JSON document, and the cursor from which the next question goes on, where there is more.
package struct QueueAnswer: Sendable {
    package var body: [UInt8]
    package var cursor: String?

    package init(body: [UInt8], cursor: String? = nil) {
        self.body = body
        self.cursor = cursor
    }

    init(_ json: JSON, cursor: String? = nil) {
        self.init(body: json.encoded(), cursor: cursor)
    }
}

/// Answers questions from the journal alone, so that they can be asked while the queue runs and when it does not.
package struct JournalReader {
    private let journal: any Journal
    private let stages: [StageName]

    /// The most articles in one answer.
    private static let pageLength = 200
    /// An answer that has grown to so many bytes gets no further article.
    private static let pageBytes = 2 << 20

    package init(_ journal: any Journal, stages: [StageName]) {
        self.journal = journal
        self.stages = stages
    }

    /// The documents of articles that are done, in the order in which they became so: `{"articles": […]}`.
    ///
    /// The cursor is always set, so that a reader can ask for those that end later.
    package func results(after cursor: String?) throws -> QueueAnswer {
        var number = try Self.number(cursor)
        var body = Array(#"{"articles":["#.utf8)
        var isFirst = true
        for record in try journal.ended(.done, after: number, limit: Self.pageLength) {
            number = record.ending?.number ?? number
            guard let document = try journal.body(record.sequence) else {
                let reason =
                    "the journal has no body of the article \(record.id), which is done; see `standpoint audit`"
                throw Refusal(code: "no_body", reason: reason)
            }
            if !isFirst { body.append(UInt8(ascii: ",")) }
            isFirst = false
            body += Self.embedded(document)
            if body.count >= Self.pageBytes { break }
        }
        body += Array("]}".utf8)
        return QueueAnswer(body: body, cursor: String(number))
    }

    /// Dead letters without their bodies, oldest first: `{"dead": […]}`.
    package func dead(after cursor: String?, _ filter: LetterFilter = LetterFilter()) throws -> QueueAnswer {
        let found = try letters(after: try Self.number(cursor), filter, limit: Self.pageLength)
        return QueueAnswer(
            ["dead": .array(found.records.map { .object(describe($0)) })],
            cursor: found.next.map { String($0) }
        )
    }

    /// One article: where it is, and the document so far as `article` (as `submission`, before the first stage).
    package func article(_ id: ArticleID) throws -> QueueAnswer? {
        guard let record = try journal.record(id), let document = try journal.body(record.sequence) else { return nil }
        var body = JSON.object(describe(record)).encoded()
        body.removeLast()
        body += Array((record.stage == 0 ? #","submission":"# : #","article":"#).utf8)
        return QueueAnswer(body: body + Self.embedded(document) + [UInt8(ascii: "}")])
    }

    /// A body as a JSON value. The queue takes bodies unread, so one may be no JSON at all; it is then given as a string.
    private static func embedded(_ document: [UInt8]) -> [UInt8] {
        if (try? JSONReader.read(document)) != nil { return document }
        return JSON(String(decoding: document, as: UTF8.self)).encoded()
    }

    /// Counts the books, and checks the store: every accepted article must be in exactly one place. `balanced` is the
    /// verdict. This may take long.
    package func audit() throws -> QueueAnswer { QueueAnswer(Audit(try journal.census()).json) }

    /// Counts some of the books, and goes on with the next call; the store itself is not checked.
    ///
    /// - Returns: The answer, once the count is complete.
    package func continueAudit(rows: Int) throws -> QueueAnswer? {
        try journal.continueCensus(rows: rows).map { QueueAnswer(Audit($0).json) }
    }

    private func describe(_ record: ArticleRecord) -> JSONObject {
        var object: JSONObject = ["id": JSON("\(record.id)"), "state": JSON("\(record.state)")]
        object["key"] = record.key.map { JSON($0) }
        object["stage"] = stages.indices.contains(record.stage) ? JSON(stages[record.stage].text) : nil
        object["attempts"] = JSON(record.attempts)
        object["priority"] = JSON(record.priority.level)
        object["bytes"] = JSON(record.size)
        object["accepted_ms"] = JSON(record.acceptedAt)
        object["near_duplicate_of"] = record.original.map { JSON("\($0)") }
        object["ended_ms"] = record.ending.map { JSON($0.at) }
        if let failure = record.ending?.failure {
            object["code"] = JSON(failure.code)
            object["reason"] = JSON(failure.reason)
            object["worker"] = failure.worker.map { JSON($0.text) }
        }
        return object
    }

    private static func number(_ cursor: String?) throws -> Int {
        guard let cursor else { return 0 }
        guard let number = Int(cursor), number >= 0 else {
            throw Refusal(code: "bad_cursor", reason: "\"\(cursor.prefix(32))\" is not a cursor that this queue gave")
        }
        return number
    }
}

extension JournalReader {
    /// The most letters that one query may read through, or one `retry` or `drop` name or take.
    private static let mostLetters = 10_000
    /// How many are read at a time.
    private static let lettersRead = 1_000

    /// The dead letters that a `retry` or `drop` means: its parameter `articles` (ids), or those of the next 10,000 after
    /// its cursor that match its filter, where `all` is true.
    ///
    /// - Throws: `Refusal` where it names none, something that is no id, or an article that is not among the dead.
    package func deadLetters(named query: Query) throws -> LetterPage {
        if query.parameters["all"]?.bool == true {
            return try letters(after: Self.number(query.cursor), LetterFilter(query), limit: Self.mostLetters)
        }
        guard let names = query.parameters["articles"]?.array, !names.isEmpty else {
            throw Refusal(code: "no_articles", reason: "name the dead letters by their ids, or say all")
        }
        let records = try names.map { name in
            let text = name.string ?? name.text()
            guard let id = ArticleID(text), let record = try journal.record(id), record.state == .dead else {
                throw Refusal(code: "no_such_letter", reason: "\(text.prefix(64)) is not among the dead letters")
            }
            return record
        }
        return LetterPage(records: records)
    }

    /// The article that a query names by its parameter `article`. - Throws: `Refusal` where there is none.
    package func article(named query: Query) throws -> QueueAnswer {
        guard let id = query.parameters["article"]?.string.flatMap({ ArticleID($0) }) else {
            throw Refusal(code: "bad_article", reason: "name the article by its id of 32 hexadecimal digits")
        }
        guard let answer = try article(id) else {
            throw Refusal(code: "no_such_article", reason: "the queue has no article of the id \(id)")
        }
        return answer
    }

    /// Up to `limit` dead letters that match, of the next 10,000.
    private func letters(after number: Int, _ filter: LetterFilter, limit: Int) throws -> LetterPage {
        var matching: [ArticleRecord] = []
        var number = number
        let size = min(limit, Self.lettersRead)
        for _ in 0..<Self.mostLetters / size {
            let page = try journal.ended(.dead, after: number, limit: size)
            for record in page {
                number = record.ending?.number ?? number
                guard filter.matches(record, stages) else { continue }
                matching.append(record)
                if matching.count == limit { return LetterPage(records: matching, next: number) }
            }
            if page.count < size { return LetterPage(records: matching, next: nil) }
        }
        return LetterPage(records: matching, next: number)
    }
}

/// Some dead letters.
package struct LetterPage: Sendable {
    package var records: [ArticleRecord]
    /// The ending after which to look for more; `nil` where there are none.
    package var next: Int?

    /// The answer to an order that has been carried out on them.
    package var answer: QueueAnswer { QueueAnswer(["count": JSON(records.count)], cursor: next.map { String($0) }) }
}
