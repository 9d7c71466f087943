internal import JSON
internal import Queue
internal import Service
internal import Settings
internal import Wire

/// Answers from the journal of a local queue that does not run, by the rules of the queue itself.
final class OfflineQueue: Inquiry {
    private let journal: any Journal
    private let reader: JournalReader
    private let rules: QueueRules

    /// - Throws: `JournalError`, with the code `in_use` where the queue runs after all.
    init(_ settings: QueueSettings) throws {
        journal = try QueueService.openJournal(settings)
        rules = QueueRules(stages: QueueService.stages(settings))
        reader = JournalReader(journal, stages: rules.stages)
    }

    func askForBytes(
        _ what: Query.What,
        _ parameters: JSONObject,
        cursor: String?
    ) async throws -> (body: [UInt8], cursor: String?) {
        let answer = try answer(Query(n: 0, what: what, cursor: cursor, parameters: parameters))
        return (answer.body, answer.cursor)
    }

    func close() async { try? journal.close() }

    private func answer(_ query: Query) throws -> QueueAnswer {
        switch query.what {
        case .results: return try reader.results(after: query.cursor)
        case .dead: return try reader.dead(after: query.cursor, LetterFilter(query))
        case .audit: return try reader.audit()
        case .article: return try reader.article(named: query)
        case .status: return QueueAnswer(body: try state().status.encoded())
        case .retry, .drop:
            let letters = try reader.deadLetters(named: query)
            var state = try state()
            let now = QueueTime(elapsed: .zero, wall: 0)
            for record in letters.records {
                state.handle(query.what == .retry ? .retry(record) : .drop(record), at: now)
            }
            var batch = JournalBatch(ledger: state.ledger)
            for write in state.takeOutput().writes { batch.add(write, body: nil, ledger: state.ledger) }
            try journal.commit(batch)
            return letters.answer
        }
    }

    private func state() throws -> QueueState {
        QueueState(rules: rules, recovery: try journal.recover(), seed: 0)
    }
}
