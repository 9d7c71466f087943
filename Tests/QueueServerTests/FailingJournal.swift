import Queue
import Synchronization
import Wire

/// A journal in memory whose disk can fail.
final class FailingJournal: Journal {
    /// The disk, for the test to break and mend from its own thread.
    final class Disk: Sendable {
        let isBroken = Atomic(false)
        let failures = Atomic(0)
    }

    struct DiskFailure: Error {}

    private let disk: Disk
    private let memory = MemoryJournal()

    init(_ disk: Disk) { self.disk = disk }

    func commit(_ batch: JournalBatch) throws {
        if disk.isBroken.load(ordering: .relaxed), !batch.isEmpty {
            disk.failures.add(1, ordering: .relaxed)
            throw DiskFailure()
        }
        memory.commit(batch)
    }

    func recover() -> JournalRecovery { memory.recover() }
    func contains(_ id: ArticleID) -> Bool { memory.contains(id) }
    func original(near sketch: Sketch) -> ArticleID? { memory.original(near: sketch) }
    func record(_ id: ArticleID) -> ArticleRecord? { memory.record(id) }
    func record(at sequence: ArticleRecord.Sequence) -> ArticleRecord? { memory.record(at: sequence) }
    func body(_ sequence: ArticleRecord.Sequence) -> [UInt8]? { memory.body(sequence) }
    func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) -> [ArticleRecord] {
        memory.ended(state, after: number, limit: limit)
    }
    func census() -> JournalCensus { memory.census() }
    func close() {}
}
