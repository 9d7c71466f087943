internal import Wire
internal import ZeroMQ

/// A line to the queue of this process on which many ask at once.
///
/// The queue's thread is never waited on: what is asked waits for its answer here, and no longer than ``patience``.
final class QueueLine: Sendable {
    /// What the queue says to a request.
    enum Reply: Sendable {
        case accepted(Accepted)
        case busy(Duration)
        case answer([UInt8])
        case refused(Refusal)
    }

    enum Failure: Error, Hashable, Sendable {
        /// The queue has not answered in time.
        case noAnswer
        /// The queue has ended, or is about to.
        case closed
    }

    private struct Asked {
        let reply: CheckedContinuation<Reply, any Error>
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var lastNumber = 0
        var asked: [Int: Asked] = [:]
        var isClosed = false
    }

    /// How often to look for those who have waited too long.
    private static let interval = Duration.milliseconds(250)

    private let channel: Channel
    private let thread: SocketThread
    private let patience: Duration
    private let state = Locked(State())

    init(_ inner: InnerEndpoint, patience: Duration, context: Context) async throws {
        self.patience = patience
        thread = try SocketThread(name: "http")
        var options = SocketOptions()
        options.linger = .zero
        options.routingID = inner.routingID
        channel = try await Channel(.dealer, context: context, on: thread, options: options) { socket in
            try socket.connect(inner.endpoint)
        }
    }

    /// Hears what the queue says, until the line is closed.
    func run() async {
        while !state.withLock(\.isClosed) {
            let deadline = ContinuousClock.now + Self.interval
            do {
                guard let message = try await channel.receiveMultipart(until: deadline) else {
                    expire(.now)
                    continue
                }
                if let header = try? Header(decoding: message.array(0)) { try await hear(header, message) }
            } catch {
                break
            }
        }
        await close()
    }

    /// Says something, and waits for what the queue says to it.
    ///
    /// - Parameter header: Makes the header, from its number.
    /// - Throws: ``Failure``.
    func ask(body: [UInt8]? = nil, _ header: @Sendable (Int) -> Header) async throws -> Reply {
        let deadline = ContinuousClock.now + patience
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let header = header(number).encoded()
        return try await withCheckedThrowingContinuation { continuation in
            let isOpen = state.withLock { state in
                guard !state.isClosed else { return false }
                state.asked[number] = Asked(reply: continuation, deadline: deadline)
                return true
            }
            guard isOpen else { return continuation.resume(throwing: Failure.closed) }
            Task {
                var message = Multipart(copying: header)
                if let body { message.append(copying: body) }
                let isSent = (try? await channel.send(message, until: deadline)) ?? false
                if !isSent { end(number, .failure(Failure.noAnswer)) }
            }
        }
    }

    /// Ends all that waits, and the line.
    func close() async {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.asked.removeAll() }
            return Array(state.asked.values)
        }
        for asked in waiting { asked.reply.resume(throwing: Failure.closed) }
        await channel.close(linger: .zero)
        thread.stop()
    }

    private func hear(_ header: Header, _ message: borrowing Multipart) async throws {
        switch header {
        case .ping(let n): try await channel.send(Multipart(copying: Header.pong(n).encoded()))
        case .accepted(let accepted): end(accepted.n, .success(.accepted(accepted)))
        case .busy(let n, let pause): end(n, .success(.busy(pause)))
        case .answer(let n, _): end(n, .success(.answer(message.count > 1 ? message.array(1) : [])))
        case .refused(let refusal):
            if let n = refusal.n { end(n, .success(.refused(refusal))) }
        default: break
        }
    }

    private func end(_ number: Int, _ result: Result<Reply, any Error>) {
        state.withLock { $0.asked.removeValue(forKey: number) }?.reply.resume(with: result)
    }

    private func expire(_ now: ContinuousClock.Instant) {
        let overdue = state.withLock { state in state.asked.filter { $0.value.deadline <= now }.map(\.key) }
        for number in overdue { end(number, .failure(Failure.noAnswer)) }
    }
}
