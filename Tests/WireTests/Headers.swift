import JSON
import Wire

/// A header of every kind, with all members and with the least.
enum Headers {
    static let worker = WorkerID("01ARZ3NDEKTSV4RRFFQ69G5FAV")!
    static let article = ArticleID("0123456789abcdef0123456789abcdef")!
    static let stage = StageName("segment")!
    static let lease = LeaseID(generation: 3, count: 17)

    struct Sample: Sendable {
        let name: String
        let type: String
        let header: Header
        let text: String
    }

    private static let related: TaskOffer = {
        var task = TaskOffer(lease: lease, article: article, stage: stage, attempt: 1, deadline: .zero)
        task.nearDuplicateOf = article
        return task
    }()

    private static var traced: TaskOffer {
        var task = TaskOffer(lease: lease, article: article, stage: stage, attempt: 2, deadline: .seconds(60))
        task.traceparent = "00-\"\\-01"
        return task
    }

    static let all: [Sample] = [
        Sample(
            name: "full",
            type: "hello",
            header: .hello(
                Hello(
                    worker: worker,
                    stage: stage,
                    software: "standpoint 0.1.0",
                    model: "rules-en-1",
                    credit: Credit(tasks: 64, bytes: 8 << 20),
                    slots: 4
                )
            ),
            text: #"{"type":"hello","v":1,"worker":"01ARZ3NDEKTSV4RRFFQ69G5FAV","stage":"segment","software":"#
                + #""standpoint 0.1.0","model":"rules-en-1","credit":{"tasks":64,"bytes":8388608},"slots":4}"#
        ),
        Sample(
            name: "least",
            type: "hello",
            header: .hello(
                Hello(worker: worker, stage: stage, software: "x", model: nil, credit: Credit(tasks: 1, bytes: 1))
            ),
            text: #"{"type":"hello","v":1,"worker":"01ARZ3NDEKTSV4RRFFQ69G5FAV","stage":"segment","software":"x","#
                + #""credit":{"tasks":1,"bytes":1}}"#
        ),
        Sample(
            name: "full",
            type: "welcome",
            header: .welcome(Welcome(heartbeat: .milliseconds(500), dead: .milliseconds(1_500), maximumBody: 8 << 20)),
            text: #"{"type":"welcome","heartbeat_ms":500,"dead_ms":1500,"max_body":8388608}"#
        ),
        Sample(
            name: "full",
            type: "task",
            header: .task(traced),
            text: #"{"type":"task","lease":12884901905,"article":"0123456789abcdef0123456789abcdef","stage":"segment","#
                + #""attempt":2,"deadline_ms":60000,"traceparent":"00-\"\\-01"}"#
        ),
        Sample(
            name: "least",
            type: "task",
            header: .task(TaskOffer(lease: lease, article: article, stage: stage, attempt: 1, deadline: .zero)),
            text: #"{"type":"task","lease":12884901905,"article":"0123456789abcdef0123456789abcdef","stage":"segment","#
                + #""attempt":1,"deadline_ms":0}"#
        ),
        Sample(name: "least", type: "done", header: .done(lease), text: #"{"type":"done","lease":12884901905}"#),
        Sample(
            name: "full",
            type: "done",
            header: .done(lease, sketch: Sketch(Array(0..<48))),
            text: #"{"type":"done","lease":12884901905,"sketch":""#
                + (0..<48).map { ($0 < 16 ? "000" : "00") + String($0, radix: 16) }.joined() + #""}"#
        ),
        Sample(
            name: "near-duplicate",
            type: "task",
            header: .task(related),
            text: #"{"type":"task","lease":12884901905,"article":"0123456789abcdef0123456789abcdef","stage":"segment","#
                + #""attempt":1,"deadline_ms":0,"near_duplicate_of":"0123456789abcdef0123456789abcdef"}"#
        ),
        Sample(
            name: "full",
            type: "fail",
            header: .fail(Failure(lease: lease, code: "not_text", reason: "a \"picture\"", retry: false)),
            text: #"{"type":"fail","lease":12884901905,"code":"not_text","reason":"a \"picture\"","retry":false}"#
        ),
        Sample(
            name: "alone",
            type: "fail",
            header: .fail(Failure(lease: lease, code: "deadline", reason: "", retry: true, alone: true)),
            text: #"{"type":"fail","lease":12884901905,"code":"deadline","reason":"","retry":true,"alone":true}"#
        ),
        Sample(name: "zero", type: "ping", header: .ping(0), text: #"{"type":"ping","n":0}"#),
        Sample(
            name: "greatest",
            type: "pong",
            header: .pong(Header.maximumNumber),
            text: #"{"type":"pong","n":9007199254740991}"#
        ),
        Sample(name: "full", type: "drain", header: .drain, text: #"{"type":"drain"}"#),
        Sample(name: "full", type: "bye", header: .bye, text: #"{"type":"bye"}"#),
        Sample(
            name: "full",
            type: "submit",
            header: .submit(Submit(n: 4, key: "feed/é", priority: Priority(9)!)),
            text: #"{"type":"submit","n":4,"key":"feed/é","priority":9}"#
        ),
        Sample(
            name: "least",
            type: "submit",
            header: .submit(Submit(n: 0, key: nil)),
            text: #"{"type":"submit","n":0}"#
        ),
        Sample(
            name: "full",
            type: "accepted",
            header: .accepted(Accepted(n: 4, article: article, duplicate: true)),
            text: #"{"type":"accepted","n":4,"article":"0123456789abcdef0123456789abcdef","duplicate":true}"#
        ),
        Sample(
            name: "full",
            type: "busy",
            header: .busy(n: 4, retry: .milliseconds(250)),
            text: #"{"type":"busy","n":4,"retry_ms":250}"#
        ),
        Sample(
            name: "full",
            type: "query",
            header: .query(Query(n: 5, what: .article, cursor: "17", parameters: ["article": JSON("\(article)")])),
            text: #"{"type":"query","n":5,"what":"article","cursor":"17","article":"0123456789abcdef0123456789abcdef"}"#
        ),
        Sample(
            name: "full",
            type: "answer",
            header: .answer(n: 5, cursor: "18"),
            text: #"{"type":"answer","n":5,"cursor":"18"}"#
        ),
        Sample(name: "least", type: "answer", header: .answer(n: 5, cursor: nil), text: #"{"type":"answer","n":5}"#),
        Sample(
            name: "full",
            type: "refused",
            header: .refused(Refusal(n: 6, code: "too_large", reason: "nine bytes")),
            text: #"{"type":"refused","n":6,"code":"too_large","reason":"nine bytes"}"#
        ),
        Sample(
            name: "least",
            type: "refused",
            header: .refused(Refusal(code: "bad_header", reason: "")),
            text: #"{"type":"refused","code":"bad_header","reason":""}"#
        ),
    ]

    /// Every question a client can ask.
    static let queries = Query.What.allCases.map { what in
        Sample(
            name: what.rawValue,
            type: "query",
            header: .query(Query(n: 1, what: what)),
            text: #"{"type":"query","n":1,"what":"\#(what)"}"#
        )
    }

    /// The full header of a type, as members.
    static func members(_ type: String) -> JSONObject {
        let sample = all.first { $0.type == type }!
        return (try? JSONReader.read(sample.text))?.object ?? [:]
    }
}

extension Header {
    init(text: String) throws { try self.init(decoding: Array(text.utf8)) }
}
