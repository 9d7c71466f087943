import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MultipartTests {
    /// A message that shows by itself whether it is whole: every frame carries its number, the first the count.
    static func message(_ number: Int) -> Multipart {
        var message = Multipart()
        let count = 2 + number % 4
        message.append("\(number)/\(count)")
        for frame in 1..<count {
            message.append(copying: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 20 * frame * frame))
        }
        return message
    }

    @Test(arguments: Transport.allCases)
    func `messages stay whole with a queue of one and a reader that is slow`(transport: Transport) async throws {
        let context = try Context()
        let thread = try SocketThread(name: "send")
        let narrow = SocketOptions.with {
            $0.sendHighWaterMark = 1
            $0.receiveHighWaterMark = 1
            $0.sendBufferSize = 4096
            $0.receiveBufferSize = 4096
            $0.linger = nil
        }
        let reader = try await Channel(.dealer, context: context, on: SocketThread(name: "read"), options: narrow)
        let endpoint = try await reader.bind(transport.endpoint)
        let writer = try await Channel(.dealer, context: context, on: thread, options: narrow)
        try await writer.connect(endpoint)
        let writing = Task {
            for number in 0..<2000 { try await writer.send(Self.message(number)) }
        }
        for number in 0..<2000 {
            let message = try await reader.receiveMultipart()
            #expect(message.frames == Self.message(number).frames)
            if number % 10 == 0 { await Task.yield() }
        }
        try await writing.value
    }

    @Test func `a message that finds no room is left as it was`() throws {
        let context = try Context()
        let options = SocketOptions.with { $0.sendHighWaterMark = 1 }
        let push = try Socket(.push, context: context, options: options)
        try push.bind("inproc://full")
        var message = Self.message(7)
        #expect(try push.send(&message) == false, "there is no peer")
        #expect(message.frames == Self.message(7).frames)
        let pull = try Socket(.pull, context: context, options: .with { $0.receiveHighWaterMark = 1 })
        try pull.connect("inproc://full")
        #expect(try push.wait(for: .output, timeout: patience) == .output)
        var sent = 0
        while try push.send(&message) {
            sent += 1
            #expect(message.isEmpty == true)
            message = Self.message(7)
        }
        #expect(sent == 2)
        #expect(message.frames == Self.message(7).frames)
        for _ in 0..<sent { #expect(try pull.awaitFrames() == Self.message(7).frames) }
        #expect(try pull.receive() == nil)
    }

    @Test func `after a peer lost in the middle the next message is sent, not dropped`() throws {
        let context = try Context()
        let dealer = try Socket(.dealer, context: context)
        try dealer.bind("inproc://lost")
        var first: Socket? = try Socket(.dealer, context: context)
        try first!.connect("inproc://lost")
        // A message that stays unread keeps the pipe half open after the peer has gone, which is when libzmq says
        // EAGAIN in the middle of a message and begins to drop frames.
        try first!.awaitSend(bytes("unread"))
        #expect(try dealer.send(copying: bytes("first frame"), more: true))
        first = nil
        let error = failure {
            while try dealer.send(copying: bytes("further"), more: true) {}
        }
        #expect(error?.code == .wouldBlock)
        #expect(error?.isRetryable == true)
        let second = try Socket(.dealer, context: context)
        try second.connect("inproc://lost")
        try dealer.awaitSend(bytes("whole"), bytes("message"))
        #expect(try second.awaitFrames() == [bytes("whole"), bytes("message")])
    }

    @Test func `messages stay whole while peers come and go`() async throws {
        let context = try Context()
        let writer = try await Channel(
            .push,
            context: context,
            on: SocketThread(name: "send"),
            options: .with { $0.sendHighWaterMark = 2 }
        )
        try await writer.bind("inproc://come-and-go")
        let writing = Task {
            for number in 0... { try await writer.send(Self.message(number)) }
        }
        let readers = try SocketThread(name: "read")
        var last = -1
        for _ in 0..<50 {
            let reader = try await Channel(.pull, context: context, on: readers) { socket in
                try socket.connect("inproc://come-and-go")
            }
            for _ in 0..<20 {
                let message = try await reader.receiveMultipart()
                let number = try #require(message.string(0)?.split(separator: "/").first.flatMap { Int($0) })
                #expect(message.frames == Self.message(number).frames)
                #expect(number > last)
                last = number
            }
            await reader.close()
        }
        writing.cancel()
        await #expect(throws: CancellationError.self) { try await writing.value }
    }

    @Test func `a message that loses its peer while it is sent goes whole to the next`() async throws {
        let context = try Context()
        let writer = try await Channel(
            .dealer,
            context: context,
            on: SocketThread(name: "send"),
            options: .with { $0.sendHighWaterMark = 50 }
        )
        try await writer.bind("inproc://lost-while-sent")
        // So many frames that a peer which goes at any time goes in the middle of a message.
        func long(_ number: Int) -> Multipart {
            var message = Multipart()
            for frame in 0..<200 { message.append("\(number)/\(frame)") }
            return message
        }
        let writing = Task {
            for number in 0... { try await writer.send(long(number)) }
        }
        let readers = try SocketThread(name: "read")
        var last = -1
        for _ in 0..<40 {
            let reader = try await Channel(.dealer, context: context, on: readers) { socket in
                try socket.connect("inproc://lost-while-sent")
                // See above: what stays unread makes libzmq say EAGAIN.
                try socket.awaitSend(bytes("unread"))
            }
            for _ in 0..<20 {
                let message = try await reader.receiveMultipart()
                let number = try #require(message.string(0)?.split(separator: "/").first.flatMap { Int($0) })
                #expect(message.frames == long(number).frames)
                #expect(number > last)
                last = number
            }
            await reader.close()
        }
        writing.cancel()
        await #expect(throws: CancellationError.self) { try await writing.value }
    }

    @Test func `frames over the limit are dropped and the message says so`() throws {
        let context = try Context()
        let pull = try Socket(.pull, context: context, options: .with { $0.maximumFrameCount = 3 })
        try pull.bind("inproc://frames")
        let push = try Socket(.push, context: context)
        try push.connect("inproc://frames")
        var many = Multipart()
        for number in 0..<1000 { many.append("\(number)") }
        #expect(try push.send(&many))
        try push.awaitSend(bytes("next"))
        guard let message = try pull.receiveMultipart() else {
            Issue.record("nothing came")
            return
        }
        #expect(message.isTruncated == true)
        #expect(message.frames == [bytes("0"), bytes("1"), bytes("2")])
        #expect(try pull.awaitFrames() == [bytes("next")])
    }

    @Test func `a message without frames is refused`() throws {
        let socket = try Socket(.push, context: Context())
        var empty = Multipart()
        #expect(failure { _ = try socket.send(&empty) }?.code == .invalidArgument)
    }
}
