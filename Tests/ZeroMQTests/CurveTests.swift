import Testing
import ZeroMQ

struct CurveKeyTests {
    @Test func `the example of RFC 32 is encoded and decoded`() {
        let data: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
        #expect(Z85.encode(data) == "HelloWorld")
        #expect(Z85.decode("HelloWorld") == data)
    }

    @Test(arguments: ["Hello", "####\"", "#####", "Hell", "Hell\u{e9}", "%nSc1"])
    func `only Z85 of whole 32-bit words is decoded`(text: String) {
        let isValid = text == "Hello"
        #expect((Z85.decode(text) != nil) == isValid)
    }

    @Test func `any bytes come back`() {
        var generator = SystemRandomNumberGenerator()
        for length in stride(from: 0, through: 64, by: 4) {
            let data = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(Z85.encode(data).flatMap { Z85.decode($0) } == data, "\(data)")
        }
        #expect(Z85.encode([1, 2, 3]) == nil)
        #expect(Z85.decode(Z85.encode([255, 255, 255, 255])!) == [255, 255, 255, 255])
    }

    @Test func `a pair is made, and its public key follows from the secret`() throws {
        let pair = try CurveKeyPair.generate()
        #expect(try pair.secretKey.publicKey == pair.publicKey)
        #expect(try CurveKeyPair(pair.secretKey) == pair)
        #expect(try CurveKeyPair.generate() != pair)
        #expect(CurvePublicKey(z85: pair.publicKey.z85) == pair.publicKey)
        #expect(CurveSecretKey(z85: pair.secretKey.exposedZ85()) == pair.secretKey)
    }

    @Test(arguments: ["", "short", String(repeating: "\"", count: 40), String(repeating: "#", count: 40)])
    func `what is no key is refused`(text: String) {
        #expect(CurvePublicKey(z85: text) == nil)
        #expect(CurveSecretKey(z85: text) == nil)
        #expect(CurvePublicKey(bytes: [1, 2, 3]) == nil)
    }

    @Test func `a secret is never printed`() throws {
        let pair = try CurveKeyPair.generate()
        var dumped = ""
        dump(pair, to: &dumped)
        let options = SocketOptions.with { $0.security = .curveServer(pair.secretKey) }
        dump(options, to: &dumped)
        let printed = [dumped, "\(pair)", String(reflecting: pair), "\(options)", String(reflecting: options)].joined()
        #expect(!printed.contains(pair.secretKey.exposedZ85()))
        let secret = try #require(Z85.decode(pair.secretKey.exposedZ85()))
        #expect(!printed.contains(secret.prefix(4).map { "\($0)" }.joined(separator: ", ")))
        #expect(printed.contains("CurveSecretKey(hidden)"))
    }
}

@Suite(.timeLimit(.minutes(1)))
struct ZAPTests {
    let server: CurveKeyPair
    let client: CurveKeyPair

    init() throws {
        server = try .generate()
        client = try .generate()
    }

    func clientOptions(_ keys: CurveKeyPair) -> SocketOptions {
        .with { $0.security = .curveClient(server: server.publicKey, keys: keys) }
    }

    func serverOptions() -> SocketOptions {
        .with {
            $0.security = .curveServer(server.secretKey)
            $0.zapDomain = "workers"
        }
    }

    @Test(arguments: [Transport.ipc, .tcp])
    func `a listed key is admitted, and its messages carry its user id`(transport: Transport) async throws {
        let context = try Context()
        let admitted = client.publicKey
        let handler = try await ZAPHandler(context: context) { request in
            guard request.domain == "workers", request.mechanism == "CURVE", request.publicKey == admitted else {
                return .deny()
            }
            return .allow(userID: "worker-7", metadata: ["Role": "worker"])
        }
        let thread = try SocketThread(name: "peers")
        let router = try await Channel(.router, context: context, on: thread, options: serverOptions())
        let endpoint = try await router.bind(transport.endpoint)
        let dealer = try await Channel(.dealer, context: context, on: thread, options: clientOptions(client))
        try await dealer.connect(endpoint)
        try await dealer.send(Multipart(copying: bytes("hello"), bytes("body")))
        let message = try await router.receiveMultipart()
        #expect(message.string(1) == "hello")
        #expect(message.userID == "worker-7")
        #expect(message.metadata("Role") == "worker")
        #expect(message.metadata("Socket-Type") == "DEALER")
        #expect(message.metadata("None") == nil)
        if transport == .tcp { #expect(message.peerAddress == "127.0.0.1") }
        #expect(try await router.withSocket { try $0.mechanism } == .curve)
        await handler.close()
    }

    @Test(arguments: [ZAPDecision.Code.denied, .internalError])
    func `a key that is not listed is refused, and the monitor says so`(code: ZAPDecision.Code) async throws {
        let context = try Context()
        let handler = try await ZAPHandler(context: context) { _ in .deny(code: code, text: "not on the list") }
        let router = try await Channel(
            .router,
            context: context,
            on: SocketThread(name: "server"),
            options: serverOptions()
        )
        let monitor = try await SocketMonitor(router)
        let endpoint = try await router.bind("tcp://127.0.0.1:*")
        let dealer = try Socket(.dealer, context: context, options: clientOptions(client))
        try dealer.connect(endpoint)
        try dealer.awaitSend(bytes("hello"))
        var failure: HandshakeFailure?
        for await event in monitor.events {
            if case .handshakeFailed(let reason) = event.kind {
                failure = reason
                break
            }
        }
        #expect(failure == .refused(status: code.rawValue))
        #expect(try await router.receiveMultipart(until: .now) == nil)
        await handler.close()
    }

    @Test func `a client with the wrong server key never gets through`() async throws {
        let context = try Context()
        let handler = try await ZAPHandler(context: context) { _ in .allow() }
        let router = try await Channel(
            .router,
            context: context,
            on: SocketThread(name: "server"),
            options: serverOptions()
        )
        let monitor = try await SocketMonitor(router)
        let endpoint = try await router.bind("tcp://127.0.0.1:*")
        let wrong = SocketOptions.with { $0.security = .curveClient(server: client.publicKey, keys: client) }
        let dealer = try Socket(.dealer, context: context, options: wrong)
        try dealer.connect(endpoint)
        var failure: HandshakeFailure?
        for await event in monitor.events {
            if case .handshakeFailed(let reason) = event.kind {
                failure = reason
                break
            }
        }
        #expect(failure == .cryptographic)
        await handler.close()
    }

    @Test func `a client without encryption is turned away`() async throws {
        let context = try Context()
        let handler = try await ZAPHandler(context: context) { _ in .allow() }
        let router = try await Channel(
            .router,
            context: context,
            on: SocketThread(name: "server"),
            options: serverOptions()
        )
        let monitor = try await SocketMonitor(router)
        let endpoint = try await router.bind("tcp://127.0.0.1:*")
        let dealer = try Socket(.dealer, context: context)
        try dealer.connect(endpoint)
        var isRefused = false
        for await event in monitor.events {
            if case .handshakeFailed = event.kind {
                isRefused = true
                break
            }
        }
        #expect(isRefused)
        await handler.close()
    }

    static let malformed: [[[UInt8]]] = [
        [[]],
        [bytes("1.0")],
        [bytes("2.0"), bytes("1"), bytes("d"), bytes("a"), bytes("i"), bytes("NULL")],
        [bytes("1.0"), bytes("1"), bytes("d"), bytes("a"), bytes("i"), bytes("CURVE"), bytes("short")],
        [bytes("1.0"), bytes("1"), bytes("d"), bytes("a"), bytes("i"), bytes("PLAIN"), bytes("name")],
        [bytes("1.0"), bytes("1"), [0xFF, 0xFE], bytes("a"), bytes("i"), bytes("NULL")],
        [bytes("1.0"), bytes("1"), [UInt8](repeating: 65, count: 5000), bytes("a"), bytes("i"), bytes("NULL")],
        [bytes("1.0"), [UInt8](repeating: 65, count: 5000), bytes("d"), bytes("a"), bytes("i"), bytes("NULL")],
        [bytes("1.0")] + [[UInt8]](repeating: bytes("1"), count: 200),
    ]

    @Test(arguments: malformed)
    func `a bad request is answered with 500 and the handler lives on`(request: [[UInt8]]) async throws {
        let context = try Context()
        let handler = try await ZAPHandler(context: context) { _ in .allow(userID: "u") }
        let asking = try await Channel(.req, context: context, on: SocketThread(name: "ask"))
        try await asking.connect(ZAPHandler.endpoint)
        var message = Multipart()
        for frame in request { message.append(copying: frame) }
        try await asking.send(message)
        let reply = try await asking.receiveMultipart()
        #expect(reply.count == 6)
        #expect(reply.string(0) == "1.0")
        #expect(reply.string(2) == "500")
        try await asking.send(
            Multipart(copying: bytes("1.0"), bytes("9"), bytes("d"), bytes("a"), bytes("i"), bytes("NULL"))
        )
        let good = try await asking.receiveMultipart()
        #expect(good.frames == [bytes("1.0"), bytes("9"), bytes("200"), bytes("OK"), bytes("u"), []])
        await handler.close()
    }

    @Test func `metadata is encoded as RFC 23 has it, and refused where it can't be`() async throws {
        let context = try Context()
        let handler = try await ZAPHandler(context: context) { request in
            request.domain == "good"
                ? .allow(userID: "u", metadata: ["A": "xy", "B-1": ""])
                : .allow(userID: "u", metadata: ["has space": "x"])
        }
        let asking = try await Channel(.req, context: context, on: SocketThread(name: "ask"))
        try await asking.connect(ZAPHandler.endpoint)
        for (domain, status, metadata) in [
            ("good", "200", [1, 65, 0, 0, 0, 2, 120, 121, 3, 66, 45, 49, 0, 0, 0, 0] as [UInt8]), ("bad", "500", []),
        ] {
            try await asking.send(
                Multipart(copying: bytes("1.0"), bytes("1"), bytes(domain), bytes(""), bytes(""), bytes("NULL"))
            )
            let reply = try await asking.receiveMultipart()
            #expect(reply.string(2) == status)
            #expect(reply.array(5) == metadata)
        }
        await handler.close()
    }

    @Test func `a context has one handler, and a dropped one stays`() async throws {
        let context = try Context()
        _ = try await ZAPHandler(context: context) { _ in .deny() }
        let error = await #expect(throws: ZeroMQError.self) {
            _ = try await ZAPHandler(context: context) { _ in .allow() }
        }
        #expect(error?.code == .addressInUse)
        context.shutdown()
    }
}
