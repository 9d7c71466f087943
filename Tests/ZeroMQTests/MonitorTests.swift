import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MonitorTests {
    @Test(arguments: [Transport.ipc, .tcp])
    func `a connection's life is told from both ends`(transport: Transport) async throws {
        let context = try Context()
        let thread = try SocketThread(name: "monitor")
        let pull = try await Channel(.pull, context: context, on: thread)
        let push = try await Channel(.push, context: context, on: thread)
        let accepting = try await SocketMonitor(pull)
        let connecting = try await SocketMonitor(push)
        let endpoint = try await pull.bind(transport.endpoint)
        try await push.connect(endpoint)
        try await push.send(Message("x"))
        _ = try await pull.receive()
        await push.close()
        var accepted: [MonitorEvent.Kind] = []
        for await event in accepting.events {
            accepted.append(event.kind)
            #expect(!event.endpoint.isEmpty == true)
            if event.kind == .disconnected { break }
        }
        #expect(accepted == [.listening, .accepted, .handshakeSucceeded, .disconnected])
        var connected: [MonitorEvent.Kind] = []
        for await event in connecting.events { connected.append(event.kind) }
        #expect(connected.contains(.connected))
        #expect(connected.contains(.handshakeSucceeded))
        #expect(connected.last == .monitorStopped)
        await accepting.close()
    }

    @Test func `a failed bind and a repeated connect are told`() async throws {
        let context = try Context()
        let thread = try SocketThread(name: "monitor")
        let taken = try await Channel(.pull, context: context, on: thread)
        let endpoint = try await taken.bind("tcp://127.0.0.1:*")
        let second = try await Channel(.pull, context: context, on: thread)
        let monitor = try await SocketMonitor(second)
        await #expect(throws: ZeroMQError.self) { try await second.bind(endpoint) }
        var isTold = false
        for await event in monitor.events where event.kind == .bindFailed(.addressInUse) {
            isTold = true
            break
        }
        #expect(isTold)
        await taken.close()

        let push = try await Channel(
            .push,
            context: context,
            on: thread,
            options: .with { $0.reconnectInterval = .milliseconds(10) }
        )
        let retries = try await SocketMonitor(push)
        try await push.connect("tcp://127.0.0.1:1")
        var kinds: [MonitorEvent.Kind] = []
        for await event in retries.events {
            kinds.append(event.kind)
            if case .connectRetried(let after) = event.kind {
                #expect(after >= .milliseconds(10))
                break
            }
        }
        #expect(kinds.contains(.connectDelayed))
    }

    @Test func `peers with different security say why they can't talk`() async throws {
        let context = try Context()
        let keys = try CurveKeyPair.generate()
        let thread = try SocketThread(name: "monitor")
        let pull = try await Channel(.pull, context: context, on: thread)
        let endpoint = try await pull.bind("tcp://127.0.0.1:*")
        let push = try await Channel(
            .push,
            context: context,
            on: thread,
            options: .with { $0.security = .curveClient(server: keys.publicKey, keys: keys) }
        )
        let monitor = try await SocketMonitor(push)
        try await push.connect(endpoint)
        var reason: HandshakeFailure?
        for await event in monitor.events {
            if case .handshakeFailed(let failure) = event.kind {
                reason = failure
                break
            }
        }
        #expect(reason == .mechanismMismatch)
    }

    @Test func `what is no event is none`() {
        #expect(MonitorEvent(Multipart(copying: [1, 2, 3], bytes("x"))) == nil)
        #expect(MonitorEvent(Multipart(copying: [1, 0, 0, 0, 0, 0])) == nil)
        #expect(
            MonitorEvent(Multipart(copying: [0, 2, 9, 0, 0, 0], bytes("ipc://x")))
                == MonitorEvent(kind: .disconnected, endpoint: "ipc://x")
        )
    }

    @Test func `events end with the context`() async throws {
        let context = try Context()
        let pull = try await Channel(.pull, context: context, on: SocketThread(name: "monitor"))
        let monitor = try await SocketMonitor(pull)
        context.shutdown()
        for await _ in monitor.events {}
    }
}
