import Foundation
import Testing
import ZeroMQ

// The examples of ZeroMQ.docc/ZeroMQ.md, word for word; the last test holds the two together.

// example
func greet() async throws -> String? {
    let context = try Context()
    let thread = try SocketThread(name: "greeter")

    let server = try await Channel(.rep, context: context, on: thread)
    let endpoint = try await server.bind("tcp://127.0.0.1:*")

    let client = try await Channel(.req, context: context, on: thread)
    try await client.connect(endpoint)

    try await client.send(Message("world"))
    let request = try await server.receive()
    try await server.send(Message("Hello, \(request.string() ?? "?")!"))
    return try await client.receive().string()
}
// end

// example
func count(from channel: Channel, until deadline: ContinuousClock.Instant) async throws -> Int {
    var bytes = 0
    while true {
        var batch = try await channel.receiveBatch(upTo: 64, until: deadline)
        if batch.isEmpty { return bytes }
        batch.forEach { message in bytes += message.byteCount }
    }
}
// end

// example
actor EchoServer {
    private let thread: SocketThread
    private let socket: Socket

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(context: Context, endpoint: String) throws {
        thread = try SocketThread(name: "echo")
        socket = try Socket(.router, context: context)
        try socket.bind(endpoint)
    }

    // Closes the socket on its thread, wherever the last reference is dropped.
    isolated deinit {}

    func run() async throws {
        var message = Multipart()
        while true {
            let found = try await thread.readiness(of: socket.pollItem(.input), until: .now + .seconds(1))
            if found.isEmpty { continue }  // a second has passed: the place for timers
            while try socket.receive(into: &message) {
                // [identity][header][body] goes back as it came, without a copy.
                if try !socket.send(&message) { message.removeAll() }
            }
        }
    }
}
// end

// example
func pump(from context: Context, endpoint: String, wakeup: Wakeup, _ body: (borrowing Multipart) -> Void) throws {
    let socket = try Socket(.pull, context: context)
    try socket.connect(endpoint)
    var message = Multipart()
    while true {
        let found = try socket.wait(for: .input, wakeup: wakeup, timeout: .seconds(1))
        if found.contains(.wakeup) { return }  // another thread called wakeup.signal()
        while try socket.receive(into: &message) { body(message) }
    }
}
// end

// example
func serve(workers: Set<CurvePublicKey>, keys: CurveKeyPair, context: Context) async throws -> Channel {
    // Before the server binds: libzmq admits every client where there is no handler.
    _ = try await ZAPHandler(context: context) { request in
        guard let key = request.publicKey, workers.contains(key) else { return .deny(text: "not on the list") }
        return .allow(userID: key.z85)
    }
    var options = SocketOptions()
    options.security = .curveServer(keys.secretKey)
    options.zapDomain = "workers"
    options.maximumFrameSize = 8 << 20
    let server = try await Channel(.router, context: context, on: SocketThread(name: "server"), options: options)
    try await server.bind("tcp://127.0.0.1:*")
    return server
}

func join(_ endpoint: String, server: CurvePublicKey, keys: CurveKeyPair, context: Context) async throws -> Channel {
    var options = SocketOptions()
    options.security = .curveClient(server: server, keys: keys)
    let client = try await Channel(.dealer, context: context, on: SocketThread(name: "client"), options: options)
    try await client.connect(endpoint)
    return client
}
// end

@Suite(.timeLimit(.minutes(1)))
struct DocumentationTests {
    @Test func `the first channel greets`() async throws {
        #expect(try await greet() == "Hello, world!")
    }

    @Test func `the batches are counted until the deadline`() async throws {
        let context = try Context()
        let thread = try SocketThread(name: "count")
        let pull = try await Channel(.pull, context: context, on: thread)
        let push = try await Channel(.push, context: context, on: thread)
        try await pull.bind("inproc://count")
        try await push.connect("inproc://count")
        for _ in 0..<100 { try await push.send(Message("four")) }
        #expect(try await count(from: pull, until: .now) == 400)
    }

    @Test func `the server on its own thread echoes`() async throws {
        let context = try Context()
        let server = try EchoServer(context: context, endpoint: "inproc://echo")
        let running = Task { try await server.run() }
        let client = try await Channel(.dealer, context: context, on: SocketThread(name: "client"))
        try await client.connect("inproc://echo")
        try await client.send(Multipart(copying: bytes("header"), bytes("body")))
        #expect(try await client.receiveMultipart().frames == [bytes("header"), bytes("body")])
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
    }

    @Test func `the plain thread pumps until it is woken`() throws {
        let context = try Context()
        let wakeup = try Wakeup()
        Thread.detachNewThread {
            do {
                let push = try Socket(.push, context: context)
                try push.bind("inproc://pump")
                for number in 0..<3 { try push.awaitSend(bytes("\(number)")) }
            } catch {
                Issue.record(error)
            }
        }
        var received: [String?] = []
        try pump(from: context, endpoint: "inproc://pump", wakeup: wakeup) { message in
            received.append(message.string(0))
            if received.count == 3 { wakeup.signal() }
        }
        #expect(received == ["0", "1", "2"])
    }

    @Test func `a listed worker joins the server`() async throws {
        let context = try Context()
        let server = try CurveKeyPair.generate()
        let worker = try CurveKeyPair.generate()
        let router = try await serve(workers: [worker.publicKey], keys: server, context: context)
        let endpoint = try await router.withSocket { try $0.lastEndpoint }
        let dealer = try await join(endpoint, server: server.publicKey, keys: worker, context: context)
        try await dealer.send(Message("hello"))
        let message = try await router.receiveMultipart()
        #expect(message.string(1) == "hello")
        #expect(message.userID == worker.publicKey.z85)
        context.shutdown()
    }

    @Test func `the page's examples are the ones tested here`() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/ZeroMQ/ZeroMQ.docc/ZeroMQ.md")
        let documented = try sections(of: page, from: "```swift", to: "```")
        let tested = try sections(of: here, from: "// example", to: "// end")
        #expect(documented.count == 5)
        #expect(documented == tested)
    }

    private func sections(of file: URL, from start: String, to end: String) throws -> [String] {
        var sections: [String] = []
        var current: [Substring]?
        for line in try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            if line == start {
                current = []
            } else if line == end, let lines = current {
                sections.append(lines.joined(separator: "\n"))
                current = nil
            } else {
                current?.append(line)
            }
        }
        return sections
    }
}
