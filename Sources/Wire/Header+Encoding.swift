internal import JSON

extension Header {
    /// The header frame: compact JSON, `type` first.
    package func encoded() -> [UInt8] {
        var object: JSONObject
        switch self {
        case .hello(let hello):
            object = ["type": "hello", "v": JSON(Self.version), "worker": JSON(hello.worker.text)]
            object["stage"] = JSON(hello.stage.text)
            object["software"] = JSON(hello.software)
            object["model"] = hello.model.map { JSON($0) }
            object["credit"] = ["tasks": JSON(hello.credit.tasks), "bytes": JSON(hello.credit.bytes)]
            if hello.slots != 1 { object["slots"] = JSON(hello.slots) }
        case .welcome(let welcome):
            object = ["type": "welcome", "heartbeat_ms": JSON(welcome.heartbeat.wholeMilliseconds)]
            object["dead_ms"] = JSON(welcome.dead.wholeMilliseconds)
            object["max_body"] = JSON(welcome.maximumBody)
        case .task(let task): return task.encoded()
        case .done(let lease, nil): return Array(#"{"type":"done","lease":\#(lease.number)}"#.utf8)
        case .done(let lease, let sketch?):
            return Array(#"{"type":"done","lease":\#(lease.number),"sketch":"\#(sketch.text)"}"#.utf8)
        case .fail(let failure):
            object = ["type": "fail", "lease": JSON(failure.lease.number), "code": JSON(failure.code)]
            object["reason"] = JSON(failure.reason.cut(to: Self.maximumReason))
            object["retry"] = JSON(failure.retry)
            if failure.alone { object["alone"] = true }
        case .ping(let n): object = ["type": "ping", "n": JSON(n)]
        case .pong(let n): object = ["type": "pong", "n": JSON(n)]
        case .drain: object = ["type": "drain"]
        case .bye: object = ["type": "bye"]
        case .submit(let submit):
            object = ["type": "submit", "n": JSON(submit.n)]
            object["key"] = submit.key.map { JSON($0) }
            if submit.priority != .normal { object["priority"] = JSON(submit.priority.level) }
        case .accepted(let accepted): return accepted.encoded()
        case .busy(let n, let retry):
            object = ["type": "busy", "n": JSON(n), "retry_ms": JSON(retry.wholeMilliseconds)]
        case .query(let query):
            object = ["type": "query", "n": JSON(query.n), "what": JSON(query.what.rawValue)]
            object["cursor"] = query.cursor.map { JSON($0) }
            object = object.adding(query.parameters)
        case .answer(let n, let cursor):
            object = ["type": "answer", "n": JSON(n)]
            object["cursor"] = cursor.map { JSON($0) }
        case .refused(let refusal):
            object = ["type": "refused"]
            object["n"] = refusal.n.map { JSON($0) }
            object["code"] = JSON(refusal.code)
            object["reason"] = JSON(refusal.reason.cut(to: Self.maximumReason))
        }
        return JSON.object(object).encoded()
    }
}

// The messages of every article are written without a detour over a tree; their parts need no escaping.

extension TaskOffer {
    fileprivate func encoded() -> [UInt8] {
        var writer = JSONWriter(capacity: 192)
        writer.raw(#"{"type":"task","lease":\#(lease.number),"article":"\#(article)","stage":"\#(stage)""#)
        writer.raw(#","attempt":\#(attempt),"deadline_ms":\#(deadline.wholeMilliseconds)"#)
        if let traceparent {
            writer.raw(#","traceparent":"#)
            writer.string(traceparent)
        }
        if let nearDuplicateOf { writer.raw(#","near_duplicate_of":"\#(nearDuplicateOf)""#) }
        writer.raw("}")
        return writer.bytes
    }
}

extension Accepted {
    fileprivate func encoded() -> [UInt8] {
        Array(#"{"type":"accepted","n":\#(n),"article":"\#(article)","duplicate":\#(duplicate)}"#.utf8)
    }
}

extension Duration {
    /// Rounded toward zero.
    package var wholeMilliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
