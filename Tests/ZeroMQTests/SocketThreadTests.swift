import Testing
import ZeroMQ

/// An actor that holds a socket itself, as a server would.
private actor Echo {
    let thread: SocketThread
    let socket: Socket
    private(set) var timeouts = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(context: Context, on thread: SocketThread, endpoint: String) throws {
        self.thread = thread
        socket = try Socket(.router, context: context)
        try socket.bind(endpoint)
    }

    isolated deinit {}

    func answer(_ count: Int) async throws {
        var answered = 0
        var message = Multipart()
        while answered < count {
            let found = try await thread.readiness(of: socket.pollItem(.input), until: .now + .milliseconds(5))
            if found.isEmpty { timeouts += 1 }
            while try socket.receive(into: &message) {
                answered += 1
                while try !socket.send(&message) {}
            }
        }
    }

    func idle(until deadline: ContinuousClock.Instant) async throws { try await thread.sleep(until: deadline) }
}

@Suite(.timeLimit(.minutes(1)))
struct SocketThreadTests {
    @Test(arguments: Transport.allCases)
    func `an actor on the thread uses its socket directly`(transport: Transport) async throws {
        let context = try Context()
        let endpoint = transport == .tcp ? "ipc://" + TemporaryDirectory.shared.file("echo") : transport.endpoint
        let echo = try Echo(context: context, on: SocketThread(name: "echo"), endpoint: endpoint)
        let answering = Task { try await echo.answer(100) }
        let dealer = try await Channel(.dealer, context: context, on: SocketThread(name: "ask"))
        try await dealer.connect(endpoint)
        for number in 0..<100 {
            try await dealer.send(Multipart(copying: bytes("\(number)"), bytes("body")))
            #expect(try await dealer.receiveMultipart().frames == [bytes("\(number)"), bytes("body")])
        }
        try await answering.value
    }

    @Test func `sleepers wake in the order of their deadlines, and can be cancelled`() async throws {
        let thread = try SocketThread(name: "sleep")
        let echo = try Echo(context: Context(), on: thread, endpoint: "inproc://sleep")
        let start = ContinuousClock.now
        let long = Task { try await echo.idle(until: start + .seconds(3600)) }
        try await echo.idle(until: start + .milliseconds(30))
        #expect(ContinuousClock.now - start >= .milliseconds(30))
        long.cancel()
        await #expect(throws: CancellationError.self) { try await long.value }
    }

    @Test func `a thread that was stopped ends, and comes back for late work`() async throws {
        let thread = try SocketThread(name: "stop")
        let channel = try await Channel(.pull, context: Context(), on: thread)
        thread.stop()
        await thread.ended()
        #expect(try await channel.bind("inproc://late") == "inproc://late")
        await thread.ended()
        await channel.close()
        await thread.ended()
    }

    @Test func `code knows whether it is on the thread`() async throws {
        let thread = try SocketThread(name: "here")
        let channel = try await Channel(.pull, context: Context(), on: thread)
        #expect(thread.isIsolatingCurrentContext() == false)
        #expect(try await channel.withSocket { _ in thread.isIsolatingCurrentContext() } == true)
    }
}
