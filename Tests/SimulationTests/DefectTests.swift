import Simulation
import Testing

/// The simulation notices queues that are broken, each in its way.
struct DefectTests {
    /// From other seeds on, the hardest to find took up to 143 games; the others, 26.
    private static let mostSeeds = 300

    @Test(arguments: Defect.allCases)
    func `a broken queue is caught within three hundred games, by the promise that it breaks`(defect: Defect) throws {
        let games = (1...Self.mostSeeds).lazy.map { Game(Plan(seed: UInt64($0)), defect: defect) }
        let failure = try #require(games.first { $0.violation != nil })
        let promise = try #require(failure.violation?.promise)
        #expect(defect.breaks.contains(promise), "\(failure.violation!)")
    }

    @Test func `the shortest game has no step that could be left out`() throws {
        let games = (1...Self.mostSeeds).lazy.map { Game(Plan(seed: UInt64($0)), defect: .forgetsGenerations) }
        let failure = try #require(games.first { $0.violation != nil })
        let shortest = Shrinking.shrink(failure, defect: .forgetsGenerations)
        #expect(shortest.violation?.promise == .leasesUnique)
        // An article, a worker of its stage, and the end of the queue, which the worker or another outlives.
        #expect((1...5).contains(shortest.plan.steps.count))
        for index in shortest.plan.steps.indices {
            let without = Game(shortest.plan.leavingOut(index), defect: .forgetsGenerations)
            #expect(without.violation?.promise != .leasesUnique)
        }
    }
}

extension Defect {
    /// The promises one of which it is found by.
    fileprivate var breaks: Set<Promise> {
        switch self {
        case .acknowledgesBeforeCommit: [.acceptedIsKept]
        case .acknowledgesBeforeSync: [.acceptedIsKept, .booksBalance]
        case .keepsTornCommits: [.booksBalance, .nothingFromNowhere]
        case .ignoresFullDisk: [.booksBalance, .attemptsBounded, .acceptedIsKept]
        case .forgetsAttempts, .takesLossForBye: [.attemptsBounded]
        case .forgetsGenerations: [.leasesUnique]
        // An answer that counts for another lease frees the credit of a worker that has not answered.
        case .ignoresLeases: [.stagesOnce, .creditKept]
        case .lastAnswerWins: [.lawfulSteps]
        case .ignoresCredit: [.creditKept, .memoryBounded]
        case .insertsDuplicates: [.nothingFromNowhere]
        case .trustsTheDead: [.noIdleWaiting, .memoryBounded]
        case .forgetsFreshSketches: [.nearDuplicatesNamed]
        case .trustsWallClock: [.noIdleWaiting, .memoryBounded, .everythingEnds]
        }
    }
}
