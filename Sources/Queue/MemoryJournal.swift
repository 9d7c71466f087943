package import Wire

/// A journal in memory, for tests and simulation: it forgets all when the process ends.
package final class MemoryJournal: Journal {
    private var records: [ArticleRecord.Sequence: ArticleRecord] = [:]
    private var sequences: [ArticleID: ArticleRecord.Sequence] = [:]
    private var bodies: [ArticleRecord.Sequence: [UInt8]] = [:]
    private var sketches = SketchIndex()
    private var ledger = JournalLedger()
    private var generation = 0

    package init() {}

    package func recover() -> JournalRecovery {
        generation += 1
        let pending = records.values.filter { $0.state == .pending }.sorted { $0.sequence < $1.sequence }
        return JournalRecovery(generation: generation, ledger: ledger, pending: pending.map { PendingArticle($0) })
    }

    package func commit(_ batch: JournalBatch) {
        for (sequence, record) in batch.inserted {
            records[sequence] = record
            sequences[record.id] = sequence
        }
        for (sequence, update) in batch.updated {
            guard var record = records[sequence] else { continue }
            update.apply(to: &record)
            records[sequence] = record
        }
        for (sequence, body) in batch.bodies { bodies[sequence] = body }
        for (sequence, kinship) in batch.kinships {
            switch kinship {
            case .original(let sketch):
                if let id = records[sequence]?.id { sketches.insert(sequence, id, sketch) }
            case .nearDuplicate(let original): records[sequence]?.original = original
            }
        }
        for sequence in batch.dropped {
            sketches.remove(sequence)
            records.removeValue(forKey: sequence).map { sequences[$0.id] = nil }
            bodies[sequence] = nil
        }
        ledger = batch.ledger
    }

    package func contains(_ id: ArticleID) -> Bool { sequences[id] != nil }

    package func record(_ id: ArticleID) -> ArticleRecord? { sequences[id].flatMap { records[$0] } }

    package func record(at sequence: ArticleRecord.Sequence) -> ArticleRecord? { records[sequence] }

    package func body(_ sequence: ArticleRecord.Sequence) -> [UInt8]? { bodies[sequence] }

    package func original(near sketch: Sketch) -> ArticleID? { sketches.original(near: sketch) }

    package func ended(_ state: ArticleRecord.State, after number: Int, limit: Int) -> [ArticleRecord] {
        let matching = records.values.filter { $0.state == state && ($0.ending?.number ?? 0) > number }
        return Array(matching.sorted { $0.ending!.number < $1.ending!.number }.prefix(limit))
    }

    package func census() -> JournalCensus {
        var census = JournalCensus(ledger: ledger)
        for record in records.values {
            switch record.state {
            case .pending: census.pending += 1
            case .done: census.done += 1
            case .dead: census.dead += 1
            }
            if bodies[record.sequence] == nil { census.withoutBody += 1 }
        }
        census.highestSequence = records.keys.max() ?? 0
        census.withoutRecord = bodies.keys.count { records[$0] == nil }
        return census
    }

    package func close() {}
}
