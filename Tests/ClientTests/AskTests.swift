import Client
import Foundation
import JSON
import Synchronization
import Testing
import Wire
import ZeroMQ

struct AskTests {
    @Test func `a queue that asks whether its answers are read is told so`() async throws {
        let queue = try FakeQueue { header, _ in
            switch header {
            case .query: [Reply(.ping(77))]
            case .pong(77): [Reply(.answer(n: 1, cursor: nil), body: "[7]")]
            default: []
            }
        }
        let client = try QueueClient(endpoint: queue.endpoint, context: queue.context)
        #expect(try await client.ask(.status).answer == [7])
        await client.close()
    }

    /// Counts the questions that reach the queue.
    private final class Counter: Sendable {
        private let value = Atomic(0)
        var count: Int { value.load(ordering: .relaxed) }
        func next() -> Int { value.add(1, ordering: .relaxed).newValue }
    }

    typealias Reply = FakeQueue.Reply

    private func client(
        _ queue: FakeQueue,
        patience: Duration = .seconds(600),
        repetition: Duration = .seconds(600)
    ) throws -> QueueClient {
        try QueueClient(endpoint: queue.endpoint, patience: patience, repetition: repetition, context: queue.context)
    }

    @Test func `a question is asked with its parameters, and answered with a cursor`() async throws {
        let queue = try FakeQueue { header, body in
            guard case .query(let query) = header else { return [] }
            let echo = query.what == .results && query.cursor == "12" && query.parameters == ["limit": 3] && body == nil
            return [Reply(.answer(n: query.n, cursor: "13"), body: "{\"echo\":\(echo)}")]
        }
        let client = try client(queue)
        let (answer, cursor) = try await client.ask(.results, ["limit": 3], cursor: "12")
        #expect(answer == ["echo": true])
        #expect(cursor == "13")
        await client.close()
    }

    @Test func `answers to other questions, rubbish and strange messages are passed over`() async throws {
        let queue = try FakeQueue { header, _ in
            guard case .query(let query) = header else { return [] }
            return [
                Reply(.answer(n: query.n + 1, cursor: nil), body: "1"), Reply(.answer(n: 0, cursor: nil), body: "2"),
                Reply(.refused(Refusal(n: 0, code: "old", reason: "old"))),
                Reply(.refused(Refusal(code: "none", reason: "none"))), Reply(rubbish: "rubbish"),
                Reply(rubbish: "", "", ""), Reply(.drain), Reply(.busy(n: query.n, retry: .seconds(100))),
                Reply(.answer(n: query.n, cursor: nil), body: "3"),
            ]
        }
        let client = try client(queue)
        #expect(try await client.ask(.status).answer == 3)
        #expect(try await client.ask(.status).answer == 3)
        await client.close()
    }

    @Test func `several questions are on their way at once, and a lost answer is asked for again`() async throws {
        // Answers nothing until all five are there, then from the last to the first, and forgets one the first time.
        var waiting: [Query] = []
        var isFirstTime = true
        let queue = try FakeQueue { header, _ in
            guard case .query(let query) = header else { return [] }
            waiting.append(query)
            guard waiting.count == (isFirstTime ? 5 : 1) else { return [] }
            let answered = waiting.reversed().filter { !isFirstTime || $0.parameters != ["i": 3] }
            waiting = []
            isFirstTime = false
            return answered.map { query in
                Reply(.answer(n: query.n, cursor: nil), body: "{\"i\":\(query.parameters["i"]?.int ?? -1)}")
            }
        }
        let client = try client(queue, repetition: .milliseconds(50))
        let answers = try await client.ask(.article, each: (0..<5).map { ["i": JSON($0)] })
        #expect(answers == (0..<5).map { ["i": JSON($0)] })
        #expect(try await client.ask(.article, each: []) == [])
        await client.close()
    }

    @Test func `questions are not repeated before an answer has had its time`() async throws {
        // The queue is deaf to the first round, as one that has just been killed; the second gets its answer late.
        let rounds = Counter()
        let queue = try FakeQueue { header, _ in
            guard case .query(let query) = header else { return [] }
            guard rounds.next() > 1 else { return [] }
            Thread.sleep(forTimeInterval: 0.05)
            return [Reply(.answer(n: query.n, cursor: nil), body: "1")]
        }
        let client = try client(queue, repetition: .milliseconds(500))
        #expect(try await client.ask(.article, each: [[:]]) == [1])
        #expect(rounds.count == 2)
        await client.close()
    }

    @Test func `a refusal is an error that says why`() async throws {
        let queue = try FakeQueue { header, _ in
            guard case .query(let query) = header else { return [] }
            return [Reply(.refused(Refusal(n: query.n, code: "no_such_article", reason: "there is none")))]
        }
        let client = try client(queue)
        let error = await #expect(throws: ClientError.self) { try await client.ask(.article) }
        #expect(error?.code == .refused)
        #expect(error?.reason == "the queue refused: there is none (no_such_article)")
        await client.close()
    }

    @Test(arguments: ["", "{", "[1,]"])
    func `an answer that is no JSON is an error`(_ body: String) async throws {
        let queue = try FakeQueue { header, _ in
            guard case .query(let query) = header else { return [] }
            return [Reply(.answer(n: query.n, cursor: nil), body: body)]
        }
        let client = try client(queue)
        let error = await #expect(throws: ClientError.self) { try await client.ask(.status) }
        #expect(error?.code == .badAnswer)
        await client.close()
    }

    @Test func `a question that is lost is asked again`() async throws {
        var asked = 0
        let queue = try FakeQueue { header, _ in
            asked += 1
            guard case .query(let query) = header, asked > 2 else { return [] }
            return [Reply(.answer(n: query.n, cursor: nil), body: "\(asked)")]
        }
        let client = try client(queue, repetition: .milliseconds(20))
        #expect(try #require(await client.ask(.status).answer.int) >= 3)
        await client.close()
    }

    @Test func `a queue that never answers is given up`() async throws {
        let queue = try FakeQueue { _, _ in [] }
        let client = try client(queue, patience: .milliseconds(100), repetition: .milliseconds(30))
        let error = await #expect(throws: ClientError.self) { try await client.ask(.status) }
        #expect(error?.code == .noAnswer)
        #expect(error?.reason.contains("inproc://queue") == true)
        await client.close()
    }

    @Test func `a queue that is not there is given up`() async throws {
        let client = try QueueClient(
            endpoint: "tcp://127.0.0.1:1",
            patience: .milliseconds(100),
            context: Context()
        )
        let error = await #expect(throws: ClientError.self) { try await client.ask(.status) }
        #expect(error?.code == .noAnswer)
        await client.close()
    }
}
