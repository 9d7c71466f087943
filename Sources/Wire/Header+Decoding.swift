internal import JSON

extension Header {
    /// Deep enough for every header of this version.
    private static let maximumDepth = 8
    private static let maximumKey = 512
    private static let maximumCursor = 256
    private static let maximumCode = 64
    /// In Unicode scalars; what is longer is cut, not refused, since it only explains. Escaped, so many take at most
    /// 12,000 bytes, which leaves a header within ``maximumSize``.
    static let maximumReason = 2_000

    /// Reads a header frame. Unknown members are passed over, so that later versions can add some.
    ///
    /// - Throws: ``Refusal`` with the code `bad_header` (and `n`, where it could be read), which can be sent back as it is.
    package init(decoding bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        guard bytes.count <= Self.maximumSize else {
            throw Refusal(
                code: "bad_header",
                reason: "the header has \(bytes.count) bytes; at most \(Self.maximumSize) are allowed"
            )
        }
        var n: Int?
        do throws(JSONError) {
            let json = try JSONReader.read(bytes, maximumDepth: Self.maximumDepth)
            n = json["n"]?.int.flatMap { (0...Self.maximumNumber).contains($0) ? $0 : nil }
            self = try Self(json: json)
        } catch {
            throw Refusal(n: n, code: "bad_header", reason: "\(error)".cut(to: Self.maximumReason))
        }
    }

    /// Reads a header frame. - Throws: ``Refusal``, as above.
    package init(decoding bytes: [UInt8]) throws(Refusal) {
        self = try bytes.withUnsafeBufferPointer { buffer -> Result<Self, Refusal> in
            do throws(Refusal) { return .success(try Self(decoding: buffer)) } catch { return .failure(error) }
        }.get()
    }

    private init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a header")
        switch try members.string("type") {
        case "hello": self = .hello(try members.hello())
        case "welcome": self = .welcome(try members.welcome())
        case "task": self = .task(try members.task())
        case "done":
            let lease = try members.lease()
            let digits = 4 * Sketch.slotCount
            let sketch = try members.optional("sketch", "\(digits) lower-case hexadecimal digits") {
                $0.string.flatMap { Sketch($0) }
            }
            self = .done(lease, sketch: sketch)
        case "fail":
            let (lease, code) = (try members.lease(), try members.text("code", atMost: Self.maximumCode))
            let reason = try members.string("reason").cut(to: Self.maximumReason)
            let retry = try members.required("retry", "true or false", \.bool)
            let alone = try members.optional("alone", "true or false", \.bool) ?? false
            self = .fail(Failure(lease: lease, code: code, reason: reason, retry: retry, alone: alone))
        case "ping": self = .ping(try members.n())
        case "pong": self = .pong(try members.n())
        case "drain": self = .drain
        case "bye": self = .bye
        case "submit":
            let n = try members.n()
            let key = try members.optionalText("key", atMost: Self.maximumKey)
            let priority = try members.optional("priority", "a whole number from 0 to 9") {
                $0.int.flatMap(Priority.init)
            }
            self = .submit(Submit(n: n, key: key, priority: priority ?? .normal))
        case "accepted":
            let (n, article) = (try members.n(), try members.article())
            let duplicate = try members.required("duplicate", "true or false", \.bool)
            self = .accepted(Accepted(n: n, article: article, duplicate: duplicate))
        case "busy": self = .busy(n: try members.n(), retry: try members.milliseconds("retry_ms"))
        case "query":
            let n = try members.n()
            let words = Query.What.allCases.map(\.rawValue).joined(separator: ", ")
            let what = try members.required("what", "one of \(words)") { $0.string.flatMap(Query.What.init) }
            let cursor = try members.optionalText("cursor", atMost: Self.maximumCursor)
            self = .query(Query(n: n, what: what, cursor: cursor, parameters: members.rest))
        case "answer":
            self = .answer(n: try members.n(), cursor: try members.optionalText("cursor", atMost: Self.maximumCursor))
        case "refused":
            let n = try members.optionalN()
            let code = try members.text("code", atMost: Self.maximumCode)
            let reason = try members.string("reason").cut(to: Self.maximumReason)
            self = .refused(Refusal(n: n, code: code, reason: reason))
        case let type: throw JSONError("unknown type \"\(type.prefix(32))\"", path: ["type"])
        }
    }
}

extension JSONMembers {
    private static let mostSlots = 4_096

    fileprivate mutating func hello() throws(JSONError) -> Hello {
        let version = try count("v")
        guard version == Header.version else {
            throw JSONError("version \(version) is not spoken here; speak \(Header.version)", path: ["v"])
        }
        let worker = try required("worker", "a ULID") { $0.string.flatMap(WorkerID.init) }
        let stage = try stage()
        let software = try text("software", atMost: 128)
        let model = try optionalText("model", atMost: 128)
        let credit = try object("credit", "the credit") { credit throws(JSONError) in
            let tasks = try credit.number("tasks", in: 1...65_536)
            return Credit(tasks: tasks, bytes: try credit.number("bytes", in: 1...Header.maximumNumber))
        }
        let slots = rest["slots"] == nil ? 1 : try number("slots", in: 1...Self.mostSlots)
        return Hello(worker: worker, stage: stage, software: software, model: model, credit: credit, slots: slots)
    }

    fileprivate mutating func welcome() throws(JSONError) -> Welcome {
        let heartbeat = try milliseconds("heartbeat_ms")
        let dead = try milliseconds("dead_ms")
        let maximumBody = try number("max_body", in: 0...Header.maximumNumber)
        return Welcome(heartbeat: heartbeat, dead: dead, maximumBody: maximumBody)
    }

    fileprivate mutating func task() throws(JSONError) -> TaskOffer {
        let (lease, article, stage) = (try lease(), try article(), try stage())
        let attempt = try number("attempt", in: 1...Header.maximumNumber)
        var task = TaskOffer(
            lease: lease,
            article: article,
            stage: stage,
            attempt: attempt,
            deadline: try milliseconds("deadline_ms")
        )
        task.traceparent = try optionalText("traceparent", atMost: 64)
        task.nearDuplicateOf = try optional("near_duplicate_of", "an article id of 32 hexadecimal digits") {
            $0.string.flatMap(ArticleID.init)
        }
        return task
    }

    fileprivate mutating func n() throws(JSONError) -> Int { try number("n", in: 0...Header.maximumNumber) }

    fileprivate mutating func optionalN() throws(JSONError) -> Int? {
        guard let json = rest["n"], json != .null else { return nil }
        return try n()
    }

    fileprivate mutating func number(_ key: String, in range: ClosedRange<Int>) throws(JSONError) -> Int {
        try required(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { json in
            json.int.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    fileprivate mutating func lease() throws(JSONError) -> LeaseID {
        try required("lease", "a lease number") { $0.int.flatMap(LeaseID.init) }
    }

    fileprivate mutating func article() throws(JSONError) -> ArticleID {
        try required("article", "an article id of 32 hexadecimal digits") { $0.string.flatMap(ArticleID.init) }
    }

    fileprivate mutating func stage() throws(JSONError) -> StageName {
        try required("stage", "the name of a stage") { $0.string.flatMap(StageName.init) }
    }

    fileprivate mutating func milliseconds(_ key: String) throws(JSONError) -> Duration {
        .milliseconds(try number(key, in: 0...Header.maximumNumber))
    }

    fileprivate mutating func text(_ key: String, atMost limit: Int) throws(JSONError) -> String {
        try required(key, "a string of 1 to \(limit) bytes") { json in
            json.string.flatMap { (1...limit).contains($0.utf8.count) ? $0 : nil }
        }
    }

    fileprivate mutating func optionalText(_ key: String, atMost limit: Int) throws(JSONError) -> String? {
        try optional(key, "a string of at most \(limit) bytes") { json in
            json.string.flatMap { $0.utf8.count <= limit ? $0 : nil }
        }
    }
}

extension String {
    /// The first `count` scalars. Characters would not do: one may have any number of bytes.
    func cut(to count: Int) -> String {
        // A text of so few bytes has no more scalars.
        utf8.count <= count ? self : String(unicodeScalars.prefix(count))
    }
}
