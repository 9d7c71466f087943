/// One thing that happens. Numbers that pick someone are taken modulo how many there are, so a step makes sense whatever
/// came before it.
package enum Event: Hashable, Sendable {
    case pass(milliseconds: Int)
    case submit(Draft)
    case giveUpWaiting(client: Int)
    case join(stage: Int, tasks: Int, bytes: Int)
    case joinBadly(unknownStage: Bool)
    case work(worker: Int)
    case fail(worker: Int, retry: Bool)
    case answerWrongly(worker: Int, Wrong)
    case hang(worker: Int)
    case stall(worker: Int, milliseconds: Int)
    case die(worker: Int, isNoticed: Bool)
    case sayBye(worker: Int)
    case helloAgain(worker: Int, Again)
    case disconnect(worker: Int)
    case clog(worker: Int)
    case judge(letters: Int, drop: Bool)
    case disk(Disk)
    case kill(KillPoint, downtime: Int, times: Int)
    case drain(downtime: Int)
    case freeze(milliseconds: Int)
    case setClock(milliseconds: Int)

    package enum Draft: Hashable, Sendable {
        case new(size: Int, priority: Int)
        /// Kills each worker that gets to it at this stage.
        case poison(stage: Int, size: Int)
        /// Each worker that gets to it at this stage hangs, and breathes on.
        case tarpit(stage: Int, size: Int)
        /// One that was submitted before.
        case again(Int)
        case empty
        case tooLarge
    }

    package enum Wrong: Hashable, Sendable, CaseIterable {
        case twice, late, leaseOfAnother, noSuchLease, empty, tooLarge
    }

    package enum Again: Hashable, Sendable, CaseIterable {
        case here, onNewConnection, forOtherStage
    }

    package enum Disk: Hashable, Sendable, CaseIterable {
        case low, full, free
    }
}

/// An event, and the chance that goes with it.
package struct Step: Hashable, Sendable {
    package var event: Event
    /// Seeds what befalls messages in this step; 0 where nothing does.
    package var salt: UInt64
}
