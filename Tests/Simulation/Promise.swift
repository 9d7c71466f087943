/// What must hold after every step, whatever happened.
package enum Promise: String, Hashable, Sendable, CaseIterable {
    case acceptedIsKept = "what was accepted is kept"
    case nothingFromNowhere = "nothing is there that was not submitted, and nothing twice"
    case lawfulSteps = "an article moves one stage at a time, and stays where it ended"
    case stagesOnce = "a body has been through each stage once, in order, by the lease that was good"
    case attemptsBounded = "attempts are on disk before a task is sent, each delivery is counted, and they have an end"
    case leasesUnique = "a lease is never used again"
    case creditKept = "a worker never holds more tasks or bytes than its credit"
    case noIdleWaiting = "no article waits while a worker of its stage has nothing to do"
    case booksBalance = "the ledger, the census and the rules agree"
    case memoryBounded = "memory holds what is pending and no more"
    case nearDuplicatesNamed = "near duplicates name the one original that is on disk, over all restarts"
    case drainIsQuiet = "a queue that drains hands out nothing and accepts nothing"
    case everythingEnds = "with healthy workers and time, everything ends"
}

/// A promise that was broken.
package struct Violation: Error, Hashable, Sendable, CustomStringConvertible {
    package let promise: Promise
    package let detail: String

    init(_ promise: Promise, _ detail: String) {
        self.promise = promise
        self.detail = detail
    }

    package var description: String { "\(promise.rawValue): \(detail)" }
}

/// - Throws: ``Violation`` where the condition does not hold.
func require(_ condition: Bool, _ promise: Promise, _ detail: @autoclosure () -> String) throws(Violation) {
    if !condition { throw Violation(promise, detail()) }
}
