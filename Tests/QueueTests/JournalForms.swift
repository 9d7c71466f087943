import Queue
import QueueSQLite
import TestSupport
import Testing
import Wire

/// The forms of journal that must all pass the same suite.
enum JournalForm: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }
}

/// A journal of one form, which can be closed and opened again.
final class JournalBox {
    private(set) var journal: any Journal
    private let directory: TemporaryDirectory?

    init(_ form: JournalForm) throws {
        switch form {
        case .memory: (journal, directory) = (MemoryJournal(), nil)
        case .sqlite:
            let directory = try TemporaryDirectory()
            self.directory = directory
            journal = try SQLiteJournal(directory: directory.url)
        }
    }

    func reopen() throws {
        try journal.close()
        if let directory { journal = try SQLiteJournal(directory: directory.url) }
    }
}

/// Rows and batches for journal tests.
enum Rows {
    static func record(_ sequence: Int, size: Int = 3, key: String? = nil) -> ArticleRecord {
        ArticleRecord(
            sequence: sequence,
            id: Bench.id("article \(sequence)"),
            key: key,
            priority: Priority(sequence % 10)!,
            size: size,
            acceptedAt: 1_000 + sequence
        )
    }

    static func pending(_ stage: Int, attempts: Int, size: Int = 3) -> ArticleUpdate {
        ArticleUpdate(state: .pending, stage: stage, attempts: attempts, size: size)
    }

    static func ended(_ state: ArticleRecord.State, _ number: Int, _ failure: DeadLetterReason? = nil) -> ArticleUpdate
    {
        let ending = ArticleRecord.Ending(number: number, at: 5_000 + number, failure: failure)
        return ArticleUpdate(state: state, stage: state == .done ? 3 : 1, attempts: 0, size: 3, ending: ending)
    }

    static func ledger(accepted: Int, done: Int = 0, dead: Int = 0, dropped: Int = 0, endings: Int = 0) -> JournalLedger
    {
        var ledger = JournalLedger()
        (ledger.accepted, ledger.done, ledger.dead) = (accepted, done, dead)
        (ledger.dropped, ledger.endings) = (dropped, endings)
        return ledger
    }

    static func batch(_ ledger: JournalLedger, _ writes: [(JournalWrite, [UInt8]?)]) -> JournalBatch {
        var batch = JournalBatch(ledger: ledger)
        for (write, body) in writes { batch.add(write, body: body, ledger: ledger) }
        return batch
    }

    /// Accepts articles 1 to `count`, the body of each being its number.
    static func accept(_ count: Int, _ journal: any Journal) throws {
        let writes = (1...count).map { (JournalWrite.insert(record($0)), Optional(Array("n\($0)".utf8))) }
        try journal.commit(batch(ledger(accepted: count), writes))
    }
}
