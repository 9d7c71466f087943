package import Wire

/// The order in which a queue does things: it takes in what happened, hands out work, commits all of it at once, and only
/// then says anything that promises something.
///
/// While the journal can't be written, promises wait (``QueueOutput/Message/isPromise``), no work is handed out, and
/// everything else goes on. Tasks of the turn whose commit failed are taken back, for nobody has heard of them:
/// they cost no attempt, run out no deadline, and take up nobody's credit.
package struct QueueTurn {
    /// What became of a commit.
    package enum Commit {
        case done
        /// It failed a moment ago, and is not yet due again.
        case waiting
        case failed(any Error)
    }

    /// The pause before a failed commit is tried again.
    package static let commitRetry = Duration.seconds(1)

    package var state: QueueState
    /// Whether the last commit failed.
    package private(set) var isStalled = false
    private var batch: JournalBatch
    private var outbox: [QueueOutput.Message] = []
    private var nextCommit = Duration.zero

    package init(state: QueueState) {
        self.state = state
        batch = JournalBatch(ledger: state.ledger)
    }

    /// How many messages wait for a commit.
    package var waitingCount: Int { outbox.count }

    /// Takes in one event; `body` is that of its message. - Returns: What it makes the next commit write.
    @discardableResult
    package mutating func handle(_ event: QueueEvent, body: [UInt8]? = nil, at now: QueueTime) -> [JournalWrite] {
        state.handle(event, at: now)
        return collect(body)
    }

    /// Counts and answers a message that broke the protocol.
    package mutating func refuse(_ peer: Peer, _ refusal: Refusal) {
        state.refuse(peer, refusal)
        collect(nil)
    }

    /// Tells a client that submits too fast to wait.
    package mutating func postpone(_ peer: Peer, _ n: Int, by pause: Duration) {
        state.postpone(peer, n, by: pause)
        collect(nil)
    }

    /// Hands out work. Called once a turn, when all events are in. - Returns: What it makes the next commit write.
    @discardableResult
    package mutating func dispatch(at now: QueueTime) -> [JournalWrite] {
        guard !isStalled else { return [] }
        state.dispatch(at: now)
        return collect(nil)
    }

    /// Commits what has happened since the last commit. - Returns: The messages that may go out now, in order.
    package mutating func commit(
        to journal: any Journal,
        at now: QueueTime
    ) -> (messages: [QueueOutput.Message], commit: Commit) {
        guard now.elapsed >= nextCommit else { return (takeWhatPromisesNothing(), .waiting) }
        do { try journal.commit(batch) } catch {
            isStalled = true
            nextCommit = now.elapsed + Self.commitRetry
            recallTasks()
            return (takeWhatPromisesNothing(), .failed(error))
        }
        isStalled = false
        batch = JournalBatch(ledger: state.ledger)
        state.committed()
        defer { outbox.removeAll(keepingCapacity: true) }
        return (outbox, .done)
    }

    /// Takes the messages that may go out before a commit.
    package mutating func takeWhatPromisesNothing() -> [QueueOutput.Message] {
        let messages = outbox
        outbox = messages.filter(\.isPromise)
        return messages.filter { !$0.isPromise }
    }

    private mutating func recallTasks() {
        let messages = outbox
        outbox.removeAll { $0.lease != nil }
        for lease in messages.compactMap(\.lease) { state.recall(lease) }
        collect(nil)
    }

    @discardableResult
    private mutating func collect(_ body: [UInt8]?) -> [JournalWrite] {
        let output = state.takeOutput()
        for write in output.writes { batch.add(write, body: body, ledger: state.ledger) }
        outbox += output.messages
        return output.writes
    }
}

extension QueueOutput.Message {
    /// That of a task.
    fileprivate var lease: LeaseID? { if case .task(let task) = header { task.lease } else { nil } }
}
