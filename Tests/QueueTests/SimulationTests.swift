import Queue
import TestSupport
import Testing
import Wire

struct SimulationTests {
    @Test(arguments: Seeds.some(60))
    func `whatever happens, every accepted article ends once, and the books balance`(seed: UInt64) throws {
        let simulation = try Simulation(seed: seed)
        for _ in 0..<400 { try simulation.step() }
        try simulation.settle()
        let bench = simulation.bench
        let ledger = bench.state.ledger
        #expect(bench.state.pendingCount == 0)
        #expect(bench.state.pendingBytes == 0)
        #expect(bench.state.heldCount == 0)
        #expect(ledger.accepted == ledger.done + ledger.dead + ledger.dropped)
        #expect(ledger.accepted > 0)
        let done = try bench.journal.ended(.done, after: 0, limit: .max)
        #expect(done.count == ledger.done)
        for record in done {
            let body = String(decoding: try #require(try bench.journal.body(record.sequence)), as: UTF8.self)
            #expect(body.hasPrefix("article") && body.hasSuffix("iss"), "each stage once: \(body)")
            try bench.expectDone(record.id, String(body.dropLast(3)))
        }
        // A lease is good for one answer, an article for one end: no sequence was done in two batches.
        var ends: [Int: Int] = [:]
        for batch in bench.committed {
            for (sequence, update) in batch.updated where update.state == .done { ends[sequence, default: 0] += 1 }
        }
        #expect(ends.values.allSatisfy { $0 == 1 })
        #expect(ends.count == ledger.done)
    }

    @Test func `the same seed plays the same game`() throws {
        func play() throws -> [JournalLedger] {
            let simulation = try Simulation(seed: 7)
            return try (0..<300).map { _ in
                try simulation.step()
                return simulation.bench.state.ledger
            }
        }
        #expect(try play() == play())
    }
}
