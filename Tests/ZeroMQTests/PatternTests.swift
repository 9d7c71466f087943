import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct PatternTests {
    @Test(arguments: Transport.allCases)
    func `PUSH deals out what PULL receives in order`(transport: Transport) throws {
        let context = try Context()
        let pull = try Socket(.pull, context: context)
        try pull.bind(transport.endpoint)
        let push = try Socket(.push, context: context)
        try push.connect(pull.lastEndpoint)
        for number in 0..<100 { try push.awaitSend(bytes("\(number)")) }
        for number in 0..<100 { #expect(try pull.awaitFrames() == [bytes("\(number)")]) }
        #expect(try pull.receive() == nil)
    }

    @Test(arguments: Transport.allCases)
    func `ROUTER names the DEALER that wrote and answers it alone`(transport: Transport) throws {
        let context = try Context()
        let router = try Socket(.router, context: context)
        try router.bind(transport.endpoint)
        let one = try Socket(.dealer, context: context, options: .with { $0.routingID = bytes("one") })
        let two = try Socket(.dealer, context: context, options: .with { $0.routingID = bytes("two") })
        try one.connect(router.lastEndpoint)
        try two.connect(router.lastEndpoint)
        try one.awaitSend(bytes("header"), bytes("body"))
        #expect(try router.awaitFrames() == [bytes("one"), bytes("header"), bytes("body")])
        try two.awaitSend(bytes("header 2"))
        #expect(try router.awaitFrames() == [bytes("two"), bytes("header 2")])
        try router.awaitSend(bytes("two"), bytes("answer"))
        #expect(try two.awaitFrames() == [bytes("answer")])
        #expect(try one.receive() == nil)
    }

    @Test(arguments: Transport.allCases)
    func `SUB receives what it subscribed to and nothing else`(transport: Transport) throws {
        let context = try Context()
        let pub = try Socket(.pub, context: context)
        try pub.bind(transport.endpoint)
        let sub = try Socket(.sub, context: context)
        try sub.subscribe(to: "target/a")
        try sub.connect(pub.lastEndpoint)
        // A subscription takes effect at the publisher some time after it is made.
        repeat {
            try pub.awaitSend(bytes("target/b"), bytes("no"))
            try pub.awaitSend(bytes("target/a"), bytes("yes"))
        } while try sub.wait(for: .input, timeout: .milliseconds(5)).isEmpty
        #expect(try sub.awaitFrames() == [bytes("target/a"), bytes("yes")])
        try sub.unsubscribe(from: "target/a")
        #expect(failure { try sub.awaitSend(bytes("x")) }?.code == .notSupported)
    }

    @Test(arguments: Transport.allCases)
    func `REP answers REQ, each in its turn`(transport: Transport) throws {
        let context = try Context()
        let rep = try Socket(.rep, context: context)
        try rep.bind(transport.endpoint)
        let req = try Socket(.req, context: context)
        try req.connect(rep.lastEndpoint)
        try req.awaitSend(bytes("question"))
        #expect(failure { _ = try req.send(copying: bytes("again")) }?.code == .outOfTurn)
        #expect(try rep.awaitFrames() == [bytes("question")])
        try rep.awaitSend(bytes("answer"), bytes("part two"))
        #expect(try req.awaitFrames() == [bytes("answer"), bytes("part two")])
    }

    @Test(arguments: Transport.allCases)
    func `PAIR talks both ways`(transport: Transport) throws {
        let context = try Context()
        let left = try Socket(.pair, context: context)
        try left.bind(transport.endpoint)
        let right = try Socket(.pair, context: context)
        try right.connect(left.lastEndpoint)
        try right.awaitSend(bytes("to the left"))
        #expect(try left.awaitFrames() == [bytes("to the left")])
        try left.awaitSend(bytes("to the"), [], bytes("right"))
        #expect(try right.awaitFrames() == [bytes("to the"), [], bytes("right")])
    }

    @Test(arguments: SocketKind.allCases)
    func `a socket knows its kind`(kind: SocketKind) throws {
        let socket = try Socket(kind, context: Context())
        #expect(socket.kind == kind)
        #expect(try socket.mechanism == .null)
        #expect(try socket.readiness.contains(.input) == false)
    }

    @Test func `a ROUTER greeted by a probe knows the peer before it writes`() throws {
        let context = try Context()
        let router = try Socket(.router, context: context)
        try router.bind("inproc://probe")
        let dealer = try Socket(
            .dealer,
            context: context,
            options: .with {
                $0.probesRouter = true
                $0.routingID = bytes("worker")
            }
        )
        try dealer.connect("inproc://probe")
        #expect(try router.awaitFrames() == [bytes("worker"), []])
    }

    @Test func `a conflating PULL keeps the last message only`() throws {
        let context = try Context()
        let pull = try Socket(.pull, context: context, options: .with { $0.isConflating = true })
        try pull.bind("inproc://conflate")
        let push = try Socket(.push, context: context, options: .with { $0.isConflating = true })
        try push.connect("inproc://conflate")
        for number in 0..<10 { try push.awaitSend(bytes("\(number)")) }
        #expect(try pull.awaitFrames() == [bytes("9")])
    }
}
