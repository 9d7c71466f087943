import Queue

/// What may happen in a game, and how often.
///
/// Each game leaves some things out and has more of others: what only shows when one thing happens a lot, or another not
/// at all, shows sooner (swarm testing: Groce et al., ISSTA 2012).
struct Deck {
    private enum Kind: CaseIterable {
        case pass, submit, giveUp, join, joinBadly, work, fail, wrong, hang, stall, die, bye, again, disconnect, clog
        case judge, disk, kill, drain, freeze, clock

        var weight: Int {
            switch self {
            case .pass: 20
            case .submit: 22
            case .work: 26
            case .join: 8
            case .wrong: 5
            case .fail, .die, .judge, .disk, .kill: 4
            case .hang, .stall, .bye, .again, .disconnect: 2
            case .giveUp, .joinBadly, .clog, .drain, .freeze, .clock: 1
            }
        }

        var isNeeded: Bool { [.pass, .submit, .work, .join].contains(self) }
    }

    private let rules: QueueRules
    private var kinds: [Kind] = []

    init(_ rules: QueueRules, _ generator: inout SplitMix64) {
        self.rules = rules
        for kind in Kind.allCases {
            let factor = kind.isNeeded ? 1 : [0, 1, 1, 1, 3].randomElement(using: &generator)!
            kinds += Array(repeating: kind, count: kind.weight * factor)
        }
    }

    func draw(_ generator: inout SplitMix64) -> Event {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
        let who = number(0...999)
        switch kinds[number(0...kinds.count - 1)] {
        case .pass: return .pass(milliseconds: chance(10) ? number(400...1_800) : number(1...250))
        case .submit: return .submit(draft(&generator))
        case .giveUp: return .giveUpWaiting(client: who)
        case .join:
            // As small as may be, or room for some.
            let bytes = rules.maximumBody + (chance(50) ? 0 : number(0...rules.maximumBody * 2))
            return .join(stage: who, tasks: number(1...6), bytes: bytes)
        case .joinBadly: return .joinBadly(unknownStage: chance(50))
        case .work: return .work(worker: who)
        case .fail: return .fail(worker: who, retry: chance(75))
        case .wrong: return .answerWrongly(worker: who, Event.Wrong.allCases.randomElement(using: &generator)!)
        case .hang: return .hang(worker: who)
        case .stall: return .stall(worker: who, milliseconds: number(100...4_000))
        case .die: return .die(worker: who, isNoticed: chance(50))
        case .bye: return .sayBye(worker: who)
        case .again: return .helloAgain(worker: who, Event.Again.allCases.randomElement(using: &generator)!)
        case .disconnect: return .disconnect(worker: who)
        case .clog: return .clog(worker: who)
        case .judge: return .judge(letters: number(1...3), drop: chance(50))
        case .disk: return .disk(Event.Disk.allCases.randomElement(using: &generator)!)
        case .kill:
            let times = chance(25) ? number(2...3) : 1
            return .kill(
                killPoint(&generator),
                downtime: chance(50) ? number(0...200) : number(200...3_000),
                times: times
            )
        case .drain: return .drain(downtime: number(0...500))
        case .freeze: return .freeze(milliseconds: chance(50) ? number(100...2_000) : number(2_000...100_000))
        case .clock: return .setClock(milliseconds: number(-5_000_000...5_000_000))
        }
    }

    private func draft(_ generator: inout SplitMix64) -> Event.Draft {
        let size = Int.random(in: 12...max(12, rules.maximumBody - 20), using: &generator)
        let stage = Int.random(in: rules.stages.indices, using: &generator)
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<8: return .again(Int.random(in: 0..<1_000, using: &generator))
        case 8..<13: return .poison(stage: stage, size: size)
        case 13..<15: return .tarpit(stage: stage, size: size)
        case 15: return .empty
        case 16: return .tooLarge
        case 17..<20: return .new(size: rules.maximumBody - 4, priority: 5)
        default: return .new(size: min(size, 40), priority: Int.random(in: 0...9, using: &generator))
        }
    }

    private func killPoint(_ generator: inout SplitMix64) -> KillPoint {
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: .idle
        case 1: .beforeWrite
        case 2: .torn
        case 3: .beforeSync(survives: true)
        case 4: .beforeSync(survives: false)
        case 5: .afterSync
        default: .whileSending(Int.random(in: 0...3, using: &generator))
        }
    }
}
