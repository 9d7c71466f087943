import Queue
import Testing
import Wire

/// Plays random clients, workers and faults against a bench; all chance comes from the seed.
final class Simulation {
    let bench: Bench
    private var generator: SplitMix64
    /// Who is at work, by name, and at which stage.
    private var workers: [(name: String, stage: String)] = []
    /// Answers that come late or from a worker that was taken for dead.
    private var stale: [(name: String, held: Bench.Held)] = []
    private var submitted: [String] = []
    private var workerCount = 0

    init(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        bench = try Bench(seed: seed) { rules in
            rules.maximumAttempts = Int.random(in: 1...4, using: &generator)
            rules.taskDeadline = .seconds(5)
            rules.maximumArticles = Int.random(in: 5...60, using: &generator)
            rules.backoff = .milliseconds(100)
        }
        self.generator = generator
    }

    private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    func step() throws {
        if bench.state.isDiskLow, chance(30) { try bench.handle(.disk(isLow: false)) }
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<30: try submit()
        case 30..<65: try answer()
        case 65..<72: try join()
        case 72..<76: try fail()
        case 76..<79: try loseWorker()
        case 79..<82: try leave()
        case 82..<85: try answerStale()
        case 85..<93: try pass(.milliseconds(Int.random(in: 1...700, using: &generator)))
        case 93..<94: try hang()
        case 94..<97: try judgeDeadLetters()
        case 97..<98: try bench.handle(.disk(isLow: true))
        default: try crash()
        }
        try buryPoisoned()
    }

    /// Peace: healthy workers, and time enough for everything to end.
    func settle() throws {
        try bench.handle(.disk(isLow: false))
        for _ in 0..<2_000 where bench.state.pendingCount > 0 {
            for stage in Bench.stages where !workers.contains(where: { $0.stage == stage }) { try join(stage) }
            for worker in workers {
                while bench.hands[worker.name]?.isEmpty == false, try !buryPoisoned() { try bench.answer(worker.name) }
            }
            try pass(.milliseconds(400))
        }
    }

    private func submit() throws {
        // Some come twice; some kill the worker that gets them.
        let known = chance(10) ? submitted.randomElement(using: &generator) : nil
        let text = known ?? (chance(4) ? "poison" : "article") + " \(submitted.count)"
        try bench.submit(text, priority: Int.random(in: 0...9, using: &generator))
        submitted.append(text)
    }

    private func join(_ stage: String? = nil) throws {
        workerCount += 1
        let name = "worker \(workerCount)"
        let stage = stage ?? Bench.stages.randomElement(using: &generator)!
        let tasks = Int.random(in: 1...6, using: &generator)
        workers.append((name, stage))
        try bench.join(name, stage, tasks: tasks, bytes: Int.random(in: 1_000...2_000, using: &generator))
    }

    private func busy() -> Int? {
        workers.indices.filter { bench.hands[workers[$0].name]?.isEmpty == false }.randomElement(using: &generator)
    }

    private func answer() throws {
        guard let index = busy() else { return }
        let held = bench.hands[workers[index].name]!.first!
        try bench.answer(workers[index].name)
        if chance(5) { stale.append((workers[index].name, held)) }
    }

    private func fail() throws {
        guard let index = busy() else { return }
        try bench.fail(workers[index].name, retry: chance(70))
    }

    private func loseWorker() throws {
        guard let index = workers.indices.randomElement(using: &generator) else { return }
        let name = workers.remove(at: index).name
        if let held = bench.hands[name]?.first { stale.append((name, held)) }
        bench.kill(name)
        if chance(50) { try bench.handle(.unreachable(Bench.peer(name))) }
    }

    private func leave() throws {
        guard let index = workers.indices.randomElement(using: &generator) else { return }
        try bench.leave(workers.remove(at: index).name)
    }

    private func answerStale() throws {
        guard let index = stale.indices.randomElement(using: &generator) else { return }
        let (name, held) = stale.remove(at: index)
        try bench.answer(held, as: chance(80) ? name : workers.randomElement(using: &generator)?.name ?? "nobody")
    }

    private func pass(_ duration: Duration) throws { try bench.pass(duration, heard: workers.map(\.name)) }

    /// Nobody answers until deadlines are missed; the workers breathe on.
    private func hang() throws {
        for _ in 0..<8 { try pass(.milliseconds(700)) }
    }

    private func judgeDeadLetters() throws {
        let letters = try bench.journal.ended(.dead, after: 0, limit: 3)
        try bench.together {
            for letter in letters { try bench.handle(chance(50) ? .retry(letter) : .drop(letter)) }
            if let letter = letters.first { try bench.handle(chance(50) ? .retry(letter) : .drop(letter)) }
        }
    }

    private func crash() throws {
        for worker in workers {
            if let held = bench.hands[worker.name]?.first { stale.append((worker.name, held)) }
            bench.kill(worker.name)
        }
        if chance(50) {
            // In the middle of a turn: what it did is lost.
            try bench.together {
                try submit()
                try bench.crash()
            }
        } else {
            try bench.crash()
        }
        workers = []
    }

    /// Whoever holds a poisoned article is gone, and the queue hears of it.
    @discardableResult
    private func buryPoisoned() throws -> Bool {
        var isAny = false
        while let index = workers.firstIndex(where: { bench.texts($0.name).contains { $0.hasPrefix("poison") } }) {
            let name = workers.remove(at: index).name
            bench.kill(name)
            try bench.handle(.unreachable(Bench.peer(name)))
            isAny = true
        }
        return isAny
    }
}
