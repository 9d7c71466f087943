internal import JSON
package import Logging
package import Queue
internal import Wire
package import ZeroMQ

/// The queue's outside: one ROUTER, one journal, one thread, and between them the rules of ``QueueState``.
///
/// Each turn takes what has arrived, hands it to the rules, commits their writes with one fsync, and only then sends
/// their messages. What arrives meanwhile waits in ZeroMQ and makes the next turn's group commit larger, so throughput
/// rises with load while a lone article waits for one fsync only.
package final class QueueServer {
    /// The most messages that one turn takes in: enough to spread an fsync thin, little enough to keep time.
    private static let turnLimit = 1_024
    /// How often deadlines and silent workers are looked at.
    private static let tickInterval = Duration.milliseconds(100)
    /// The pause before a failed commit is tried again.
    private static let commitRetry = Duration.seconds(1)

    private let socket: Socket
    private let journal: any Journal
    private let options: QueueServerOptions
    private let control: QueueServerControl
    private let logger: Logger
    private let reader: JournalReader
    private let start = ContinuousClock.now
    private var state: QueueState
    private var batch: JournalBatch
    private var bodies: BodyCache
    private var outbox: [QueueOutput.Message] = []
    private var queries: [PendingQuery] = []
    /// Answers to orders, which promise something and therefore wait for the commit.
    private var confirmations: [(peer: Peer, n: Int, answer: QueueAnswer)] = []
    private var nextTick = Duration.zero
    private var nextCommit = Duration.zero
    private var isStalled = false
    /// What shows that the journal is damaged.
    private var damage: (any Error)?

    /// Binds the endpoint and reads the journal. Everything after happens on the thread that calls ``run()``, which must
    /// be this one.
    ///
    /// - Throws: `ZeroMQError` where the endpoint can't be bound, or the journal's error.
    package init(
        journal: any Journal,
        options: QueueServerOptions,
        control: QueueServerControl,
        context: Context,
        logger: Logger
    ) throws {
        self.journal = journal
        self.options = options
        self.control = control
        self.logger = logger
        reader = JournalReader(journal, stages: options.rules.stages)
        let recovery = try journal.recover()
        let seed = UInt64.random(in: .min ... .max)
        state = QueueState(rules: options.rules, recovery: recovery, seed: seed)
        batch = JournalBatch(ledger: recovery.ledger)
        bodies = BodyCache(capacity: options.cacheBytes)
        socket = try Socket(.router, context: context, options: options.socketOptions)
        try socket.bind(options.endpoint)
        control.bound(to: try socket.lastEndpoint)
        logger.info(
            "serving",
            metadata: [
                "endpoint": "\(options.endpoint)", "pending": "\(recovery.pending.count)",
                "generation": "\(recovery.generation)",
            ]
        )
    }

    /// Serves until told to drain, and the workers have answered or the time for that has passed.
    ///
    /// - Throws: `ZeroMQError` where the socket fails, and the journal's error where it turns out to be damaged: better to
    ///   serve nothing than less than was accepted. The journal is then as the last commit left it.
    package func run() throws {
        var drainDeadline: Duration?
        while true {
            _ = try socket.wait(for: .input, wakeup: control.wakeup, timeout: untilNextTurn)
            let now = time
            let received = try socket.receive(upTo: Self.turnLimit) { message in take(&message, now) }
            if control.isDraining, drainDeadline == nil {
                logger.info("draining", metadata: ["held": "\(state.heldCount)"])
                drainDeadline = now.elapsed + options.drainTimeout
                step(.drain, body: nil, now)
            }
            // Silence is judged when nothing that was said waits to be heard; under lasting overload, after a heartbeat
            // all the same, for a ROUTER takes from its peers in turn, and a living worker has been heard by then.
            let overdue = now.elapsed - nextTick
            if overdue >= .zero, received < Self.turnLimit || overdue >= options.rules.heartbeat { tick(now) }
            state.dispatch(at: now)
            collect(body: nil)
            flush(now)
            answerQueries()
            if let damage { throw damage }
            if let drainDeadline, !isStalled, state.heldCount == 0 || now.elapsed >= drainDeadline { break }
            if control.isStopping { break }
        }
        logger.info("stopped", metadata: ["pending": "\(state.pendingCount)"])
    }

    private var time: QueueTime { QueueTime(elapsed: ContinuousClock.now - start, wall: WallClock.milliseconds) }

    private var untilNextTurn: Duration {
        let now = ContinuousClock.now - start
        return max(.zero, nextTick - now)
    }

    private func tick(_ now: QueueTime) {
        nextTick = now.elapsed + Self.tickInterval
        let isLow = isStalled || options.isDiskLow()
        if isLow != state.isDiskLow { step(.disk(isLow: isLow), body: nil, now) }
        step(.tick, body: nil, now)
        if options.isOrphaned() { control.drain() }
    }

    // MARK: Events

    private func step(_ event: QueueEvent, body: [UInt8]?, _ now: QueueTime) {
        state.handle(event, at: now)
        collect(body: body)
    }

    private func collect(body: [UInt8]?) {
        let output = state.takeOutput()
        for write in output.writes {
            batch.add(write, body: body, ledger: state.ledger)
            bodies.note(write, body: body)
        }
        outbox += output.messages
    }

    private func take(_ message: inout Multipart, _ now: QueueTime) {
        let peer = Peer(message.array(0))
        guard message.count == 2 || message.count == 3, !message.isTruncated else {
            let reason = "a message has a header and at most one body, not \(message.count - 1) frames"
            return refuse(peer, Refusal(code: "bad_frames", reason: reason))
        }
        let header: Header
        do throws(Refusal) {
            header = try message.withUnsafeBytes(1) { bytes throws(Refusal) in
                try Header(decoding: bytes.bindMemory(to: UInt8.self))
            }
        } catch {
            return refuse(peer, error)
        }
        let body = message.count == 3 ? message.array(2) : nil
        do {
            try handle(header, body, from: peer, now)
        } catch let refusal as Refusal {
            refuse(peer, refusal)
        } catch {
            note(error)
            logger.error("can't handle a message", metadata: ["error": "\(error)", "peer": "\(peer)"])
            refuse(peer, Refusal(code: "internal", reason: "the journal can't be read"))
        }
    }

    private func handle(_ header: Header, _ body: [UInt8]?, from peer: Peer, _ now: QueueTime) throws {
        switch header {
        case .hello(let hello):
            logger.debug("hello", metadata: ["worker": "\(hello.worker)", "stage": "\(hello.stage)"])
            step(.hello(peer, hello), body: nil, now)
        case .done(let lease): step(.done(peer, lease, size: body?.count ?? 0), body: body, now)
        case .fail(let failure): step(.fail(peer, failure), body: nil, now)
        case .ping(let n): step(.ping(peer, n), body: nil, now)
        case .pong: step(.pong(peer), body: nil, now)
        case .bye: step(.bye(peer), body: nil, now)
        case .submit(let submit):
            let id = ArticleID(deriving: body ?? [], key: submit.key)
            let isKnown = try body != nil && journal.contains(id)
            step(.submit(peer, submit, id, size: body?.count ?? 0, isKnown: isKnown), body: body, now)
        case .query(let query): queries.append(PendingQuery(peer: peer, query: query))
        case .welcome, .task, .drain, .accepted, .busy, .answer, .refused:
            throw Refusal(code: "unexpected", reason: "only the queue says this")
        }
    }

    private func refuse(_ peer: Peer, _ refusal: Refusal) {
        state.refuse(peer, refusal)
        collect(body: nil)
    }

    // MARK: Commit, then send

    private func flush(_ now: QueueTime) {
        guard now.elapsed >= nextCommit else { return sendWhatNeedsNoCommit() }
        do {
            try journal.commit(batch)
        } catch {
            note(error)
            logger.error("can't write the journal; trying again", metadata: ["error": "\(error)"])
            isStalled = true
            nextCommit = now.elapsed + Self.commitRetry
            return sendWhatNeedsNoCommit()
        }
        if isStalled { logger.notice("the journal can be written again") }
        isStalled = false
        batch = JournalBatch(ledger: state.ledger)
        state.committed()
        let messages = outbox
        outbox.removeAll(keepingCapacity: true)
        for message in messages { send(message, now) }
        for (peer, n, answer) in confirmations { reply(answer, n, to: peer) }
        confirmations.removeAll()
        bodies.release()
    }

    /// While the journal can't be written, promises are held back and everything else goes on.
    private func sendWhatNeedsNoCommit() {
        let messages = outbox
        outbox.removeAll(keepingCapacity: true)
        let now = time
        for message in messages {
            switch message.header {
            case .accepted, .task: outbox.append(message)
            default: send(message, now)
            }
        }
    }

    private func send(_ message: QueueOutput.Message, _ now: QueueTime) {
        var frames = Multipart(copying: message.peer.id, message.header.encoded())
        if case .article(let sequence) = message.body {
            do {
                guard let body = try bodies[sequence] ?? journal.body(sequence) else {
                    return logger.error("no body", metadata: ["sequence": "\(sequence)"])
                }
                frames.append(copying: body)
            } catch {
                note(error)
                return logger.error("can't read the journal", metadata: ["error": "\(error)"])
            }
        }
        do throws(ZeroMQError) {
            if try socket.send(&frames) { return }
            logger.warning("a peer takes nothing more", metadata: ["peer": "\(message.peer)"])
        } catch {
            logger.debug("a peer is gone", metadata: ["peer": "\(message.peer)", "error": "\(error)"])
        }
        // What it held goes to others with the next turn.
        state.handle(.unreachable(message.peer), at: now)
        collect(body: nil)
    }

    private func note(_ error: any Error) {
        if (error as? any JournalFault)?.isDamage == true { damage = error }
    }

    // MARK: Queries, after the commit, so that they see what was promised

    private func answerQueries() {
        guard !queries.isEmpty else { return }
        let asked = queries
        queries.removeAll()
        let now = time
        for pending in asked { answer(pending.query, to: pending.peer, now) }
        flush(now)
    }

    private func answer(_ query: Query, to peer: Peer, _ now: QueueTime) {
        do {
            switch query.what {
            case .status: reply(QueueAnswer(body: state.status.encoded()), query.n, to: peer)
            case .results: reply(try reader.results(after: query.cursor), query.n, to: peer)
            case .dead: reply(try reader.dead(after: query.cursor), query.n, to: peer)
            case .audit: reply(try reader.audit(), query.n, to: peer)
            case .article: reply(try reader.article(named: query), query.n, to: peer)
            case .retry, .drop:
                let records = try reader.deadLetters(named: query)
                for record in records { step(query.what == .retry ? .retry(record) : .drop(record), body: nil, now) }
                let answer = QueueAnswer(body: Array(#"{"count":\#(records.count)}"#.utf8))
                confirmations.append((peer, query.n, answer))
            }
        } catch let refusal as Refusal {
            refuse(peer, Refusal(n: query.n, code: refusal.code, reason: refusal.reason))
        } catch {
            note(error)
            logger.warning("can't answer a query", metadata: ["error": "\(error)", "what": "\(query.what)"])
            refuse(peer, Refusal(n: query.n, code: "internal", reason: "the query can't be answered: \(error)"))
        }
    }

    private func reply(_ answer: QueueAnswer, _ n: Int, to peer: Peer) {
        var frames = Multipart(copying: peer.id, Header.answer(n: n, cursor: answer.cursor).encoded())
        frames.append(adopting: answer.body)
        do throws(ZeroMQError) { _ = try socket.send(&frames) } catch {
            logger.debug("a peer is gone", metadata: ["peer": "\(peer)", "error": "\(error)"])
        }
    }
}
