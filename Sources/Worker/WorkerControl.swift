internal import Synchronization
package import ZeroMQ

/// The handle by which other threads speak to a running worker.
package final class WorkerControl: Sendable {
    let wakeup: Wakeup
    private let draining = Atomic(false)
    private let stopping = Atomic(false)

    package init() throws(ZeroMQError) { wakeup = try Wakeup() }

    var isDraining: Bool { draining.load(ordering: .relaxed) }
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// Asks for a clean end: finish what is being worked on, give the rest back, leave.
    package func drain() {
        draining.store(true, ordering: .relaxed)
        wakeup.signal()
    }

    /// Asks for the end at once; the queue gives what is held to others.
    package func stop() {
        stopping.store(true, ordering: .relaxed)
        wakeup.signal()
    }
}
