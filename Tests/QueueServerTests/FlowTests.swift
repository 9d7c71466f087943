import JSON
import Queue
import QueueServer
import Testing
import Wire

struct FlowTests {
    @Test(arguments: RunningQueue.Transport.allCases, RunningQueue.Store.allCases)
    func `an article passes the stages in order and is then among the results`(
        _ transport: RunningQueue.Transport,
        _ store: RunningQueue.Store
    ) throws {
        let queue = try RunningQueue(transport, store)
        let client = try queue.dealer()
        let id = ArticleID(deriving: Array(#"{"step":0}"#.utf8), key: nil)
        #expect(
            try client.submit(7, #"{"step":0}"#) == .accepted(Accepted(n: 7, article: id, duplicate: false))
        )
        for (index, stage) in RunningQueue.stages.enumerated() {
            let worker = try queue.dealer()
            try worker.join(stage)
            let (offer, body) = try worker.nextTask()
            #expect(offer.article == id)
            #expect(offer.stage == stage)
            #expect(offer.attempt == 1)
            // A second sooner than the queue's own, so that the worker notices first.
            #expect(offer.deadline == .seconds(59))
            #expect(String(decoding: body, as: UTF8.self) == #"{"step":\#(index)}"#)
            try worker.send(.done(offer.lease), body: #"{"step":\#(index + 1)}"#)
        }
        let ended = try client.awaitEnd(of: id)
        #expect(ended["state"] == "done")
        #expect(ended["article"] == ["step": 3])
        let results = try client.ask(.results)
        #expect(results.json == ["articles": [["step": 3]]])
        guard case .answer(_, let cursor?) = results.header else { throw Surprise(header: results.header) }
        #expect(try client.ask(.results, cursor: cursor).json == ["articles": []])
        let audit = try client.ask(.audit).json
        #expect(audit?["balanced"] == true)
        #expect(audit?["accepted"] == 1)
        #expect(audit?["done"] == 1)
    }

    @Test func `the welcome says how the queue counts time and size`() throws {
        let queue = try RunningQueue {
            $0.rules.heartbeat = .milliseconds(700)
            $0.rules.dead = .seconds(9)
            $0.rules.maximumBody = 12_345
        }
        let worker = try queue.dealer()
        _ = try worker.sayHello(RunningQueue.stages[0])
        let welcome = Welcome(heartbeat: .milliseconds(700), dead: .seconds(9), maximumBody: 12_345)
        #expect(try worker.next().header == .welcome(welcome))
    }

    @Test(arguments: RunningQueue.Store.allCases)
    func `what is submitted twice is one article`(_ store: RunningQueue.Store) throws {
        let queue = try RunningQueue(.inproc, store)
        let client = try queue.dealer()
        let id = ArticleID(deriving: Array("{}".utf8), key: nil)
        // In one breath, so that both may fall into one commit; and again, long after.
        try client.send(.submit(Submit(n: 1, key: nil)), body: "{}")
        try client.send(.submit(Submit(n: 2, key: nil)), body: "{}")
        #expect(try client.next().header == .accepted(Accepted(n: 1, article: id, duplicate: false)))
        #expect(try client.next().header == .accepted(Accepted(n: 2, article: id, duplicate: true)))
        #expect(try client.submit(3, "{}") == .accepted(Accepted(n: 3, article: id, duplicate: true)))
        let other = ArticleID(deriving: Array("{}".utf8), key: "another")
        #expect(
            try client.submit(4, "{}", key: "another") == .accepted(Accepted(n: 4, article: other, duplicate: false))
        )
        #expect(try client.ask(.status).json?["accepted"] == 2)
    }

    @Test func `an article that fails for good is a dead letter that can be retried and dropped`() throws {
        let queue = try RunningQueue()
        let client = try queue.dealer()
        let worker = try queue.dealer()
        let name = try worker.join(RunningQueue.stages[0])
        guard case .accepted(let accepted) = try client.submit(1, "{}") else { throw Silence() }
        let task = try worker.nextTask()
        try worker.send(.fail(Failure(lease: task.offer.lease, code: "no_text", reason: "empty", retry: false)))
        let letter = try client.awaitEnd(of: accepted.article)
        #expect(letter["state"] == "dead")
        #expect(letter["code"] == "no_text")
        #expect(letter["reason"] == "empty")
        #expect(letter["worker"]?.string == name.text)
        #expect(letter["submission"] == [:])
        #expect(try client.ask(.dead).json?["dead"]?.array?.compactMap { $0["id"]?.string } == ["\(accepted.article)"])

        #expect(try client.ask(.retry, ["all": true]).json == ["count": 1])
        let again = try worker.nextTask()
        #expect(again.offer.article == accepted.article)
        #expect(again.offer.attempt == 1)
        try worker.send(.fail(Failure(lease: again.offer.lease, code: "no_text", reason: "empty", retry: false)))
        #expect(try client.awaitEnd(of: accepted.article)["state"] == "dead")
        let named: JSONObject = ["articles": [JSON("\(accepted.article)")]]
        #expect(try client.ask(.drop, named).json == ["count": 1])
        guard case .refused(let refusal) = try client.ask(.article, ["article": JSON("\(accepted.article)")]).header
        else {
            throw Silence()
        }
        #expect(refusal.code == "no_such_article")
        let audit = try client.ask(.audit).json
        #expect(audit?["balanced"] == true)
        #expect(audit?["dropped"] == 1)
    }

    @Test func `many clients at once are all answered`() throws {
        let queue = try RunningQueue(.ipc, .sqlite)
        let clients = try (0..<20).map { _ in try queue.dealer() }
        for n in 0..<50 {
            for (index, client) in clients.enumerated() {
                try client.send(.submit(Submit(n: n, key: nil)), body: #"{"client":\#(index),"n":\#(n)}"#)
            }
        }
        for (index, client) in clients.enumerated() {
            for n in 0..<50 {
                let id = ArticleID(deriving: Array(#"{"client":\#(index),"n":\#(n)}"#.utf8), key: nil)
                #expect(try client.next().header == .accepted(Accepted(n: n, article: id, duplicate: false)))
            }
        }
        #expect(try clients[0].ask(.audit).json?["accepted"] == 1_000)
    }
}

extension Dealer {
    /// Asks after an article until it has ended; each look is a request and its answer. - Returns: The last answer.
    func awaitEnd(of id: ArticleID) throws -> JSON {
        let deadline = ContinuousClock.now + Self.patience
        while ContinuousClock.now < deadline {
            let answer = try ask(.article, ["article": JSON("\(id)")]).json ?? .null
            if answer["state"] != "pending" { return answer }
        }
        throw Silence()
    }
}
