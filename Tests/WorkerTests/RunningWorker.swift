import Foundation
import Logging
import Synchronization
import Wire
import Worker
import ZeroMQ

/// A worker on a thread of its own, stopped with this object.
final class RunningWorker {
    /// A stage that is a closure.
    struct Handler: TaskHandler {
        let stage = RunningWorker.stage
        let model: String? = "by-hand-1"
        let work: @Sendable ([UInt8]) throws(TaskFailure) -> [UInt8]

        func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> TaskResult {
            TaskResult(try work(body))
        }
    }

    static let stage = StageName("polish")!

    let id: WorkerID
    private let control: WorkerControl
    private let ended: Wakeup
    private let hasEnded = Outcome()

    private final class Outcome: Sendable {
        let isThere = Atomic(false)
        // Written by the worker's thread before it signals, read by the test's after that.
        nonisolated(unsafe) var error: (any Error)?
    }

    convenience init(
        _ queue: FakeQueue,
        _ adjust: (inout WorkerOptions) -> Void = { _ in },
        work: @escaping @Sendable ([UInt8]) throws(TaskFailure) -> [UInt8]
    ) throws {
        try self.init(queue, handler: Handler(work: work), adjust)
    }

    init(_ queue: FakeQueue, handler: any TaskHandler, _ adjust: (inout WorkerOptions) -> Void = { _ in }) throws {
        let (ended, control) = (try Wakeup(), try WorkerControl())
        var options = WorkerOptions(queue: queue.endpoint, software: "tests 1")
        // A test must not wait for a pause whose length is a matter of chance.
        options.reconnect = .milliseconds(1)
        options.maximumReconnect = .milliseconds(10)
        options.welcomeTimeout = .seconds(60)
        adjust(&options)
        let (final, context, outcome) = (options, queue.context, hasEnded)
        let id = WorkerID("01HF7YAT00ABCDEFGHJKMNPQRS")!
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        Thread {
            do {
                try Worker(handler, id: id, options: final, control: control, context: context, logger: logger).run()
            } catch {
                outcome.error = error
            }
            outcome.isThere.store(true, ordering: .releasing)
            ended.signal()
        }.start()
        (self.id, self.ended, self.control) = (id, ended, control)
    }

    deinit {
        control.stop()
        try? waitForEnd()
    }

    func drain() { control.drain() }

    /// Waits until the worker has returned; once. - Throws: What it threw, or ``Silence``.
    func waitForEnd() throws {
        if !hasEnded.isThere.load(ordering: .acquiring) { try Self.wait(for: ended) }
        if let error = hasEnded.error { throw error }
    }

    static func wait(for wakeup: Wakeup) throws {
        var poller = Poller([], wakeup: wakeup)
        guard try poller.wait(timeout: FakeQueue.patience) else { throw Silence() }
    }
}
