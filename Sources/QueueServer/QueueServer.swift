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
    /// How many rows one turn counts for an audit: some ten milliseconds of work.
    private static let auditSlice = 2_000

    private let socket: Socket
    private let journal: any Journal
    private let options: QueueServerOptions
    private let control: QueueServerControl
    private let logger: Logger
    private let reader: JournalReader
    private let start = ContinuousClock.now
    private var turn: QueueTurn
    private var bodies: BodyCache
    private var queries: [PendingQuery] = []
    /// Those who wait for a count of the books, which is taken a slice a turn.
    private var audits: [PendingQuery] = []
    /// Peers that could not be sent something; what they said before may still wait to be heard.
    private var unreachable: Set<Peer> = []
    /// Answers to orders, which promise something and therefore wait for the commit.
    private var confirmations: [(peer: Peer, n: Int, answer: QueueAnswer)] = []
    private var rates: ClientRates
    private var windows = ClientWindows()
    private var clock: TickClock
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
        turn = QueueTurn(state: QueueState(rules: options.rules, recovery: recovery, seed: seed))
        bodies = BodyCache(capacity: options.cacheBytes)
        rates = ClientRates(perSecond: options.rateLimit)
        clock = TickClock(patience: options.rules.heartbeat)
        socket = try Socket(.router, context: context, options: options.socketOptions)
        try options.connections.watch(socket, context)
        try socket.bindPrivately(options.endpoint)
        let bound = try socket.lastEndpoint
        if let insider = options.insider { try socket.bind(insider.endpoint) }
        control.bound(to: bound)
        logger.info(
            "serving",
            metadata: [
                "endpoint": "\(options.endpoint)", "pending": "\(recovery.pending.count)",
                "generation": "\(recovery.generation)", "clients": "\(options.connections.limit)",
            ]
        )
    }

    /// Serves until told to drain, and the workers have answered or the time for that has passed.
    ///
    /// - Throws: `ZeroMQError` where the socket fails, and the journal's error where it turns out to be damaged: better to
    ///   serve nothing than less than was accepted. The journal is then as the last commit left it.
    package func run() throws {
        defer { options.connections.close() }
        var drainDeadline: Duration?
        while true {
            _ = try socket.wait(for: .input, wakeup: control.wakeup, timeout: untilNextTurn)
            let now = time
            let received = try socket.receive(upTo: Self.turnLimit) { message in take(&message, now) }
            if received < Self.turnLimit { loseUnreachable(now) }
            if control.isDraining, drainDeadline == nil {
                logger.info("draining", metadata: ["held": "\(turn.state.heldCount)"])
                drainDeadline = now.elapsed + options.drainTimeout
                step(.drain, body: nil, now)
            }
            if clock.ticks(at: now.elapsed, hasHeardAll: received < Self.turnLimit) { tick(now) }
            note(turn.dispatch(at: now), body: nil)
            flush(now)
            turn.state.note(turn: time.elapsed - now.elapsed)
            answerQueries()
            continueAudit()
            if let damage { throw damage }
            // A journal that can't be written is not waited for longer than workers are: nothing was promised.
            let isAtRest = turn.state.heldCount == 0 && !turn.isStalled
            if let drainDeadline, isAtRest || now.elapsed >= drainDeadline { break }
            if control.isStopping { break }
        }
        logger.info("stopped", metadata: ["pending": "\(turn.state.pendingCount)"])
    }

    private var time: QueueTime { QueueTime(elapsed: ContinuousClock.now - start, wall: WallClock.milliseconds) }

    private var untilNextTurn: Duration {
        audits.isEmpty ? clock.untilNext(from: ContinuousClock.now - start) : .zero
    }

    private func tick(_ now: QueueTime) {
        options.connections.read()
        let isLow = turn.isStalled || options.isDiskLow()
        if isLow != turn.state.isDiskLow { step(.disk(isLow: isLow), body: nil, now) }
        step(.tick, body: nil, now)
        rates.prune(at: now.elapsed)
        for (peer, number) in windows.overdue(at: now.elapsed) { ping(peer, number) }
        // Whoever waits for an audit is told that it goes on.
        for pending in audits { ping(pending.peer, 0) }
        if options.isOrphaned() { control.drain() }
    }

    /// Gives up those that could not be reached, now that all they had said is heard: a worker that said `bye` and went
    /// while its next task was being written down has left in good order.
    private func loseUnreachable(_ now: QueueTime) {
        for peer in unreachable { step(.unreachable(peer), body: nil, now) }
        unreachable.removeAll()
    }

    // MARK: Events

    private func step(_ event: QueueEvent, body: [UInt8]?, _ now: QueueTime) {
        note(turn.handle(event, body: body, at: now), body: body)
    }

    private func note(_ writes: [JournalWrite], body: [UInt8]?) {
        for write in writes { bodies.note(write, body: body) }
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
        let sender = options.sender(of: message, peer)
        if let refusal = sender.refusal(of: header) { return refuse(peer, refusal) }
        let body = message.count == 3 ? message.array(2) : nil
        do {
            try handle(header, body, from: sender, now)
        } catch let refusal as Refusal {
            refuse(peer, refusal)
        } catch {
            note(error)
            logger.error("can't handle a message", metadata: ["error": "\(error)", "peer": "\(peer)"])
            refuse(peer, Refusal(code: "internal", reason: "the journal can't be read"))
        }
    }

    private func handle(_ header: Header, _ body: [UInt8]?, from sender: Sender, _ now: QueueTime) throws {
        let peer = sender.peer
        switch header {
        case .hello(let hello):
            logger.debug("hello", metadata: ["worker": "\(hello.worker)", "stage": "\(hello.stage)"])
            step(.hello(peer, hello), body: nil, now)
        case .done(let lease, let sketch):
            let kinship = try options.findsNearDuplicates ? sketch.map { try turn.state.kinship(of: $0, journal) } : nil
            step(.done(peer, lease, size: body?.count ?? 0, kinship: kinship), body: body, now)
        case .fail(let failure): step(.fail(peer, failure), body: nil, now)
        case .ping(let n): step(.ping(peer, n), body: nil, now)
        case .pong(let n):
            if turn.state.isWorker(peer) { return step(.pong(peer), body: nil, now) }
            queries += windows.confirm(peer, n).map { PendingQuery(peer: peer, query: $0) }
        case .bye: step(.bye(peer), body: nil, now)
        case .submit(let submit):
            if let pause = rates.admit(sender.account, at: now.elapsed) {
                return turn.postpone(peer, submit.n, by: pause)
            }
            let id = ArticleID(deriving: body ?? [], key: submit.key)
            let isKnown = try body != nil && journal.contains(id)
            step(.submit(peer, submit, id, size: body?.count ?? 0, isKnown: isKnown), body: body, now)
        case .query(let query): queries.append(PendingQuery(peer: peer, query: query))
        case .welcome, .task, .drain, .accepted, .busy, .answer, .refused:
            throw Refusal(code: "unexpected", reason: "only the queue says this")
        }
    }

    private func refuse(_ peer: Peer, _ refusal: Refusal) { turn.refuse(peer, refusal) }

    // MARK: Commit, then send

    private func flush(_ now: QueueTime) {
        let wasStalled = turn.isStalled
        let (messages, commit) = turn.commit(to: journal, at: now)
        if case .failed(let error) = commit {
            note(error)
            logger.error("can't write the journal; trying again", metadata: ["error": "\(error)"])
        }
        for message in messages { send(message, now) }
        guard case .done = commit else { return }
        if wasStalled { logger.notice("the journal can be written again") }
        for (peer, n, answer) in confirmations { reply(answer, n, to: peer) }
        confirmations.removeAll()
        bodies.release()
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
        unreachable.insert(message.peer)
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
        for pending in asked {
            switch windows.admit(pending.query, of: pending.peer) {
            case .answer: answer(pending.query, to: pending.peer, now)
            case .wait: break
            case .refuse:
                let reason = "read the answers that you were sent, and answer the ping behind them, before you ask on"
                refuse(pending.peer, Refusal(n: pending.query.n, code: "unread_answers", reason: reason))
            }
        }
        flush(now)
    }

    private func answer(_ query: Query, to peer: Peer, _ now: QueueTime) {
        do {
            switch query.what {
            case .status:
                let status = options.connections.added(to: turn.state.status)
                reply(QueueAnswer(body: status.encoded()), query.n, to: peer)
            case .results: reply(try reader.results(after: query.cursor), query.n, to: peer)
            case .dead: reply(try reader.dead(after: query.cursor, LetterFilter(query)), query.n, to: peer)
            case .audit: audits.append(PendingQuery(peer: peer, query: query))
            case .article: reply(try reader.article(named: query), query.n, to: peer)
            case .retry, .drop:
                let letters = try reader.deadLetters(named: query)
                for record in letters.records {
                    step(query.what == .retry ? .retry(record) : .drop(record), body: nil, now)
                }
                confirmations.append((peer, query.n, letters.answer))
            }
        } catch let refusal as Refusal {
            refuse(peer, Refusal(n: query.n, code: refusal.code, reason: refusal.reason))
        } catch {
            note(error)
            logger.warning("can't answer a query", metadata: ["error": "\(error)", "what": "\(query.what)"])
            refuse(peer, Refusal(n: query.n, code: "internal", reason: "the query can't be answered: \(error)"))
        }
    }

    /// Counts a slice of the books, so that workers are heard and served however long the whole takes.
    private func continueAudit() {
        guard !audits.isEmpty else { return }
        do {
            guard let answer = try reader.continueAudit(rows: Self.auditSlice) else { return }
            for pending in audits { reply(answer, pending.query.n, to: pending.peer) }
        } catch {
            logger.warning("can't audit the journal", metadata: ["error": "\(error)"])
            let reason = "the journal can't be read: \(error)"
            for pending in audits {
                refuse(pending.peer, Refusal(n: pending.query.n, code: "internal", reason: reason))
            }
            let now = time
            for message in turn.takeWhatPromisesNothing() { send(message, now) }
        }
        audits.removeAll()
    }

    private func reply(_ answer: QueueAnswer, _ n: Int, to peer: Peer) {
        let size = answer.body.count
        var frames = Multipart(copying: peer.id, Header.answer(n: n, cursor: answer.cursor).encoded())
        frames.append(adopting: answer.body)
        guard sendToClient(&frames, peer) else { return }
        if let number = windows.note(size, to: peer, at: time.elapsed) { ping(peer, number) }
    }

    private func ping(_ peer: Peer, _ number: Int) {
        var frames = Multipart(copying: peer.id, Header.ping(number).encoded())
        _ = sendToClient(&frames, peer)
    }

    /// - Returns: Whether the client is there and has room for it.
    private func sendToClient(_ frames: inout Multipart, _ peer: Peer) -> Bool {
        do throws(ZeroMQError) { return try socket.send(&frames) } catch {
            logger.debug("a peer is gone", metadata: ["peer": "\(peer)", "error": "\(error)"])
            windows.forget(peer)
            audits.removeAll { $0.peer == peer }
            return false
        }
    }
}
