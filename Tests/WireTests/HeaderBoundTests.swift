import JSON
import Testing
import Wire

/// What each member may be, at its bounds and just beyond.
struct HeaderBoundTests {
    struct Case: CustomTestStringConvertible {
        let type: String
        let key: String
        let good: [JSON]
        let bad: [JSON]
        var testDescription: String { "\(type).\(key)" }
    }

    static func text(_ count: Int) -> JSON { .string(String(repeating: "a", count: count)) }
    /// One code unit more than `text`, in the same number of characters.
    static func wide(_ count: Int) -> JSON { .string(String(repeating: "a", count: count - 1) + "é") }
    static let greatest = JSON(Header.maximumNumber)
    static let beyond = JSON(Header.maximumNumber + 1)
    static let numbers = [
        ("submit", "n"), ("ping", "n"), ("pong", "n"), ("busy", "n"), ("busy", "retry_ms"), ("query", "n"),
        ("answer", "n"),
        ("accepted", "n"), ("refused", "n"), ("welcome", "heartbeat_ms"), ("welcome", "dead_ms"),
        ("welcome", "max_body"),
        ("task", "deadline_ms"),
    ].map { Case(type: $0.0, key: $0.1, good: [0, 1, greatest], bad: [-1, 0.5, "1", true, beyond, [1]]) }
    static let positive = [("task", "lease"), ("done", "lease"), ("fail", "lease"), ("task", "attempt")].map {
        Case(type: $0.0, key: $0.1, good: [1, greatest], bad: [0, -1, 1.5, "1", beyond])
    }
    static let texts = [
        Case(type: "hello", key: "software", good: [text(1), text(128)], bad: [text(0), text(129), wide(128), 1]),
        Case(type: "hello", key: "model", good: [nil, text(128)], bad: [text(129), 1]),
        Case(type: "hello", key: "v", good: [1], bad: [0, 2, "1", nil]),
        Case(
            type: "hello",
            key: "worker",
            good: ["7ZZZZZZZZZZZZZZZZZZZZZZZZZ"],
            bad: ["8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01arz3ndektsv4rrffq69g5fav", text(26), ""]
        ),
        Case(
            type: "hello",
            key: "stage",
            good: ["a", "segment-2_x"],
            bad: ["", "Segment", "2", "séance", text(33), 1]
        ),
        Case(type: "hello", key: "credit", good: [["tasks": 1, "bytes": 1, "x": 0]], bad: [[], nil, 5, ["tasks": 1]]),
        Case(type: "fail", key: "code", good: [text(1), text(64)], bad: [text(0), text(65), wide(64), nil]),
        Case(type: "fail", key: "reason", good: ["", text(9_000)], bad: [nil, 1]),
        Case(type: "fail", key: "retry", good: [true, false], bad: ["true", 1, nil]),
        Case(type: "fail", key: "alone", good: [nil, true, false], bad: ["true", 1]),
        Case(type: "refused", key: "code", good: [text(64)], bad: [text(65), ""]),
        Case(type: "submit", key: "key", good: [nil, "", text(512)], bad: [text(513), wide(512), 1]),
        Case(type: "submit", key: "priority", good: [nil, 0, 9], bad: [-1, 10, 0.5, "5"]),
        Case(type: "accepted", key: "duplicate", good: [true, false], bad: [0, "no", nil]),
        Case(
            type: "accepted",
            key: "article",
            good: [text(32)],
            bad: [text(31), text(33), 1, .string(String(repeating: "A", count: 32))]
        ),
        Case(type: "query", key: "what", good: ["audit"], bad: ["everything", 1, ""]),
        Case(type: "query", key: "cursor", good: [nil, text(256)], bad: [text(257), 5]),
        Case(type: "answer", key: "cursor", good: [nil, text(256)], bad: [text(257), 5]),
        Case(type: "task", key: "traceparent", good: [nil, text(64)], bad: [text(65), 5]),
        Case(type: "bye", key: "type", good: ["drain"], bad: ["Bye", "", 5, "later"]),
    ]

    @Test(arguments: numbers + positive + texts)
    func `a member is taken up to its bounds and no further`(_ item: Case) throws {
        var members = Headers.members(item.type)
        for value in item.good {
            members[item.key] = value
            #expect(throws: Never.self, "\(value.text())") { try Header(decoding: JSON.object(members).encoded()) }
        }
        for value in item.bad {
            members[item.key] = value
            let refusal = #expect(throws: Refusal.self, "\(value.text())") {
                try Header(decoding: JSON.object(members).encoded())
            }
            #expect(refusal?.code == "bad_header")
            #expect(refusal?.reason.hasPrefix(item.key) == true, "\(refusal?.reason ?? "")")
            #expect(refusal?.n == (item.key == "n" ? nil : members["n"]?.int))
        }
    }

    @Test(arguments: [
        ("tasks", [1, 65_536], [0, 65_537, -1]),
        ("bytes", [1, Header.maximumNumber], [0, -1, Header.maximumNumber + 1]),
    ])
    func `credit has bounds`(_ key: String, _ good: [Int], _ bad: [Int]) throws {
        func decode(_ value: Int) throws -> Header {
            var members = Headers.members("hello")
            members["credit"] = ["tasks": 5, "bytes": 5]
            var credit = members["credit"]?.object ?? [:]
            credit[key] = JSON(value)
            members["credit"] = .object(credit)
            return try Header(decoding: JSON.object(members).encoded())
        }
        for value in good { #expect(throws: Never.self) { try decode(value) } }
        for value in bad {
            let refusal = #expect(throws: Refusal.self) { try decode(value) }
            #expect(refusal?.reason.hasPrefix("credit.\(key): expected a whole number from 1 to") == true)
        }
    }

    @Test func `a header may have 16 KiB and not a byte more`() throws {
        func header(_ size: Int) -> [UInt8] {
            let start = #"{"type":"ping","n":7,"x":""#
            return Array((start + String(repeating: "x", count: size - start.utf8.count - 2) + "\"}").utf8)
        }
        #expect(try Header(decoding: header(16_384)) == .ping(7))
        let fault = Refusal(code: "bad_header", reason: "the header has 16385 bytes; at most 16384 are allowed")
        #expect(throws: fault) { try Header(decoding: header(16_385)) }
    }

    @Test(arguments: [
        ("", "the text ends too early at byte 0"), ("[]", "expected a header as an object, not an array"),
        ("{\"type\":\"bye\",\"type\":\"bye\"}", "duplicate key \"type\" at byte 14"),
        ("{\"type\":\"bye\"}{}", "unexpected text after the document at byte 14"),
        ("{\"type\":\"later\"}", "type: unknown type \"later\""),
        ("{\"type\":\"bye\",\"x\":[[[[[[[[1]]]]]]]]}", "nested too deeply at byte 25"),
    ])
    func `what is no header is refused with the reason`(_ text: String, _ reason: String) {
        #expect(throws: Refusal(code: "bad_header", reason: reason)) { try Header(text: text) }
    }

    @Test(arguments: ["\u{1}", "a", "é", "👍", "\"", "e\u{301}\u{301}\u{301}\u{301}"])
    func `a long reason is cut, so that the header stays within its size`(_ unit: String) throws {
        let reason = String(repeating: unit, count: 20_000)
        let cut = String(String.UnicodeScalarView(reason.unicodeScalars.prefix(2_000)))
        let code = String(repeating: "\u{1}", count: 64)
        let failure = Header.fail(Failure(lease: Headers.lease, code: code, reason: reason, retry: true)).encoded()
        #expect(failure.count <= Header.maximumSize)
        #expect(
            try Header(decoding: failure) == .fail(Failure(lease: Headers.lease, code: code, reason: cut, retry: true))
        )
        let refusal = Header.refused(Refusal(n: 1, code: code, reason: reason)).encoded()
        #expect(refusal.count <= Header.maximumSize)
        #expect(try Header(decoding: refusal) == .refused(Refusal(n: 1, code: code, reason: cut)))
    }

    @Test func `a refusal may have no number, or null`() throws {
        let refusal = Header.refused(Refusal(code: "c", reason: "r"))
        #expect(try Header(text: #"{"type":"refused","n":null,"code":"c","reason":"r"}"#) == refusal)
    }

    @Test func `a query keeps its parameters`() throws {
        let query = Query(n: 1, what: .drop, cursor: "5", parameters: ["all": true, "articles": ["a", 1]])
        #expect(try Header(decoding: Header.query(query).encoded()) == .query(query))
    }

    @Test(arguments: [
        (Duration.milliseconds(1_999), 1_999), (.microseconds(1_999), 1), (.zero, 0), (.seconds(86_400), 86_400_000),
    ])
    func `durations are whole milliseconds, rounded toward zero`(_ duration: Duration, _ milliseconds: Int) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }
}
