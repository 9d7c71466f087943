internal import Synchronization
package import ZeroMQ

/// The handle by which other threads speak to a running server.
package final class QueueServerControl: Sendable {
    let wakeup: Wakeup
    private let draining = Atomic(false)
    private let stopping = Atomic(false)
    private let whenBound: @Sendable (String) -> Void

    /// - Parameter whenBound: Called once, on the server's thread, with the endpoint as it was bound.
    package init(whenBound: @escaping @Sendable (String) -> Void = { _ in }) throws(ZeroMQError) {
        wakeup = try Wakeup()
        self.whenBound = whenBound
    }

    var isDraining: Bool { draining.load(ordering: .relaxed) }
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// Asks for a clean end: accept and dispatch nothing more, take the answers that workers still owe, leave.
    package func drain() {
        draining.store(true, ordering: .relaxed)
        wakeup.signal()
    }

    /// Asks for the end after this turn.
    package func stop() {
        stopping.store(true, ordering: .relaxed)
        wakeup.signal()
    }

    func bound(to endpoint: String) { whenBound(endpoint) }
}
