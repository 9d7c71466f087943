import Simulation
import TestSupport
import Testing

/// A few hundred games. `make simulate` plays them by the hundred thousand.
struct SimulationTests {
    @Test(arguments: Batches.of(Seeds.some(300)))
    func `whatever happens, every promise of the queue is kept`(batch: Batch) {
        for seed in batch.seeds {
            let game = Game(Plan(seed: seed))
            #expect(game.violation == nil, "make simulate SEED=\(seed)")
        }
    }

    @Test func `the same seed plays the same game`() {
        let games = (0..<2).map { _ in Game(Plan(seed: 7), isTraced: true) }
        #expect(games[0].trace == games[1].trace)
        #expect(games[0].tally == games[1].tally)
        #expect(games[0].trace.count > 100)
    }

    @Test func `all that can happen does, within a few hundred games`() {
        var tally = Tally()
        for seed in 1...300 { tally += Game(Plan(seed: UInt64(seed))).tally }
        for item in Tally.Item.allCases { #expect(tally[item] > 0, "\(item)") }
    }
}

/// Seeds that one test case plays, so that a case is worth its start.
struct Batch: CustomTestStringConvertible {
    let seeds: ArraySlice<UInt64>
    var testDescription: String { "seeds \(seeds.first ?? 0) to \(seeds.last ?? 0)" }
}

enum Batches {
    static func of(_ seeds: [UInt64]) -> [Batch] {
        stride(from: 0, to: seeds.count, by: 50).map { Batch(seeds: seeds[$0..<min($0 + 50, seeds.count)]) }
    }
}
