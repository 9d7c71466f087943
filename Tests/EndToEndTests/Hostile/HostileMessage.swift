/// A message that the queue must refuse, and with which code.
struct HostileMessage: Sendable {
    let name: String
    let frames: [[UInt8]]
    let code: String

    private init(_ name: String, _ frames: [UInt8]..., code: String = "bad_header") {
        (self.name, self.frames, self.code) = (name, frames, code)
    }

    private init(_ name: String, _ header: String, code: String = "bad_header") {
        self.init(name, Array(header.utf8), code: code)
    }

    static let all = notJSON + outOfBounds + notExpected

    private static let notJSON = [
        Self("an empty header", ""), Self("no JSON", "hello"), Self("an array", "[]"),
        Self("NULs", "\0\0\0\0"), Self("a NUL behind the header", "{\"type\":\"bye\"}\0"),
        Self("a byte order mark", "\u{FEFF}{\"type\":\"bye\"}"), Self("a second document", #"{"type":"bye"}{}"#),
        Self(
            "bytes that are not UTF-8",
            Array(#"{"type":"submit","n":1,"key":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        ),
        Self("an overlong NUL", Array(#"{"type":"submit","n":1,"key":""#.utf8) + [0xC0, 0x80] + Array(#""}"#.utf8)),
        Self("a lone surrogate", #"{"type":"submit","n":1,"key":"\ud800"}"#),
        Self("a surrogate pair backwards", #"{"type":"submit","n":1,"key":"\udc00\ud800"}"#),
        Self("a key twice", #"{"type":"ping","n":1,"n":2}"#),
        Self("a key twice by an escape", #"{"type":"ping","n":1,"\u006e":2}"#),
        Self("deep JSON", String(repeating: "[", count: 16_000)),
        Self("deep JSON that ends", String(repeating: "[", count: 8_000) + String(repeating: "]", count: 8_000)),
        Self("deep objects", String(repeating: #"{"a":"#, count: 3_000)),
    ]

    private static let outOfBounds = [
        Self("a huge n", #"{"type":"ping","n":9007199254740992}"#), Self("a negative n", #"{"type":"ping","n":-1}"#),
        Self("a fraction", #"{"type":"ping","n":1.5}"#), Self("no finite number", #"{"type":"ping","n":1e400}"#),
        Self("a giant number", #"{"type":"ping","n":"# + String(repeating: "9", count: 16_000) + "}"),
        Self("over 16 KiB", #"{"type":"bye","x":""# + String(repeating: "x", count: 16_384) + #""}"#),
        Self("a key over 512 bytes", #"{"type":"submit","n":1,"key":""# + String(repeating: "k", count: 513) + #""}"#),
        Self("a priority of 10", #"{"type":"submit","n":1,"priority":10}"#),
        Self("credit for nothing", hello(tasks: 0, bytes: 1 << 30)),
        Self("credit without end", hello(tasks: 65_537, bytes: 1 << 30)),
        Self("credit under a body", hello(tasks: 1, bytes: 1), code: "credit_too_small"),
        Self(
            "a cursor over 256 bytes",
            #"{"type":"query","n":1,"what":"dead","cursor":""# + String(repeating: "1", count: 257) + #""}"#
        ),
    ]

    private static let notExpected = [
        Self("a type that is none", #"{"type":"exec","n":1}"#), Self("no type", "{}"),
        Self("what only the queue says", #"{"type":"drain"}"#, code: "unexpected"),
        Self("three frames", Array(#"{"type":"bye"}"#.utf8), [0x7B], [], code: "bad_frames"),
        Self("a question of a stranger", #"{"type":"ping","n":1}"#, code: "unknown_worker"),
    ]

    private static func hello(tasks: Int, bytes: Int) -> String {
        #"{"type":"hello","v":1,"worker":"01JZ8XG5V2Q4M7N9R3T6W8Y0AB","stage":"segment","software":"mine","credit":{"#
            + #""tasks":\#(tasks),"bytes":\#(bytes)}}"#
    }
}
