import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct ChannelTests {
    @Test(arguments: Transport.allCases)
    func `what is sent arrives, one by one and in batches`(transport: Transport) async throws {
        let context = try Context()
        let pull = try await Channel(.pull, context: context, on: SocketThread(name: "pull"))
        let endpoint = try await pull.bind(transport.endpoint)
        let push = try await Channel(.push, context: context, on: SocketThread(name: "push"))
        try await push.connect(endpoint)
        try await push.send(Message("one"))
        try await push.send(Multipart(copying: bytes("two"), bytes("frames")))
        #expect(try await pull.receive().string() == "one")
        #expect(try await pull.receiveMultipart().frames == [bytes("two"), bytes("frames")])
        let sending = Task {
            var batch = Batch()
            for number in 0..<5000 { batch.append(Multipart(copying: bytes("\(number)"))) }
            try await push.send(&batch)
            return batch.isEmpty
        }
        var next = 0
        while next < 5000 {
            var batch = try await pull.receiveBatch(upTo: 64)
            #expect(batch.count <= 64)
            while let message = batch.popFirst() {
                #expect(message.string(0) == "\(next)")
                next += 1
            }
        }
        #expect(try await sending.value)
    }

    @Test func `a waiting receive can be cancelled, and the channel goes on`() async throws {
        let context = try Context()
        let thread = try SocketThread(name: "cancel")
        let pull = try await Channel(.pull, context: context, on: thread)
        try await pull.bind("inproc://cancel")
        for _ in 0..<100 {
            let waiting = Task { _ = try await pull.receive() }
            if Bool.random() { await Task.yield() }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        let push = try await Channel(.push, context: context, on: thread)
        try await push.connect("inproc://cancel")
        try await push.send(Message("after"))
        #expect(try await pull.receive().string() == "after")
    }

    @Test(arguments: [SocketKind.push, .router])
    func `a waiting send can be cancelled, and keeps what was not sent`(kind: SocketKind) async throws {
        let context = try Context()
        let options = SocketOptions.with {
            $0.sendHighWaterMark = 1
            $0.receiveHighWaterMark = 1
            if kind == .router { $0.isRouterMandatory = true }
        }
        let peer = try await Channel(
            kind == .push ? .pull : .dealer,
            context: context,
            on: SocketThread(name: "peer"),
            options: .with {
                $0.routingID = bytes("peer")
                $0.receiveHighWaterMark = 1
            }
        )
        try await peer.bind("inproc://cancel-\(kind)")
        let channel = try await Channel(kind, context: context, on: SocketThread(name: "send"), options: options)
        try await channel.connect("inproc://cancel-\(kind)")
        let sending = Task {
            var batch = Batch()
            for number in 0..<10 { batch.append(Multipart(copying: bytes("peer"), bytes("\(number)"))) }
            await #expect(throws: CancellationError.self) { try await channel.send(&batch) }
            return batch.count
        }
        #expect(try await peer.receiveMultipart().frames.last == bytes("0"))
        sending.cancel()
        let left = await sending.value
        #expect(left > 0 && left < 10)
    }

    @Test func `closing ends what waits`() async throws {
        let channel = try await Channel(.pull, context: Context(), on: SocketThread(name: "close"))
        let waiting = [
            Task.immediate { _ = try await channel.receive() }, Task.immediate { _ = try await channel.receive() },
        ]
        // Both wait once a third call, queued behind them, has run.
        _ = try await channel.withSocket { $0.kind }
        await channel.close()
        for task in waiting {
            let error = await #expect(throws: ZeroMQError.self) { _ = try await task.value }
            #expect(error?.code == .closed)
        }
        await channel.close()
        await #expect(throws: ZeroMQError.self) { try await channel.bind("inproc://closed") }
    }

    @Test func `shutting the context down ends what waits, in this context only`() async throws {
        let thread = try SocketThread(name: "two")
        let doomed = try Context()
        let other = try Context()
        let first = try await Channel(.pull, context: doomed, on: thread)
        let second = try await Channel(.pull, context: other, on: thread)
        try await second.bind("inproc://second")
        let waitingFirst = Task.immediate { _ = try await first.receive() }
        let waitingSecond = Task.immediate { try await second.receive().string() }
        // Both wait once a third call, queued behind them, has run.
        _ = try await second.withSocket { $0.kind }
        doomed.shutdown()
        let error = await #expect(throws: ZeroMQError.self) { _ = try await waitingFirst.value }
        #expect(error?.code == .terminated)
        let push = try await Channel(.push, context: other, on: thread)
        try await push.connect("inproc://second")
        try await push.send(Message("still here"))
        #expect(try await waitingSecond.value == "still here")
    }

    @Test func `a deadline ends a wait with nothing`() async throws {
        let channel = try await Channel(.pull, context: Context(), on: SocketThread(name: "deadline"))
        let start = ContinuousClock.now
        #expect(try await channel.receiveMultipart(until: start + .milliseconds(20)) == nil)
        #expect(ContinuousClock.now - start >= .milliseconds(20))
        #expect(try await channel.receiveBatch(upTo: 5, until: .now).isEmpty == true)
    }

    @Test func `a dropped channel closes its socket`() async throws {
        let context = try Context()
        let thread = try SocketThread(name: "drop")
        var channel: Channel? = try await Channel(.pull, context: context, on: thread)
        try await channel?.bind("tcp://127.0.0.1:*")
        let endpoint = try await channel?.withSocket { try $0.lastEndpoint }
        channel = nil
        let next = try await Channel(.pull, context: context, on: thread)
        // The socket is closed on its thread, and the system's port is free again a moment later.
        var bound: String?
        let deadline = ContinuousClock.now + patience
        while bound == nil, ContinuousClock.now < deadline { bound = try? await next.bind(endpoint!) }
        #expect(bound == endpoint)
    }

    @Test func `many tasks share a channel and nothing is lost or doubled`() async throws {
        let context = try Context()
        let pull = try await Channel(.pull, context: context, on: SocketThread(name: "pull"))
        try await pull.bind("inproc://shared")
        let threads = [try SocketThread(name: "a"), try SocketThread(name: "b")]
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for sender in 0..<8 {
                group.addTask {
                    let push = try await Channel(.push, context: context, on: threads[sender % 2])
                    try await push.connect("inproc://shared")
                    for number in 0..<250 {
                        try await push.send(Multipart(copying: bytes("\(sender * 250 + number)"), bytes("x")))
                    }
                    return []
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    var numbers: [Int] = []
                    for _ in 0..<500 {
                        let message = try await pull.receiveMultipart()
                        #expect(message.count == 2)
                        numbers.append(message.string(0).flatMap { Int($0) } ?? -1)
                    }
                    return numbers
                }
            }
            var all: [Int] = []
            for try await numbers in group { all += numbers }
            #expect(all.sorted() == Array(0..<2000))
        }
    }
}
