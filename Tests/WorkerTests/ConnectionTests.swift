import Foundation
import TestSupport
import Testing
import Wire
import Worker
import ZeroMQ

/// How a worker finds its queue, stays with it, finds it again, and leaves.
struct ConnectionTests {
    @Test(arguments: ["inproc://queue", "tcp://127.0.0.1:*"])
    func `a worker introduces itself`(_ endpoint: String) throws {
        let queue = try FakeQueue(endpoint)
        let worker = try RunningWorker(queue) {
            $0.credit = Credit(tasks: 3, bytes: 4_000)
        } work: { body throws(TaskFailure) in
            body
        }
        let hello = try queue.next()
        #expect(
            hello.header
                == .hello(
                    Hello(
                        worker: worker.id,
                        stage: StageName("polish")!,
                        software: "tests 1",
                        model: "by-hand-1",
                        credit: Credit(tasks: 3, bytes: 4_000)
                    )
                )
        )
        #expect(hello.body == nil)
    }

    @Test func `a worker that waits for work shows that it lives`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        let peer = try queue.welcome(heartbeat: .milliseconds(1))
        for _ in 0..<3 {
            let message = try queue.nextOfAll()
            guard case .ping(let n) = message.header else { throw Surprise(header: message.header) }
            try queue.send(.pong(n), to: peer)
        }
        _ = consume worker
    }

    @Test func `a worker at work shows that it lives, and answers pings`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome(heartbeat: .milliseconds(1))
        try queue.offer(1, to: peer)
        try gate.wait(for: 1)
        try queue.send(.ping(17), to: peer)
        var (pings, isAnswered) = (0, false)
        while pings < 2 || !isAnswered {
            switch try queue.nextOfAll().header {
            case .ping: pings += 1
            case .pong(let n):
                #expect(n == 17)
                isAnswered = true
            case let header: throw Surprise(header: header)
            }
        }
        gate.open()
        #expect(try queue.next().header == .done(LeaseID(1)!))
        _ = consume worker
    }

    @Test func `a queue that falls silent is greeted anew, by the same worker on another connection`() throws {
        let queue = try FakeQueue("tcp://127.0.0.1:*")
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        let first = try queue.welcome(dead: .milliseconds(50))
        var greeting: FakeQueue.Message
        repeat { greeting = try queue.nextOfAll() } while greeting.header.isPing
        guard case .hello(let hello) = greeting.header else { throw Surprise(header: greeting.header) }
        #expect(hello.worker == worker.id)
        #expect(greeting.peer != first)
    }

    @Test func `a queue that does not answer the greeting is greeted again`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) {
            $0.welcomeTimeout = .milliseconds(20)
        } work: { body throws(TaskFailure) in
            body
        }
        for _ in 0..<3 {
            guard case .hello(let hello) = try queue.next().header else { throw Silence() }
            #expect(hello.worker == worker.id)
        }
    }

    @Test(arguments: ["unknown_worker", "draining", "too_many_workers"])
    func `a worker that is refused says hello again`(_ code: String) throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        let peer = try queue.welcome()
        try queue.send(.refused(Refusal(code: code, reason: "not you")), to: peer)
        let again = try queue.welcome()
        try queue.offer(5, "x", to: again)
        #expect(try queue.next().header == .done(LeaseID(5)!))
        _ = consume worker
    }

    @Test func `a queue that comes back at the same place is found again`() throws {
        let directory = try TemporaryDirectory()
        let endpoint = "ipc://" + directory.url.appending(path: "q").path
        var queue: FakeQueue? = try FakeQueue(endpoint)
        let context = queue!.context
        let worker = try RunningWorker(queue!) { body throws(TaskFailure) in body }
        _ = try queue!.welcome(heartbeat: .milliseconds(10), dead: .milliseconds(100))
        queue = nil
        let successor = try FakeQueue(endpoint, context)
        // The first hello may come by a connection that was being given up; the last one counts.
        let peer = try successor.welcome()
        try successor.offer(1, to: peer)
        while true {
            let message = try successor.next()
            guard case .hello = message.header else {
                #expect(message.header == .done(LeaseID(1)!))
                break
            }
            try successor.send(
                .welcome(Welcome(heartbeat: .seconds(5), dead: .seconds(60), maximumBody: 1_000)),
                to: message.peer
            )
            try successor.offer(1, to: message.peer)
        }
        _ = consume worker
    }

    @Test func `rubbish from the queue is passed over`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        let peer = try queue.welcome()
        let rubbish = ["", "rubbish", "{}", #"{"type":"task"}"#, #"{"type":"task","lease":1,"lease":2}"#, "[[[[[[[[[["]
        for text in rubbish { try queue.send(frames: [Array(text.utf8)], to: peer) }
        try queue.send(frames: Array(repeating: Array("x".utf8), count: 50), to: peer)
        // A task without an article, and one with two.
        let article = ArticleID(deriving: [], key: nil)
        let task = TaskOffer(
            lease: LeaseID(1)!,
            article: article,
            stage: RunningWorker.stage,
            attempt: 1,
            deadline: .seconds(1)
        )
        try queue.send(.task(task), to: peer)
        try queue.send(frames: [Header.task(task).encoded(), [], []], to: peer)
        // What only workers and clients say.
        for header in [Header.bye, .done(LeaseID(1)!), .busy(n: 1, retry: .zero)] { try queue.send(header, to: peer) }
        try queue.offer(7, to: peer)
        #expect(try queue.next().header == .done(LeaseID(7)!))
        _ = consume worker
    }

    @Test func `a worker that leaves finishes what it works on, leaves the rest, and says goodbye last`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome(heartbeat: .milliseconds(1))
        try queue.offer(1, to: peer)
        try queue.offer(2, to: peer)
        try gate.wait(for: 1)
        // The pong means that the second task has arrived.
        try queue.send(.ping(9), to: peer)
        while try queue.nextOfAll().header != .pong(9) {}
        worker.drain()
        // The second ping from here on was sent by a turn that began after the call.
        for _ in 0..<2 { #expect(try queue.nextOfAll().header.isPing) }
        try queue.offer(3, to: peer)
        gate.open()
        #expect(try queue.next().header == .done(LeaseID(1)!))
        #expect(try queue.next().header == .bye)
        try worker.waitForEnd()
    }

    @Test func `a worker with a task that does not end leaves all the same`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) {
            $0.drainTimeout = .milliseconds(50)
        } work: { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome()
        try queue.offer(1, to: peer)
        try gate.wait(for: 1)
        worker.drain()
        #expect(try queue.next().header == .bye)
        try worker.waitForEnd()
    }

    @Test func `a queue that is about to stop gets what is begun, the rest back, and its successor is greeted`() throws
    {
        let queue = try FakeQueue()
        let gate = Gate()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome()
        for lease in 1...3 { try queue.offer(lease, to: peer) }
        try gate.wait(for: 1)
        try queue.send(.drain, to: peer)
        // Its answer to a ping means that it has heard of the end.
        try queue.send(.ping(5), to: peer)
        #expect(try queue.next().header == .pong(5))
        gate.open()
        #expect(try queue.next().header == .done(LeaseID(1)!))
        #expect(try queue.next().header == .bye)
        let successor = try queue.welcome()
        #expect(successor != peer)
        try queue.offer(4, to: successor)
        #expect(try queue.next().header == .done(LeaseID(4)!))
        _ = consume worker
    }

    @Test func `a worker that is to stop before its welcome says so`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        guard case .hello = try queue.next().header else { throw Silence() }
        worker.drain()
        #expect(try queue.next().header == .bye)
        try worker.waitForEnd()
    }

    @Test func `a worker without a queue can be stopped`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body }
        worker.drain()
        try worker.waitForEnd()
    }

    @Test func `a worker whose parent is gone leaves by itself`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) {
            $0.isOrphaned = { true }
        } work: { body throws(TaskFailure) in
            body
        }
        try worker.waitForEnd()
    }
}

extension Header {
    fileprivate var isPing: Bool { if case .ping = self { true } else { false } }
}
