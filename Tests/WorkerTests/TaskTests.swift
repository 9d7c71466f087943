import Article
import JSON
import Synchronization
import Testing
import Wire
import Worker

/// What a worker does with tasks.
struct TaskTests {
    @Test func `a task is answered with what the stage made of it`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body + [0x21] }
        let peer = try queue.welcome()
        for lease in 1...100 { try queue.offer(lease, "\(lease)", to: peer) }
        for lease in 1...100 {
            let answer = try queue.next()
            #expect(answer.header == .done(LeaseID(lease)!))
            #expect(answer.body == Array("\(lease)!".utf8))
        }
        _ = consume worker
    }

    @Test(arguments: [true, false])
    func `a failure says why, and whether another try might help`(_ isRetryable: Bool) throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { _ throws(TaskFailure) in
            throw TaskFailure(code: "no_luck", reason: "not today", isRetryable: isRetryable)
        }
        let peer = try queue.welcome()
        try queue.offer(1, to: peer)
        let failure = Failure(lease: LeaseID(1)!, code: "no_luck", reason: "not today", retry: isRetryable)
        #expect(try queue.next().header == .fail(failure))
        _ = consume worker
    }

    @Test func `a result over the limit of the queue becomes a failure`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in body + body }
        let peer = try queue.welcome(maximumBody: 10)
        try queue.offer(1, "123456", to: peer)
        try queue.offer(2, "12345", to: peer)
        guard case .fail(let failure) = try queue.next().header else { throw Silence() }
        #expect(failure.lease == LeaseID(1))
        #expect(failure.code == "result_too_large")
        #expect(!failure.retry)
        #expect(try queue.next().header == .done(LeaseID(2)!))
        _ = consume worker
    }

    @Test func `four slots work on four tasks at once`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) {
            $0.slots = 4
        } work: { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome()
        for lease in 1...5 { try queue.offer(lease, to: peer) }
        // None of the four leaves before all four are there.
        try gate.wait(for: 4)
        gate.open()
        var answered: Set<Header> = []
        for _ in 1...5 { answered.insert(try queue.next().header) }
        #expect(answered == Set((1...5).map { .done(LeaseID($0)!) }))
        _ = consume worker
    }

    @Test func `a task that hangs is named, the rest is given back, and the process is to end`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in
            if body != Array("well".utf8) { gate.pass() }
            return body
        }
        let peer = try queue.welcome()
        try queue.offer(1, "well", to: peer)
        try queue.offer(2, "hung", deadline: .milliseconds(10), to: peer)
        try queue.offer(3, "not begun", deadline: .milliseconds(1), to: peer)
        #expect(try queue.next().header == .done(LeaseID(1)!))
        let reason = "the stage polish was not done within 10 ms, so its worker ended itself"
        let failure = Failure(lease: LeaseID(2)!, code: "deadline", reason: reason, retry: true, alone: true)
        #expect(try queue.next().header == .fail(failure))
        #expect(try queue.next().header == .bye)
        #expect(throws: WorkerFault(code: .deadline, reason: reason)) { try worker.waitForEnd() }
    }

    @Test func `memory that is used up is blamed on the tasks at hand, and the process is to end`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let memory = Memory()
        let worker = try RunningWorker(queue) {
            $0.slots = 2
            $0.memoryLimit = 100 << 20
            $0.memoryInUse = { memory.inUse.load(ordering: .relaxed) }
        } work: { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome()
        for lease in 1...3 { try queue.offer(lease, to: peer) }
        try gate.wait(for: 2)
        memory.inUse.store(101 << 20, ordering: .relaxed)
        let reason =
            "the worker used 101 MiB of memory in the stage polish, more than the 100 MiB of worker.memory_limit, so it"
            + " ended itself"
        let failures = [try queue.next().header, try queue.next().header]
        let expected = (1...2).map { lease in
            Header.fail(
                Failure(lease: LeaseID(lease)!, code: "out_of_memory", reason: reason, retry: true, alone: true)
            )
        }
        #expect(Set(failures) == Set(expected))
        #expect(try queue.next().header == .bye)
        #expect(throws: WorkerFault(code: .outOfMemory, reason: reason)) { try worker.waitForEnd() }
    }

    @Test func `a worker over its limit without a task says so and ends`() throws {
        let queue = try FakeQueue()
        let worker = try RunningWorker(queue) {
            $0.memoryLimit = 10 << 20
            $0.memoryInUse = { 12 << 20 }
        } work: { body throws(TaskFailure) in
            body
        }
        let reason =
            "the worker used 12 MiB of memory without a task at hand, more than the 10 MiB of worker.memory_limit, so it"
            + " ended itself"
        #expect(throws: WorkerFault(code: .outOfMemory, reason: reason)) { try worker.waitForEnd() }
    }

    @Test func `the memory of this process is known, and grows with what it holds`() {
        let before = ProcessMemory.privateBytes()
        #expect(before > 1 << 20)
        let block = [UInt8](repeating: 1, count: 64 << 20)
        #expect(ProcessMemory.privateBytes() >= before + 48 << 20)
        #expect(block.last == 1)
    }

    private final class Memory: Sendable { let inUse = Atomic(0) }

    // MARK: Stages as tasks

    private struct Doubling: Stage {
        let name = "polish"
        let model: String? = "doubling-1"

        func process(_ article: Article) throws(StageError) -> Article {
            guard !article.text.isEmpty else { throw StageError(code: "no_text", reason: "empty", isRetryable: true) }
            var article = article
            article.title = article.text + article.text
            return article
        }
    }

    private static let article = Article(
        id: "1",
        source: Article.Source(contentType: "text/plain", bytes: 2, sha256: ""),
        text: "ha"
    )

    private func answer(_ handler: any TaskHandler, _ body: [UInt8]) throws(TaskFailure) -> [UInt8] {
        let id = ArticleID(deriving: body, key: nil)
        let task = TaskOffer(lease: LeaseID(1)!, article: id, stage: handler.stage, attempt: 1, deadline: .seconds(1))
        return try handler.handle(task, body: body).body
    }

    @Test func `a stage's article is signed`() throws {
        let article = try Article(encoded: answer(StageTask(Doubling()), Self.article.encoded()))
        #expect(article.title == "haha")
        #expect(article.provenance.map(\.stage) == ["polish"])
        #expect(article.provenance.first?.model == "doubling-1")
        #expect(article.provenance.first?.software == Software.name)
    }

    @Test func `a near duplicate is marked, and left alone where that is wanted, with the reason`() throws {
        let original = ArticleID("0123456789abcdef0123456789abcdef")!
        let id = ArticleID(deriving: [1], key: nil)
        var task = TaskOffer(lease: LeaseID(1)!, article: id, stage: StageName("polish")!, attempt: 1, deadline: .zero)
        task.nearDuplicateOf = original
        let body = Self.article.encoded()
        let marked = try Article(encoded: StageTask(Doubling()).handle(task, body: body).body)
        #expect(marked.nearDuplicateOf == "\(original)")
        #expect(marked.title == "haha")
        let skipped = try Article(
            encoded: StageTask(Doubling(), skipsNearDuplicates: true).handle(task, body: body).body
        )
        #expect(skipped.nearDuplicateOf == "\(original)")
        #expect(skipped.title == nil)
        #expect(skipped.provenance.map(\.stage) == ["polish"])
        #expect(skipped.provenance.last?.note == "left alone: a near duplicate of \(original)")
        // What an article says of itself does not count.
        task.nearDuplicateOf = nil
        let again = try StageTask(Doubling(), skipsNearDuplicates: true).handle(task, body: marked.encoded())
        #expect(try Article(encoded: again.body).nearDuplicateOf == nil)
        #expect(try Article(encoded: again.body).provenance.last?.note == nil)
    }

    @Test func `a stage's error is handed on`() throws {
        var empty = Self.article
        empty.text = ""
        #expect(throws: TaskFailure(code: "no_text", reason: "empty", isRetryable: true)) {
            try answer(StageTask(Doubling()), empty.encoded())
        }
    }

    @Test(arguments: ["", "[]", "{", #"{"schema":"standpoint/article/1"}"#])
    func `what is no article is not tried again`(_ body: String) throws {
        let failure = #expect(throws: TaskFailure.self) { try answer(StageTask(Doubling()), Array(body.utf8)) }
        #expect(failure?.code == "bad_article")
        #expect(failure?.isRetryable == false)
    }

    @Test func `the first stage makes an article of a submission under the queue's id`() throws {
        let task = SubmissionTask(StageName("ingest")!, model: "m") { submission, id throws(StageError) in
            Article(
                id: id,
                source: Article.Source(contentType: submission.contentType, bytes: 1, sha256: ""),
                text: submission.content
            )
        }
        let body = Submission(content: "x", contentType: "text/plain").json.encoded()
        let article = try Article(encoded: answer(task, body))
        #expect(article.id == "\(ArticleID(deriving: body, key: nil))")
        #expect(article.text == "x")
        #expect(article.provenance.map(\.stage) == ["ingest"])
        let failure = #expect(throws: TaskFailure.self) { try answer(task, Array("{}".utf8)) }
        #expect(failure?.code == "bad_submission")
    }
}
