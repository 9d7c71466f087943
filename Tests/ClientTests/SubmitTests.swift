import Client
import Testing
import Wire
import ZeroMQ

struct SubmitTests {
    typealias Reply = FakeQueue.Reply

    /// Hands in so many articles. - Returns: What became of each, in their order.
    private func submit(
        _ count: Int,
        to queue: FakeQueue,
        patience: Duration = .seconds(600),
        repetition: Duration = .seconds(600),
        busy: (Duration) -> Void = { _ in }
    ) async throws -> [Receipt] {
        let client = try QueueClient(
            endpoint: queue.endpoint,
            patience: patience,
            repetition: repetition,
            context: queue.context
        )
        var next = 0
        var receipts: [Int: Receipt] = [:]
        try await client.submit(
            next: {
                guard next < count else { return nil }
                next += 1
                return Handout(body: Self.body(next - 1), key: nil)
            },
            receipt: { index, receipt in
                #expect(receipts.updateValue(receipt, forKey: index) == nil)
            },
            busy: busy
        )
        await client.close()
        #expect(receipts.count == count)
        return receipts.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func body(_ index: Int) -> [UInt8] { Array("\(index)".utf8) }

    private static func id(_ index: Int) -> ArticleID { ArticleID(deriving: body(index), key: nil) }

    @Test func `each of many articles gets its own receipt, whatever their order`() async throws {
        var held: [Reply] = []
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            held.append(.accepted(submit.n, body, duplicate: body.count == 1))
            guard held.count == 100 else { return [] }
            defer { held = [] }
            return held.reversed()
        }
        let receipts = try await submit(2_000, to: queue)
        #expect(receipts == (0..<2_000).map { .accepted(Self.id($0), isDuplicate: $0 < 10) })
    }

    @Test func `key and priority go with the article`() async throws {
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            let isWell = submit.key == "k" && submit.priority == Priority(9)
            return [.accepted(submit.n, body, duplicate: isWell)]
        }
        let client = try QueueClient(endpoint: queue.endpoint, context: queue.context)
        var isSent = false
        try await client.submit(
            next: {
                defer { isSent = true }
                return isSent ? nil : Handout(body: Self.body(1), key: "k", priority: Priority(9)!)
            },
            receipt: { _, receipt in #expect(receipt == .accepted(Self.id(1), isDuplicate: true)) }
        )
        await client.close()
    }

    @Test func `an article that finds the queue full is handed in again after the pause`() async throws {
        var turnedAway: Set<[UInt8]> = []
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            guard !turnedAway.insert(body).inserted else { return [Reply(.busy(n: submit.n, retry: .milliseconds(5)))] }
            return [.accepted(submit.n, body)]
        }
        var pauses: [Duration] = []
        let receipts = try await submit(20, to: queue) { pauses.append($0) }
        #expect(receipts == (0..<20).map { .accepted(Self.id($0), isDuplicate: false) })
        #expect(pauses == Array(repeating: .milliseconds(5), count: 20))
    }

    @Test func `a full queue is asked by a few, and not by all over and over`() async throws {
        var lastAccepted = ContinuousClock.now
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            guard ContinuousClock.now - lastAccepted > .milliseconds(2) else {
                return [Reply(.busy(n: submit.n, retry: .milliseconds(1)))]
            }
            lastAccepted = .now
            return [.accepted(submit.n, body)]
        }
        var turnedAway = 0
        let receipts = try await submit(200, to: queue) { _ in turnedAway += 1 }
        #expect(receipts == (0..<200).map { .accepted(Self.id($0), isDuplicate: false) })
        // All at once, again and again, would be 200 · 199 / 2.
        #expect(turnedAway < 4_000)
    }

    @Test func `a queue that stays full for longer than patience lasts is waited for`() async throws {
        var visits = 0
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            visits += 1
            return visits > 20 ? [.accepted(submit.n, body)] : [Reply(.busy(n: submit.n, retry: .milliseconds(30)))]
        }
        // Twenty pauses of 30 ms are more than the patience.
        let receipts = try await submit(1, to: queue, patience: .milliseconds(400))
        #expect(receipts == [.accepted(Self.id(0), isDuplicate: false)])
    }

    @Test func `a refused article is told apart, and the rest goes on`() async throws {
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            guard body != Array("1".utf8) else {
                return [Reply(.refused(Refusal(n: submit.n, code: "too_large", reason: "too long")))]
            }
            return [.accepted(submit.n, body)]
        }
        let receipts = try await submit(3, to: queue)
        #expect(receipts[0] == .accepted(Self.id(0), isDuplicate: false))
        #expect(receipts[1] == .refused(code: "too_large", reason: "too long"))
        #expect(receipts[2] == .accepted(Self.id(2), isDuplicate: false))
    }

    @Test func `what is lost is handed in again, and answers that come twice count once`() async throws {
        var visits: [[UInt8]: Int] = [:]
        let queue = try FakeQueue { header, body in
            guard case .submit(let submit) = header, let body else { return [] }
            visits[body, default: 0] += 1
            // Every third is lost the first time; the rest are answered twice.
            guard visits[body]! > 1 || Int(String(decoding: body, as: UTF8.self))! % 3 != 0 else { return [] }
            return [.accepted(submit.n, body), .accepted(submit.n, body)]
        }
        let receipts = try await submit(30, to: queue, repetition: .milliseconds(30))
        #expect(receipts == (0..<30).map { .accepted(Self.id($0), isDuplicate: false) })
    }

    @Test(arguments: [Duration.milliseconds(30), .seconds(60)])
    func `a queue that never answers is given up`(_ repetition: Duration) async throws {
        let queue = try FakeQueue { _, _ in [] }
        let client = try QueueClient(
            endpoint: queue.endpoint,
            patience: .milliseconds(100),
            repetition: repetition,
            context: queue.context
        )
        var isSent = false
        let error = await #expect(throws: ClientError.self) {
            try await client.submit(
                next: {
                    defer { isSent = true }
                    return isSent ? nil : Handout(body: Self.body(1), key: nil)
                },
                receipt: { _, _ in Issue.record("a receipt from nowhere") }
            )
        }
        #expect(error?.code == .noAnswer)
        await client.close()
    }

    @Test func `a source that fails ends the submission with its error`() async throws {
        struct Torn: Error {}
        let queue = try FakeQueue { _, _ in [] }
        let client = try QueueClient(endpoint: queue.endpoint, context: queue.context)
        await #expect(throws: Torn.self) {
            try await client.submit(next: { throw Torn() }, receipt: { _, _ in })
        }
        await client.close()
    }
}
