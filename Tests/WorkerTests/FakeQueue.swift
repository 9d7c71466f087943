import Testing
import Wire
import ZeroMQ

/// A queue made by hand: a raw ROUTER that says whatever a test wants said.
final class FakeQueue {
    struct Message {
        /// The connection it came by.
        let peer: [UInt8]
        let header: Header
        let body: [UInt8]?
    }

    /// Far beyond what anything here takes; a test that waits for so long has failed.
    static let patience = Duration.seconds(20)

    let context: Context
    let endpoint: String
    private let socket: Socket

    init(_ endpoint: String = "inproc://queue", _ context: Context? = nil) throws {
        self.context = try context ?? Context()
        var options = SocketOptions()
        options.linger = .zero
        socket = try Socket(.router, context: self.context, options: options)
        try socket.bind(endpoint)
        self.endpoint = try socket.lastEndpoint
    }

    func send(_ header: Header, body: String? = nil, to peer: [UInt8]) throws {
        try send(frames: [header.encoded()] + (body.map { [Array($0.utf8)] } ?? []), to: peer)
    }

    func send(frames: [[UInt8]], to peer: [UInt8]) throws {
        var message = Multipart(copying: peer)
        for frame in frames { message.append(copying: frame) }
        #expect(try socket.send(&message))
    }

    /// The next message, pings included.
    func nextOfAll() throws -> Message {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            if let multipart = try socket.receiveMultipart() {
                let header = try Header(decoding: multipart.array(1))
                let body = multipart.count > 2 ? multipart.array(2) : nil
                return Message(peer: multipart.array(0), header: header, body: body)
            }
            let left = deadline - .now
            guard left > .zero else { throw Silence() }
            _ = try socket.wait(for: .input, timeout: left)
        }
    }

    /// The next message but pings, which are answered.
    func next() throws -> Message {
        while true {
            let message = try nextOfAll()
            guard case .ping(let n) = message.header else { return message }
            try send(.pong(n), to: message.peer)
        }
    }

    /// Waits for a hello and says welcome. - Returns: The worker's connection.
    func welcome(
        heartbeat: Duration = .seconds(5),
        dead: Duration = .seconds(60),
        maximumBody: Int = 1 << 20
    ) throws -> [UInt8] {
        let message = try next()
        guard case .hello = message.header else { throw Surprise(header: message.header) }
        try send(.welcome(Welcome(heartbeat: heartbeat, dead: dead, maximumBody: maximumBody)), to: message.peer)
        return message.peer
    }

    func offer(
        _ lease: Int,
        _ body: String = "{}",
        stage: StageName = RunningWorker.stage,
        deadline: Duration = .seconds(60),
        to peer: [UInt8]
    ) throws {
        let article = ArticleID(deriving: Array(body.utf8), key: nil)
        let task = TaskOffer(lease: LeaseID(lease)!, article: article, stage: stage, attempt: 1, deadline: deadline)
        try send(.task(task), body: body, to: peer)
    }
}

/// Nothing came in time.
struct Silence: Error {}

/// Something else came than must.
struct Surprise: Error { let header: Header }
