import Queue
import Wire

/// A journal on a simulated disk, which fills up, and whose owner can be killed at every step of a commit.
///
/// What is synced survives a kill, and nothing else does. It also shows each batch that reached the disk to an observer.
final class SimulatedJournal: Journal {
    struct DiskFull: Error, CustomStringConvertible { let description = "no space left on device" }
    struct Killed: Error {}

    /// Where the owner is to be killed in the next commit that writes something.
    var killPoint: KillPoint?
    private(set) var isKilled = false
    var isFull = false
    /// Hears of what has reached the disk.
    var whenWritten: (JournalBatch) throws -> Void = { _ in }
    /// What the observer had to say about it.
    private(set) var violation: Violation?

    private var disk = MemoryJournal()
    private let defect: Defect?
    private var generation = 0
    /// All batches that are on disk, and those that are about to be; kept only where they can be lost.
    private var synced: [JournalBatch] = []
    private var unsynced: [JournalBatch] = []

    init(defect: Defect?) { self.defect = defect }

    func recover() throws -> JournalRecovery {
        isKilled = false
        killPoint = nil
        if !unsynced.isEmpty { loseUnsynced() }
        var recovery = disk.recover()
        generation += 1
        recovery.generation = defect == .forgetsGenerations ? 1 : generation
        return recovery
    }

    func commit(_ batch: JournalBatch) throws {
        guard !isKilled else { throw Killed() }
        guard !batch.isEmpty else { return }
        if isFull {
            if defect == .ignoresFullDisk { return }
            throw DiskFull()
        }
        switch killPoint {
        case nil, .idle, .whileSending: write(batch)
        case .beforeWrite: kill()
        case .torn:
            if defect == .keepsTornCommits { disk.commit(batch.torn) }
            kill()
        case .beforeSync(let survives):
            if survives { write(batch) }
            kill()
        case .afterSync:
            write(batch)
            kill()
        }
        if isKilled { throw Killed() }
    }

    func kill() { isKilled = true }

    private func write(_ batch: JournalBatch) {
        let batch = defect == .forgetsAttempts ? batch.withoutAttempts : batch
        disk.commit(batch)
        if defect == .acknowledgesBeforeSync {
            synced += unsynced
            unsynced = [batch]
        }
        do { try whenWritten(batch) } catch { violation = violation ?? error as? Violation }
    }

    /// Puts another body in place of an article's, as no right queue would.
    func overwrite(_ record: ArticleRecord, _ body: [UInt8], ledger: JournalLedger) {
        var batch = JournalBatch(ledger: ledger)
        let update = ArticleUpdate(
            state: record.state,
            stage: record.stage,
            attempts: record.attempts,
            size: record.size,
            ending: record.ending
        )
        batch.add(.update(record.sequence, update, takesBody: true), body: body, ledger: ledger)
        write(batch)
    }

    private func loseUnsynced() {
        unsynced = []
        disk = MemoryJournal()
        for batch in synced { disk.commit(batch) }
    }

    func contains(_ id: ArticleID) throws -> Bool { disk.contains(id) }
    func record(_ id: ArticleID) throws -> ArticleRecord? { disk.record(id) }
    func record(at sequence: ArticleRecord.Sequence) throws -> ArticleRecord? { disk.record(at: sequence) }
    func body(_ sequence: ArticleRecord.Sequence) throws -> [UInt8]? { disk.body(sequence) }
    func original(near sketch: Sketch) throws -> ArticleID? { disk.original(near: sketch) }
    func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) throws -> [ArticleRecord] {
        disk.ended(state, after: number, limit: limit)
    }
    func census() throws -> JournalCensus { disk.census() }
    func close() throws {}
}

extension JournalBatch {
    /// The first half of the changes.
    fileprivate var torn: JournalBatch {
        var torn = JournalBatch(ledger: ledger)
        let writes = self.writes
        for (write, body) in writes.prefix((writes.count + 1) / 2) { torn.add(write, body: body, ledger: ledger) }
        return torn
    }

    /// The same, with each article as if it had just come to its stage.
    fileprivate var withoutAttempts: JournalBatch {
        var batch = JournalBatch(ledger: ledger)
        for (write, body) in writes {
            switch write {
            case .insert(var record):
                record.attempts = 0
                batch.add(.insert(record), body: body, ledger: ledger)
            case .update(let sequence, var update, let takesBody):
                update.attempts = 0
                batch.add(.update(sequence, update, takesBody: takesBody), body: body, ledger: ledger)
            case .kinship, .drop: batch.add(write, body: body, ledger: ledger)
            }
        }
        return batch
    }

    private var writes: [(JournalWrite, [UInt8]?)] {
        let inserts = inserted.values.sorted { $0.sequence < $1.sequence }.map { record in
            (JournalWrite.insert(record), bodies[record.sequence])
        }
        let updates = updated.sorted { $0.key < $1.key }.map { sequence, update in
            (JournalWrite.update(sequence, update, takesBody: bodies[sequence] != nil), bodies[sequence])
        }
        let kin = kinships.sorted { $0.key < $1.key }.map { (JournalWrite.kinship($0.key, $0.value), [UInt8]?.none) }
        return inserts + updates + kin + dropped.sorted().map { (.drop($0), nil) }
    }
}
