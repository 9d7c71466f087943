package import JSON
package import Wire
package import ZeroMQ

/// Speaks to a queue as a client: submits articles, asks questions. One request at a time.
///
/// No call waits for ever: what is not answered is said again (everything a client says can be said twice), and given up
/// after ``patience``.
package final class QueueClient {
    /// An answer holds articles two levels down, each as deep as a reader lets it be.
    package static let maximumDepth = JSONReader.defaultMaximumDepth + 8

    /// Where the queue listens.
    package let endpoint: String
    /// How long to go on without any answer.
    package let patience: Duration
    /// How long an answer may take before the request is repeated on a new connection.
    let repetition: Duration
    private let security: Security
    private let context: Context
    private let thread: SocketThread
    private var channel: Channel?
    private var lastNumber = 0

    /// - Throws: `ZeroMQError` where the system has no room for a thread. A queue that is not there is no error yet.
    package init(
        endpoint: String,
        patience: Duration = .seconds(10),
        repetition: Duration = .seconds(2),
        security: Security = .none,
        context: Context
    ) throws {
        self.endpoint = endpoint
        self.patience = patience
        self.repetition = repetition
        self.security = security
        self.context = context
        thread = try SocketThread(name: "client")
    }

    deinit { thread.stop() }

    /// Ends the connection.
    package func close() async {
        await channel?.close(linger: .zero)
        channel = nil
    }

    /// Asks, and waits for the answer.
    ///
    /// - Throws: ``ClientError`` with the code `no_answer`, `refused` or `bad_answer`; `CancellationError`.
    package func ask(
        _ what: Query.What,
        _ parameters: JSONObject = [:],
        cursor: String? = nil
    ) async throws -> (answer: JSON, cursor: String?) {
        let (body, cursor) = try await askForBytes(what, parameters, cursor: cursor)
        return (try decode(body), cursor)
    }

    /// Asks, and gives the answer's body as it came. - Throws: as ``ask(_:_:cursor:)``.
    package func askForBytes(
        _ what: Query.What,
        _ parameters: JSONObject = [:],
        cursor: String? = nil
    ) async throws -> (body: [UInt8], cursor: String?) {
        var deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            let query = Query(n: nextNumber(), what: what, cursor: cursor, parameters: parameters)
            try await send(.query(query))
            var again = min(deadline, .now + repetition)
            while let (header, body) = try await receive(until: again) {
                switch header {
                case .ping:
                    // The queue is at work on a long answer.
                    deadline = .now + patience
                    again = .now + repetition
                case .answer(query.n, let cursor): return (body ?? [], cursor)
                case .refused(let refusal) where refusal.n == query.n: throw ClientError(refusal)
                default: continue  // belongs to a request given up
                }
            }
            await reconnect()
        }
        throw noAnswer
    }

    var noAnswer: ClientError {
        let seconds = patience.components.seconds
        let reason = "no answer from the queue at \(endpoint) within \(seconds) s; is it running?"
        return ClientError(code: .noAnswer, reason: reason)
    }

    /// What to say while there is no answer, which may yet come.
    package var silence: String {
        "no answer from the queue at \(endpoint) yet; waiting for at most \(patience.components.seconds) s"
    }

    // MARK: For the client's own requests

    func decode(_ body: [UInt8]) throws(ClientError) -> JSON {
        do throws(JSONError) { return try JSONReader.read(body, maximumDepth: Self.maximumDepth) } catch {
            let reason = "the queue at \(endpoint) gave an answer that is no JSON: \(error)"
            throw ClientError(code: .badAnswer, reason: reason)
        }
    }

    func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    /// Sends, or loses the message where there is nobody to take it: it is said again after a while, like all that is lost.
    func send(_ header: Header, body: [UInt8]? = nil) async throws {
        var message = Multipart(copying: header.encoded())
        if let body { message.append(copying: body) }
        // There is no high water mark: no room means that libzmq has given the connection up, and makes no other.
        guard try await connected().send(message, until: .now + repetition) else { return await reconnect() }
    }

    /// The next message, or `nil` where none came in time. What can't be read is passed over.
    func receive(until deadline: ContinuousClock.Instant) async throws -> (Header, [UInt8]?)? {
        while let message = try await connected().receiveMultipart(until: deadline) {
            guard let header = try? Header(decoding: message.array(0)) else { continue }
            // The queue wants to know whether its answers are read.
            if case .ping(let n) = header { try await send(.pong(n)) }
            return (header, message.count > 1 ? message.array(1) : nil)
        }
        return nil
    }

    func reconnect() async { await close() }

    private func connected() async throws -> Channel {
        if let channel { return channel }
        var options = SocketOptions()
        options.linger = .zero
        options.security = security
        options.adapt(to: endpoint)
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        let endpoint = endpoint
        let fresh = try await Channel(.dealer, context: context, on: thread, options: options) { socket in
            try socket.connect(endpoint)
        }
        channel = fresh
        return fresh
    }
}
