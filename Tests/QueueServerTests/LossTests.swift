import JSON
import Queue
import QueueSQLite
import QueueServer
import TestSupport
import Testing
import Wire

/// Workers that die, the queue that stops, the disk that fails.
struct LossTests {
    @Test(arguments: RunningQueue.Transport.allCases)
    func `what a silent worker holds goes to another`(_ transport: RunningQueue.Transport) throws {
        let queue = try RunningQueue(transport) {
            $0.rules.heartbeat = .milliseconds(50)
            $0.rules.dead = .milliseconds(200)
            $0.rules.maximumAttempts = 100
        }
        let client = try queue.dealer()
        let mute = try queue.dealer()
        try mute.join(RunningQueue.stages[0])
        guard case .accepted(let accepted) = try client.submit(1, "{}") else { throw Silence() }
        #expect(try mute.nextTask().offer.article == accepted.article)
        // From here on the first says nothing.
        let heir = try queue.dealer()
        try heir.join(RunningQueue.stages[0])
        var offer: TaskOffer?
        while offer == nil {
            switch try heir.next().header {
            case .task(let task): offer = task
            // A machine that holds this test up for as long as that makes the heir look dead as well.
            case .refused(let refusal):
                #expect(refusal.code == "unknown_worker")
                _ = try heir.sayHello(RunningQueue.stages[0])
            case .welcome: break
            case let header: throw Surprise(header: header)
            }
        }
        #expect(offer?.article == accepted.article)
        #expect(offer!.attempt >= 2)
        var lost = 0
        while lost == 0 { lost = try client.ask(.status).json?["counters"]?["workers_lost"]?.int ?? 0 }
        #expect(lost >= 1)
    }

    @Test func `the answer of a worker taken for dead is refused and dropped`() throws {
        let queue = try RunningQueue {
            $0.rules.heartbeat = .milliseconds(20)
            $0.rules.dead = .milliseconds(60)
        }
        let client = try queue.dealer()
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0])
        guard case .accepted = try client.submit(1, "{}") else { throw Silence() }
        let task = try worker.nextTask()
        while try client.ask(.status).json?["counters"]?["workers_lost"] == 0 {}
        try worker.send(.done(task.offer.lease), body: #"{"late":true}"#)
        guard case .refused(let refusal) = try worker.next().header else { throw Silence() }
        #expect(refusal.code == Refusal.unknownWorker)
        let status = try client.ask(.status).json
        #expect(status?["counters"]?["late"] == 1)
        #expect(status?["pending"] == 1)
    }

    @Test func `a task that is not answered in time goes to another although its worker breathes`() throws {
        let queue = try RunningQueue { $0.rules.taskDeadline = .milliseconds(50) }
        let client = try queue.dealer()
        let slow = try queue.dealer()
        try slow.join(RunningQueue.stages[0], tasks: 1)
        guard case .accepted = try client.submit(1, "{}") else { throw Silence() }
        let first = try slow.nextTask()
        let quick = try queue.dealer()
        try quick.join(RunningQueue.stages[0])
        let second = try quick.nextTask()
        #expect(second.offer.article == first.offer.article)
        #expect(second.offer.lease != first.offer.lease)
        #expect(second.offer.attempt == 2)
    }

    @Test func `a worker that leaves gives back what it held, with the attempt not counted`() throws {
        let queue = try RunningQueue()
        let client = try queue.dealer()
        let leaving = try queue.dealer()
        try leaving.join(RunningQueue.stages[0])
        guard case .accepted = try client.submit(1, "{}") else { throw Silence() }
        _ = try leaving.nextTask()
        try leaving.send(.bye)
        let heir = try queue.dealer()
        try heir.join(RunningQueue.stages[0])
        #expect(try heir.nextTask().offer.attempt == 1)
    }

    @Test func `a draining queue takes nothing new, waits for what is held, and ends`() throws {
        let queue = try RunningQueue(.ipc, .sqlite)
        let client = try queue.dealer()
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0], tasks: 1)
        guard case .accepted = try client.submit(1, #"{"n":1}"#) else { throw Silence() }
        let held = try worker.nextTask()
        guard case .accepted = try client.submit(2, #"{"n":2}"#) else { throw Silence() }
        queue.drain()
        #expect(try worker.next().header == .drain)
        guard case .busy(n: 3, _) = try client.submit(3, #"{"n":3}"#) else { throw Silence() }
        try worker.send(.done(held.offer.lease), body: #"{"n":1,"first":true}"#)
        try queue.waitForEnd()

        // The next queue on the same journal goes on where this one was.
        let directory = queue.directory
        let successor = try RunningQueue(.ipc, in: directory) { try SQLiteJournal(directory: directory.url) }
        let heir = try successor.dealer()
        try heir.join(RunningQueue.stages[1])
        #expect(String(decoding: try heir.nextTask().body, as: UTF8.self) == #"{"n":1,"first":true}"#)
        #expect(try successor.dealer().ask(.status).json?["pending"] == 2)
    }

    @Test func `a draining queue does not wait for ever`() throws {
        let queue = try RunningQueue { $0.drainTimeout = .milliseconds(200) }
        let client = try queue.dealer()
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0])
        guard case .accepted = try client.submit(1, "{}") else { throw Silence() }
        _ = try worker.nextTask()
        queue.drain()
        try queue.waitForEnd()
    }

    @Test func `a queue whose parent is gone drains by itself`() throws {
        let queue = try RunningQueue { $0.isOrphaned = { true } }
        try queue.waitForEnd()
    }
}
