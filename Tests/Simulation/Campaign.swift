internal import Synchronization

/// Many games, from one seed after the other, on several threads.
package struct Campaign: Sendable {
    package var first: UInt64
    package var count: Int
    package var threads: Int
    package var defect: Defect?

    package struct Result: Sendable {
        /// How many games were played.
        package var games = 0
        /// How many steps they had.
        package var steps = 0
        package var tally = Tally()
        /// The failure of the lowest seed among those that were played.
        package var failure: Game?
    }

    package init(first: UInt64 = 1, count: Int, threads: Int = 1, defect: Defect? = nil) {
        self.first = first
        self.count = count
        self.threads = threads
        self.defect = defect
    }

    /// Plays until all games are played or one has failed. - Parameter progress: Hears now and then how many were played.
    package func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) async -> Result {
        let progressOfAll = Progress()
        return await withTaskGroup(of: Result.self) { group in
            for thread in 0..<max(1, threads) {
                group.addTask { play(from: thread, progressOfAll, progress) }
            }
            var all = Result()
            for await result in group {
                all.games += result.games
                all.steps += result.steps
                all.tally += result.tally
                guard let failure = result.failure else { continue }
                if all.failure.map({ failure.plan.seed < $0.plan.seed }) ?? true { all.failure = failure }
            }
            return all
        }
    }

    private func play(from start: Int, _ all: Progress, _ progress: (Int) -> Void) -> Result {
        var result = Result()
        for number in stride(from: start, to: count, by: max(1, threads)) where !all.hasFailed {
            let game = Game(Plan(seed: first + UInt64(number)), defect: defect)
            result.games += 1
            result.steps += game.length
            result.tally += game.tally
            if game.violation != nil {
                result.failure = game
                all.fail()
            }
            let played = all.count()
            if played.isMultiple(of: 10_000) { progress(played) }
        }
        return result
    }

    private final class Progress: Sendable {
        private let played = Atomic(0)
        private let failed = Atomic(false)

        var hasFailed: Bool { failed.load(ordering: .relaxed) }
        func fail() { failed.store(true, ordering: .relaxed) }
        func count() -> Int { played.add(1, ordering: .relaxed).newValue }
    }
}
