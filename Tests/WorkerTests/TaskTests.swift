import Article
import JSON
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

    @Test func `a task that hangs beyond its deadline ends the process`() throws {
        let queue = try FakeQueue()
        let gate = Gate()
        defer { gate.open() }
        let worker = try RunningWorker(queue) { body throws(TaskFailure) in
            gate.pass()
            return body
        }
        let peer = try queue.welcome()
        try queue.offer(1, deadline: .milliseconds(1), to: peer)
        try RunningWorker.wait(for: worker.givenUp)
    }

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
        return try handler.handle(task, body: body)
    }

    @Test func `a stage's article is signed`() throws {
        let article = try Article(encoded: answer(StageTask(Doubling()), Self.article.encoded()))
        #expect(article.title == "haha")
        #expect(article.provenance.map(\.stage) == ["polish"])
        #expect(article.provenance.first?.model == "doubling-1")
        #expect(article.provenance.first?.software == Software.name)
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
