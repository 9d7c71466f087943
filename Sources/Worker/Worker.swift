package import Logging
package import Wire
package import ZeroMQ

/// What all workers share: connect, say hello, take tasks as far as the credit goes, show signs of life, answer, leave.
///
/// One thread owns the socket and never works, so a worker breathes however long a task takes; each slot is a thread that
/// works and never speaks. The queue may come, go and come back; the worker finds it again by itself.
package final class Worker {
    private enum Phase {
        /// Not connected; to try again at the time given.
        case away(until: ContinuousClock.Instant)
        /// Has said hello; to give up at the time given.
        case greeting(until: ContinuousClock.Instant)
        case serving(Welcome)
    }

    private static let receiveLimit = 256
    /// How long the last words may take to reach the queue.
    private static let farewell = Duration.seconds(1)

    private let handler: any TaskHandler
    private let options: WorkerOptions
    private let control: WorkerControl
    private let context: Context
    private let bench: WorkBench
    private var logger: Logger
    private let id: WorkerID

    private var socket: Socket?
    private var phase = Phase.away(until: .now)
    private var failures = 0
    private var lastHeard = ContinuousClock.now
    private var lastPing = ContinuousClock.now
    /// Whether the queue has said `drain`: what is begun is finished, and then the worker looks for the queue's successor.
    private var isReleased = false
    private var watch: Watch
    private var random = SystemRandomNumberGenerator()

    package init(
        _ handler: any TaskHandler,
        id: WorkerID,
        options: WorkerOptions,
        control: WorkerControl,
        context: Context,
        logger: Logger
    ) {
        self.handler = handler
        self.id = id
        self.options = options
        self.control = control
        self.context = context
        self.logger = logger
        self.logger[metadataKey: "worker"] = "\(id)"
        bench = WorkBench(wakeup: control.wakeup)
        watch = Watch(options)
    }

    /// Works until told to stop. To be called once; everything happens on the thread that calls it and on the slots'.
    ///
    /// - Throws: ``WorkerFault`` where the process must end; the queue has been told by then, and the context must be
    ///   terminated for it to hear. `ZeroMQError` where no socket can be had; a queue that is not there is no error.
    package func run() throws {
        for number in 0..<options.slots { Slot.start(number, on: bench, handler: handler) }
        defer { bench.close() }
        var drainDeadline: ContinuousClock.Instant?
        while !control.isStopping {
            if control.isDraining, drainDeadline == nil {
                drainDeadline = .now + options.drainTimeout
                logger.info("draining", metadata: ["begun": "\(bench.tasksBegun.count)"])
                bench.discardWaiting()
            }
            try advance(isDraining: drainDeadline != nil)
            try sendResults()
            if let drainDeadline, !bench.isBusy || drainDeadline < .now { break }
            if isReleased, !bench.isBusy { try leave("the queue is about to stop") }
            try wait()
            try receive(isDraining: drainDeadline != nil)
            if let finding = watch.look({ bench.tasksBegun }, at: .now) { try giveUp(finding) }
            if options.isOrphaned() { control.drain() }
        }
        if bench.isBusy { logger.notice("leaving with tasks unfinished; the queue gives them to others") }
        try sayGoodbye()
        logger.debug("stopped")
    }

    /// Gives back what is held and not answered. Also before the welcome: tasks may be on their way behind it.
    private func sayGoodbye() throws(ZeroMQError) {
        try send(.bye)
        socket.take()?.close(linger: Self.farewell)
    }

    /// Tells the queue which tasks are to blame, gives the rest back, and ends.
    private func giveUp(_ finding: Watch.Finding) throws -> Never {
        try sendResults()
        if case .serving = phase {
            let (code, reason) = (finding.fault.code.rawValue, finding.fault.reason)
            for task in finding.tasks {
                try send(.fail(Failure(lease: task.lease, code: code, reason: reason, retry: true, alone: true)))
            }
        }
        try sayGoodbye()
        throw finding.fault
    }

    private func wait() throws(ZeroMQError) {
        let timeout = watch.pause(bench.tasksBegun, at: .now)
        guard socket != nil else {
            var poller = Poller([], wakeup: control.wakeup)
            try poller.wait(timeout: timeout / 2)
            return
        }
        _ = try socket!.wait(for: .input, wakeup: control.wakeup, timeout: timeout)
    }

    // MARK: The connection

    private func advance(isDraining: Bool) throws(ZeroMQError) {
        let now = ContinuousClock.now
        switch phase {
        case .away(let time) where time <= now && !isDraining: try connect()
        case .greeting(let time) where time <= now: disconnect("no welcome from the queue")
        case .serving(let welcome):
            if now - lastHeard > welcome.dead {
                disconnect("the queue fell silent")
            } else if now - lastPing > welcome.heartbeat {
                lastPing = now
                try send(.ping(0))
            }
        case .away, .greeting: break
        }
    }

    private func connect() throws(ZeroMQError) {
        var socketOptions = SocketOptions()
        // What can't be sent now is of no use later: the lease will have gone to another.
        socketOptions.linger = .zero
        socketOptions.security = options.security
        socketOptions.adapt(to: options.queue)
        socketOptions.sendHighWaterMark = options.credit.tasks + 64
        socketOptions.receiveHighWaterMark = options.credit.tasks + 64
        let fresh = try Socket(.dealer, context: context, options: socketOptions)
        try fresh.connect(options.queue)
        socket = consume fresh
        phase = .greeting(until: .now + options.welcomeTimeout)
        try sayHello()
    }

    private func sayHello() throws(ZeroMQError) {
        let hello = Hello(
            worker: id,
            stage: handler.stage,
            software: options.software,
            model: handler.model,
            credit: options.credit,
            slots: options.slots
        )
        try send(.hello(hello))
    }

    /// Gives back what is not begun, and looks for the queue again.
    private func leave(_ reason: String) throws(ZeroMQError) {
        try sayGoodbye()
        disconnect(reason)
    }

    private func disconnect(_ reason: String) {
        socket.take()?.close(linger: .zero)
        bench.discardWaiting()
        isReleased = false
        let doubled = options.reconnect * (1 << min(failures, 16))
        let pause = min(doubled, options.maximumReconnect) * Double.random(in: 0.1...1, using: &random)
        failures += 1
        phase = .away(until: .now + pause)
        logger.notice("not connected", metadata: ["reason": "\(reason)", "queue": "\(options.queue)"])
    }

    // MARK: Messages

    private func receive(isDraining: Bool) throws {
        guard socket != nil else { return }
        var isLost: String?
        try socket!.receive(upTo: Self.receiveLimit) { message in
            lastHeard = .now
            if let reason = take(&message, isDraining: isDraining) { isLost = reason }
        }
        if let isLost { disconnect(isLost) }
    }

    /// - Returns: Why the connection must be given up, where it must.
    private func take(_ message: inout Multipart, isDraining: Bool) -> String? {
        let header: Header
        do throws(Refusal) {
            header = try message.withUnsafeBytes(0) { bytes throws(Refusal) in
                try Header(decoding: bytes.bindMemory(to: UInt8.self))
            }
        } catch {
            logger.error("can't read a message of the queue", metadata: ["error": "\(error)"])
            return nil
        }
        switch header {
        case .welcome(let welcome):
            failures = 0
            phase = .serving(welcome)
            options.whenServing()
            logger.info("connected", metadata: ["queue": "\(options.queue)", "stage": "\(handler.stage)"])
        case .task(let task):
            // Those that are not begun when the worker leaves go back with its `bye`.
            guard !isDraining, !isReleased, message.count == 2 else { break }
            bench.put(WorkBench.Job(task: task, body: message.array(1)))
        case .ping(let n): try? send(.pong(n))
        case .refused(let refusal):
            logger.notice("refused", metadata: ["code": "\(refusal.code)", "reason": "\(refusal.reason)"])
            return refusal.endsSession ? refusal.description : nil
        case .drain:
            // What is not begun goes back with the `bye`: the queue must not wait for it.
            isReleased = true
            bench.discardWaiting()
        default: break
        }
        return nil
    }

    private func sendResults() throws(ZeroMQError) {
        for result in bench.takeResults() {
            guard case .serving(let welcome) = phase else { continue }
            switch result.outcome {
            case .success(let made) where made.body.count <= welcome.maximumBody:
                try send(.done(result.lease, sketch: made.sketch), body: made.body)
            case .success(let made):
                let reason =
                    "the article has become \(made.body.count) bytes long; at most \(welcome.maximumBody) are allowed"
                try send(.fail(Failure(lease: result.lease, code: "result_too_large", reason: reason, retry: false)))
            case .failure(let failure):
                let (code, reason) = (failure.code, failure.reason)
                try send(.fail(Failure(lease: result.lease, code: code, reason: reason, retry: failure.isRetryable)))
            }
        }
    }

    private func send(_ header: Header, body: [UInt8]? = nil) throws(ZeroMQError) {
        guard socket != nil else { return }
        var message = Multipart(copying: header.encoded())
        if let body { message.append(adopting: body) }
        // Credit bounds what can be on its way, so there is always room; a lost peer is noticed by its silence.
        _ = try socket!.send(&message)
    }
}
