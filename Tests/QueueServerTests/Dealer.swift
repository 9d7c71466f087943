import JSON
import Queue
import Testing
import Wire
import ZeroMQ

/// A worker or client made by hand: a raw socket that says whatever a test wants said.
final class Dealer {
    struct Message {
        let header: Header
        let body: [UInt8]?

        var json: JSON? { body.flatMap { try? JSONReader.read($0) } }
    }

    /// Far beyond what anything here takes; a test that waits for so long has failed.
    static let patience = Duration.seconds(20)

    private let socket: Socket
    private var lastNumber = 1_000

    init(_ endpoint: String, _ context: Context, security: Security = .none) throws {
        var options = SocketOptions()
        options.security = security
        options.linger = .zero
        options.sendHighWaterMark = 0
        options.receiveHighWaterMark = 0
        socket = try Socket(.dealer, context: context, options: options)
        try socket.connect(endpoint)
    }

    func send(_ header: Header, body: String? = nil) throws {
        try send(frames: [header.encoded()] + (body.map { [Array($0.utf8)] } ?? []))
    }

    func send(frames: [[UInt8]]) throws {
        var message = Multipart()
        for frame in frames { message.append(copying: frame) }
        #expect(try socket.send(&message))
    }

    /// The next message but pings, which are answered.
    func next(within patience: Duration = Dealer.patience) throws -> Message {
        let deadline = ContinuousClock.now + patience
        while true {
            if let multipart = try socket.receiveMultipart() {
                let header = try Header(decoding: multipart.array(0))
                if case .ping(let n) = header {
                    try send(.pong(n))
                    continue
                }
                return Message(header: header, body: multipart.count > 1 ? multipart.array(1) : nil)
            }
            let left = deadline - .now
            guard left > .zero else { throw Silence() }
            _ = try socket.wait(for: .input, timeout: left)
        }
    }

    /// Asks, and waits for the answer to just that; whatever else comes meanwhile goes to `others`.
    func ask(
        _ what: Query.What,
        _ parameters: JSONObject = [:],
        cursor: String? = nil,
        others: (Message) throws -> Void = { Issue.record("not an answer: \($0)") }
    ) throws -> Message {
        lastNumber += 1
        try send(.query(Query(n: lastNumber, what: what, cursor: cursor, parameters: parameters)))
        while true {
            let message = try next()
            switch message.header {
            case .answer(lastNumber, _): return message
            case .refused(let refusal) where refusal.n == lastNumber: return message
            default: try others(message)
            }
        }
    }

    /// Submits, and waits for the queue's word.
    func submit(_ n: Int, _ body: String, key: String? = nil) throws -> Header {
        try send(.submit(Submit(n: n, key: key)), body: body)
        return try next().header
    }

    /// Says hello and waits for the welcome.
    @discardableResult
    func join(_ stage: StageName, tasks: Int = 8) throws -> WorkerID {
        let id = try sayHello(stage, tasks: tasks)
        guard case .welcome = try next().header else { throw Silence() }
        return id
    }

    func sayHello(_ stage: StageName, tasks: Int = 8) throws -> WorkerID {
        // Not the system's generator: it has no bytes, and ThreadSanitizer looks at the address of what is passed inout.
        var random = SplitMix64(seed: .random(in: .min ... .max))
        let id = WorkerID(milliseconds: 1_700_000_000_000, using: &random)
        let credit = Credit(tasks: tasks, bytes: 64 << 20)
        try send(.hello(Hello(worker: id, stage: stage, software: "by hand", model: nil, credit: credit)))
        return id
    }

    /// The next message, which must be a task.
    func nextTask() throws -> (offer: TaskOffer, body: [UInt8]) {
        let message = try next()
        guard case .task(let offer) = message.header else { throw Surprise(header: message.header) }
        return (offer, message.body ?? [])
    }
}

/// Nothing came in time.
struct Silence: Error {}

/// Something else came than must.
struct Surprise: Error { let header: Header }
