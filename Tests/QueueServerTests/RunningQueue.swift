import Foundation
import Logging
import Queue
import QueueSQLite
import QueueServer
import Synchronization
import TestSupport
import Testing
import Wire
import ZeroMQ

/// A queue server on a thread of its own, stopped with this object.
final class RunningQueue {
    enum Transport: CaseIterable { case inproc, ipc, tcp }
    enum Store: CaseIterable { case memory, sqlite }

    static let stages = ["first", "second", "third"].map { StageName($0)! }

    let endpoint: String
    let context: Context
    let directory: TemporaryDirectory
    private let control: QueueServerControl
    private let outcome: Outcome

    /// What the server's thread says, and when.
    private final class Outcome: Sendable {
        let bound: Wakeup
        let ended: Wakeup
        let hasEnded = Atomic(false)
        // Written by the server's thread before it signals, read by the test's after that.
        nonisolated(unsafe) var endpoint = ""
        nonisolated(unsafe) var error: (any Error)?

        init() throws {
            bound = try Wakeup()
            ended = try Wakeup()
        }
    }

    convenience init(
        _ transport: Transport = .inproc,
        _ store: Store = .memory,
        _ adjust: (inout QueueServerOptions) -> Void = { _ in }
    ) throws {
        let directory = try TemporaryDirectory()
        try self.init(transport, in: directory, adjust) {
            switch store {
            case .memory: MemoryJournal()
            case .sqlite: try SQLiteJournal(directory: directory.url)
            }
        }
    }

    init(
        _ transport: Transport,
        in directory: TemporaryDirectory,
        _ adjust: (inout QueueServerOptions) -> Void = { _ in },
        journal: @escaping @Sendable () throws -> any Journal
    ) throws {
        let outcome = try Outcome()
        let context = try Context()
        let control = try QueueServerControl { endpoint in
            outcome.endpoint = endpoint
            outcome.bound.signal()
        }
        var rules = QueueRules(stages: Self.stages)
        // A test that is held up must not lose its workers; those about silence set their own.
        rules.dead = .seconds(60)
        let wanted =
            switch transport {
            case .inproc: "inproc://queue"
            case .ipc: "ipc://" + directory.url.appending(path: "q").path
            case .tcp: "tcp://127.0.0.1:*"
            }
        var options = QueueServerOptions(rules: rules, endpoint: wanted)
        adjust(&options)
        let final = options
        let thread = Thread {
            do {
                let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                let journal = try journal()
                let server = try QueueServer(
                    journal: journal,
                    options: final,
                    control: control,
                    context: context,
                    logger: logger
                )
                try server.run()
                try journal.close()
            } catch {
                outcome.error = error
            }
            outcome.hasEnded.store(true, ordering: .releasing)
            outcome.bound.signal()
            outcome.ended.signal()
        }
        thread.stackSize = 8 << 20
        thread.start()
        try Self.wait(outcome.bound)
        if outcome.hasEnded.load(ordering: .acquiring), let error = outcome.error { throw error }
        (self.context, self.control, self.outcome, self.directory) = (context, control, outcome, directory)
        endpoint = outcome.endpoint
    }

    deinit {
        control.stop()
        try? waitForEnd()
    }

    func dealer() throws -> Dealer { try Dealer(endpoint, context) }

    func drain() { control.drain() }

    /// Waits until the server has returned; once. - Throws: What it threw, or ``Silence``.
    func waitForEnd() throws {
        if !outcome.hasEnded.load(ordering: .acquiring) { try Self.wait(outcome.ended) }
        if let error = outcome.error { throw error }
    }

    private static func wait(_ wakeup: Wakeup) throws {
        var poller = Poller([], wakeup: wakeup)
        guard try poller.wait(timeout: Dealer.patience) else { throw Silence() }
    }
}
