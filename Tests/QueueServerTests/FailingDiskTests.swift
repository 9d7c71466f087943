import JSON
import Queue
import QueueServer
import Synchronization
import TestSupport
import Testing
import Wire

struct FailingDiskTests {
    @Test func `nothing is promised while the journal can't be written, and all is well afterwards`() throws {
        let disk = FailingJournal.Disk()
        let queue = try RunningQueue(.inproc, in: TemporaryDirectory(), { $0.rules.firstWindow = 4_096 }) {
            FailingJournal(disk)
        }
        let client = try queue.dealer()
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0], tasks: 4_096)
        disk.isBroken.store(true, ordering: .relaxed)

        // Until the queue knows that its disk fails it takes articles in, and holds its word back.
        var unanswered: Set<Int> = []
        var isBusy = false
        var n = 0
        while !isBusy {
            n += 1
            unanswered.insert(n)
            try client.send(.submit(Submit(n: n, key: nil)), body: #"{"n":\#(n)}"#)
            _ = try client.ask(.status) { message in
                guard case .busy(let number, _) = message.header else { throw Surprise(header: message.header) }
                unanswered.remove(number)
                isBusy = true
            }
        }
        #expect(disk.failures.load(ordering: .relaxed) > 0)
        #expect(unanswered.contains(1))
        // Who asks again about an article whose acceptance is not on disk is told to wait.
        guard case .busy(n: 9_999, _) = try client.submit(9_999, #"{"n":1}"#) else { throw Silence() }
        #expect(try client.ask(.audit).json?["accepted"] == 0)

        disk.isBroken.store(false, ordering: .relaxed)
        let count = unanswered.count
        while !unanswered.isEmpty {
            guard case .accepted(let accepted) = try client.next().header else { throw Silence() }
            #expect(!accepted.duplicate)
            #expect(unanswered.remove(accepted.n) != nil)
        }
        for _ in 0..<count { #expect(try worker.nextTask().offer.attempt == 1) }
        while case .busy = try client.submit(n + 1, #"{"n":\#(n + 1)}"#) {}
        let audit = try client.ask(.audit).json
        #expect(audit?["balanced"] == true)
        #expect(audit?["accepted"]?.int == count + 1)
    }

    @Test func `an order about dead letters is answered when it is on disk`() throws {
        let disk = FailingJournal.Disk()
        let queue = try RunningQueue(.inproc, in: TemporaryDirectory()) { FailingJournal(disk) }
        let client = try queue.dealer()
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0])
        guard case .accepted(let accepted) = try client.submit(1, "{}") else { throw Silence() }
        let task = try worker.nextTask()
        try worker.send(.fail(Failure(lease: task.offer.lease, code: "bad", reason: "bad", retry: false)))
        #expect(try client.awaitEnd(of: accepted.article)["state"] == "dead")

        disk.isBroken.store(true, ordering: .relaxed)
        let operatorDealer = try queue.dealer()
        try operatorDealer.send(.query(Query(n: 5, what: .drop, parameters: ["all": true])))
        while disk.failures.load(ordering: .relaxed) == 0 { _ = try client.ask(.status) }
        #expect(throws: Silence.self) { try operatorDealer.next(within: .zero) }
        disk.isBroken.store(false, ordering: .relaxed)
        let answer = try operatorDealer.next()
        #expect(answer.header == .answer(n: 5, cursor: nil))
        #expect(answer.json == ["count": 1])
        #expect(try client.ask(.audit).json?["dropped"] == 1)
    }

    @Test func `a disk with too little room makes the queue busy, and what is there still flows`() throws {
        let isLow = FailingJournal.Disk()
        let queue = try RunningQueue { $0.isDiskLow = { isLow.isBroken.load(ordering: .relaxed) } }
        let client = try queue.dealer()
        guard case .accepted = try client.submit(1, "{}") else { throw Silence() }
        isLow.isBroken.store(true, ordering: .relaxed)
        while try client.ask(.status).json?["disk_low"] != true {}
        guard case .busy(n: 2, _) = try client.submit(2, "[]") else { throw Silence() }
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0])
        try worker.send(.done(worker.nextTask().offer.lease), body: "{}")
        let next = try queue.dealer()
        try next.join(RunningQueue.stages[1])
        #expect(try next.nextTask().offer.stage == RunningQueue.stages[1])
        isLow.isBroken.store(false, ordering: .relaxed)
        while case .busy = try client.submit(3, "[]") {}
        #expect(try client.ask(.status).json?["accepted"] == 2)
    }
}
