import JSON
import Queue
import QueueServer
import Testing
import Wire

/// What one client can do to the others.
struct ClientTests {
    @Test func `a client that submits too fast is told when to come again, and others are served`() throws {
        let queue = try RunningQueue { $0.rateLimit = 5 }
        let (hasty, calm) = (try queue.dealer(), try queue.dealer())
        var pauses: [Duration] = []
        for n in 1...50 {
            switch try hasty.submit(n, #"{"n":\#(n)}"#) {
            case .accepted: break
            case .busy(n, let pause): pauses.append(pause)
            case let header: throw Surprise(header: header)
            }
        }
        #expect(!pauses.isEmpty)
        #expect(pauses.allSatisfy { $0 <= .milliseconds(200) })
        guard case .accepted = try calm.submit(1, #"{"calm":1}"#) else { throw Silence() }
        let status = try calm.ask(.status).json
        #expect(status?["counters"]?["throttled"]?.int == pauses.count)
        #expect(status?["counters"]?["busy"] == 0)
    }

    @Test func `a client that does not read its answers gets no more of them, until it does`() throws {
        let queue = try RunningQueue()
        let (idle, other) = (try queue.dealer(), try queue.dealer())
        let size = 5 << 20
        guard case .accepted(let accepted) = try other.submit(1, String(repeating: "x", count: size)) else {
            throw Silence()
        }
        let parameters: JSONObject = ["article": JSON("\(accepted.article)")]
        for n in 1...30 { try idle.send(.query(Query(n: n, what: .article, parameters: parameters))) }
        // Four answers are more than a window; sixteen questions wait; ten are refused.
        while try other.ask(.status).json?["counters"]?["refused"]?["unread_answers"] != 10 {}
        var answered: [Int] = []
        var refused: [Int] = []
        // Reading answers the ping behind the answers, and so the questions that waited are answered in their turn.
        while answered.count + refused.count < 30 {
            let message = try idle.next()
            switch message.header {
            case .answer(let n, _):
                answered.append(n)
                #expect(message.body.map { $0.count > size } == true)
            case .refused(let refusal) where refusal.code == "unread_answers": refused.append(refusal.n ?? 0)
            case let header: throw Surprise(header: header)
            }
        }
        #expect(answered == Array(1...20))
        #expect(refused == Array(21...30))
    }

    @Test func `the pong of a stranger, and one with a number that nobody gave, are passed over`() throws {
        let queue = try RunningQueue()
        let client = try queue.dealer()
        try client.send(.pong(0))
        try client.send(.pong(12_345))
        let status = try client.ask(.status).json
        #expect(status?["counters"]?["refused"] == [:])
    }

    @Test func `an audit is answered, to all who ask, while articles come and go`() throws {
        let queue = try RunningQueue(.inproc, .sqlite)
        let (client, auditor, worker) = (try queue.dealer(), try queue.dealer(), try queue.dealer())
        for stage in RunningQueue.stages { try queue.dealer().join(stage) }
        try worker.join(RunningQueue.stages[0])
        for n in 1...20 { guard case .accepted = try client.submit(n, #"{"n":\#(n)}"#) else { throw Silence() } }
        try auditor.send(.query(Query(n: 1, what: .audit)))
        try auditor.send(.query(Query(n: 2, what: .audit)))
        var answers: [Int: JSON] = [:]
        while answers.count < 2 {
            let message = try auditor.next()
            guard case .answer(let n, _) = message.header else { throw Surprise(header: message.header) }
            answers[n] = message.json
        }
        for audit in answers.values {
            #expect(audit["balanced"] == true)
            #expect(audit["accepted"] == 20)
        }
    }
}
