import JSON
import Queue
import QueueServer
import Testing
import Wire
import ZeroMQ

struct ProtocolTests {
    struct Nonsense: CustomTestStringConvertible, Sendable {
        let name: String
        let frames: [[UInt8]]
        let code: String
        var testDescription: String { name }

        init(_ name: String, _ code: String, _ frames: String...) {
            self.name = name
            self.code = code
            self.frames = frames.map { Array($0.utf8) }
        }
    }

    static let nonsense = [
        Nonsense("an empty frame", "bad_header", ""),
        Nonsense("three frames", "bad_frames", #"{"type":"bye"}"#, "{}", "{}"),
        Nonsense("nine frames", "bad_frames", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        Nonsense("a hundred frames", "bad_frames", Array(repeating: "x", count: 100)),
        Nonsense("no JSON", "bad_header", "hello"),
        Nonsense("no object", "bad_header", "[1]"),
        Nonsense("half an object", "bad_header", #"{"type":"ping","n":1"#),
        Nonsense("a key twice", "bad_header", #"{"type":"ping","n":1,"n":2}"#),
        Nonsense("a number as text", "bad_header", #"{"type":"ping","n":"1"}"#),
        Nonsense("a negative number", "bad_header", #"{"type":"ping","n":-1}"#),
        Nonsense("no type", "bad_header", #"{"n":1}"#),
        Nonsense("an unknown type", "bad_header", #"{"type":"please"}"#),
        Nonsense("an unknown question", "bad_header", #"{"type":"query","n":1,"what":"why"}"#),
        Nonsense("another version", "bad_header", #"{"type":"hello","v":2}"#),
        Nonsense("a lease of 0", "bad_header", #"{"type":"done","lease":0}"#, "{}"),
        Nonsense(
            "a header of 17 KiB",
            "bad_header",
            #"{"type":"ping","n":1,"x":"\#(String(repeating: "x", count: 17 << 10))"}"#
        ),
        Nonsense("deep nesting", "bad_header", String(repeating: "[", count: 1_000)),
        Nonsense("a welcome", "unexpected", #"{"type":"welcome","heartbeat_ms":1,"dead_ms":1,"max_body":1}"#),
        Nonsense("a drain", "unexpected", #"{"type":"drain"}"#),
        Nonsense("a busy", "unexpected", #"{"type":"busy","n":1,"retry_ms":1}"#),
        Nonsense("an answer", "unexpected", #"{"type":"answer","n":1}"#, "{}"),
        Nonsense("a refusal", "unexpected", #"{"type":"refused","code":"no","reason":"no"}"#),
        Nonsense("a ping of a stranger", "unknown_worker", #"{"type":"ping","n":1}"#),
        Nonsense("a result of a stranger", "unknown_worker", #"{"type":"done","lease":1}"#, "{}"),
        Nonsense("a submission without a body", "no_body", #"{"type":"submit","n":1}"#),
        Nonsense("a submission with an empty body", "no_body", #"{"type":"submit","n":1}"#, ""),
        Nonsense("a cursor from elsewhere", "bad_cursor", #"{"type":"query","n":1,"what":"results","cursor":"x"}"#),
        Nonsense("an article without an id", "bad_article", #"{"type":"query","n":1,"what":"article"}"#),
        Nonsense("no letters named", "no_articles", #"{"type":"query","n":1,"what":"drop"}"#),
    ]

    @Test(arguments: nonsense)
    func `what is not the protocol is refused and the queue goes on`(_ nonsense: Nonsense) throws {
        let queue = try RunningQueue()
        let client = try queue.dealer()
        try client.send(frames: nonsense.frames)
        guard case .refused(let refusal) = try client.next().header else { throw Silence() }
        #expect(refusal.code == nonsense.code)
        #expect(!refusal.reason.isEmpty)
        let status = try client.ask(.status).json
        #expect(status?["accepted"] == 0)
        #expect(status?["counters"]?["refused"]?[nonsense.code] == 1)
    }

    @Test func `the number of a request that is refused is given back`() throws {
        let queue = try RunningQueue()
        let client = try queue.dealer()
        try client.send(frames: [Array(#"{"type":"submit","n":42,"priority":"high"}"#.utf8), Array("{}".utf8)])
        guard case .refused(let refusal) = try client.next().header else { throw Silence() }
        #expect(refusal.n == 42)
    }

    @Test(arguments: [RunningQueue.Transport.ipc, .tcp])
    func `a body over the limit ends the connection and the queue goes on`(_ transport: RunningQueue.Transport) throws {
        let queue = try RunningQueue(transport) { $0.rules.maximumBody = 100_000 }
        let worker = try queue.dealer()
        try worker.join(RunningQueue.stages[0])
        let client = try queue.dealer()
        try client.send(.submit(Submit(n: 1, key: nil)), body: String(repeating: "x", count: 1_000_000))
        // The old connection is gone with what was on it; ZeroMQ makes another, on which all is well.
        let other = try queue.dealer()
        guard case .accepted = try other.submit(2, "{}") else { throw Silence() }
        #expect(try worker.nextTask().offer.attempt == 1)
        #expect(try other.ask(.status).json?["accepted"] == 1)
    }

    @Test func `a submission just over the limit is refused by name`() throws {
        let queue = try RunningQueue { $0.rules.maximumBody = 1_000 }
        let client = try queue.dealer()
        guard case .refused(let refusal) = try client.submit(1, String(repeating: "x", count: 1_001)) else {
            throw Silence()
        }
        #expect(refusal.n == 1)
        #expect(refusal.code == "too_large")
        guard case .accepted = try client.submit(2, String(repeating: "x", count: 1_000)) else { throw Silence() }
    }

    @Test func `a worker that can't be used is told why`() throws {
        let queue = try RunningQueue()
        let worker = try queue.dealer()
        _ = try worker.sayHello(StageName("nowhere")!)
        guard case .refused(let stage) = try worker.next().header else { throw Silence() }
        #expect(stage.code == "unknown_stage")
        try worker.send(
            frames: [
                Array(
                    #"""
                    {"type":"hello","v":1,"worker":"01HF7YAT00ABCDEFGHJKMNPQRS","stage":"first","software":"x",
                    "credit":{"tasks":1,"bytes":1}}
                    """#.utf8
                )
            ])
        guard case .refused(let credit) = try worker.next().header else { throw Silence() }
        #expect(credit.code == "credit_too_small")
    }
}

extension ProtocolTests.Nonsense {
    fileprivate init(_ name: String, _ code: String, _ frames: [String]) {
        self.name = name
        self.code = code
        self.frames = frames.map { Array($0.utf8) }
    }
}
