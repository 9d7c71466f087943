import Testing

@testable import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct SocketTests {
    @Test func `a receive with nothing there returns at once`() throws {
        let socket = try Socket(.pull, context: Context())
        #expect(try socket.receive() == nil)
        #expect(try socket.receiveMultipart() == nil)
        #expect(try socket.receiveBatch(upTo: 10).isEmpty == true)
    }

    @Test func `the port that the system chose can be read and unbound`() throws {
        let socket = try Socket(.pull, context: Context())
        try socket.bind("tcp://127.0.0.1:*")
        let endpoint = try socket.lastEndpoint
        #expect(endpoint.hasPrefix("tcp://127.0.0.1:"))
        #expect(endpoint != "tcp://127.0.0.1:0")
        try socket.unbind(endpoint)
        #expect(failure { try socket.unbind(endpoint) }?.code == .notFound)
    }

    @Test func `a batch takes what is there, up to its limit`() throws {
        let context = try Context()
        let pull = try Socket(.pull, context: context)
        try pull.bind("inproc://batch")
        let push = try Socket(.push, context: context)
        try push.connect("inproc://batch")
        var batch = Batch()
        for number in 0..<10 { batch.append(Multipart(copying: bytes("\(number)"), bytes("body"))) }
        #expect(try push.send(&batch) == 10)
        #expect(batch.isEmpty == true)
        var received: [String?] = []
        #expect(try pull.receive(upTo: 6) { message in received.append(message.string(0)) } == 6)
        let rest = try pull.receiveBatch(upTo: 6)
        #expect(rest.count == 4)
        #expect(received == (0..<6).map { "\($0)" })
    }

    @Test func `a batch that finds no more room keeps the rest`() throws {
        let context = try Context()
        let options = SocketOptions.with {
            $0.sendHighWaterMark = 2
            $0.receiveHighWaterMark = 1
        }
        let pull = try Socket(.pull, context: context, options: options)
        try pull.bind("inproc://batch-full")
        let push = try Socket(.push, context: context, options: options)
        try push.connect("inproc://batch-full")
        var batch = Batch()
        for number in 0..<10 { batch.append(Multipart(copying: bytes("\(number)"))) }
        #expect(try push.send(&batch) == 3)
        #expect(batch.popFirst()?.string(0) == "3")
        #expect(batch.count == 6)
    }

    @Test func `a mandatory ROUTER says that a peer is unknown, and keeps the message`() throws {
        let router = try Socket(.router, context: Context(), options: .with { $0.isRouterMandatory = true })
        try router.bind("inproc://mandatory")
        var message = Multipart(copying: bytes("nobody"), bytes("header"))
        let error = failure { _ = try router.send(&message) }
        #expect(error?.code == .hostUnreachable)
        #expect(error?.isRetryable == true)
        #expect(message.frames == [bytes("nobody"), bytes("header")])
    }

    @Test func `a mandatory ROUTER does not drop what a full peer can't take`() throws {
        let context = try Context()
        let narrow = SocketOptions.with {
            $0.isRouterMandatory = true
            $0.sendHighWaterMark = 1
            $0.receiveHighWaterMark = 1
        }
        let router = try Socket(.router, context: context, options: narrow)
        try router.bind("inproc://full-peer")
        var options = SocketOptions()
        options.routingID = bytes("slow")
        options.receiveHighWaterMark = 1
        let dealer = try Socket(.dealer, context: context, options: options)
        try dealer.connect("inproc://full-peer")
        try dealer.awaitSend(bytes("hello"))
        _ = try router.awaitFrames()
        var message = Multipart(copying: bytes("slow"), bytes("task"))
        var sent = 0
        while try router.send(&message) {
            sent += 1
            message = Multipart(copying: bytes("slow"), bytes("task"))
        }
        #expect(sent == 2)
        #expect(message.count == 2)
        for _ in 0..<sent { #expect(try dealer.awaitFrames() == [bytes("task")]) }
    }

    @Test(arguments: [Transport.ipc, .tcp])
    func `a peer that sends a frame over the limit is cut off`(transport: Transport) throws {
        let context = try Context()
        let pull = try Socket(.pull, context: context, options: .with { $0.maximumFrameSize = 1000 })
        try pull.bind(transport.endpoint)
        let good = try Socket(.push, context: context)
        try good.connect(pull.lastEndpoint)
        let bad = try Socket(.push, context: context, options: .with { $0.reconnectInterval = nil })
        try bad.connect(pull.lastEndpoint)
        try bad.awaitSend([UInt8](repeating: 1, count: 1001))
        try good.awaitSend([UInt8](repeating: 2, count: 1000))
        #expect(try pull.awaitFrames() == [[UInt8](repeating: 2, count: 1000)])
        #expect(try pull.receive() == nil)
    }
}
