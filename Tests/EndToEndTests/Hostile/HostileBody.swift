import Foundation
import HostileInput
import JSON

/// The body of a submission that was made to do harm, and what must become of it.
struct HostileBody: Sendable {
    enum Fate: Hashable, Sendable {
        /// The queue does not take it.
        case refused(String)
        /// It becomes a dead letter with this code, at the first try.
        case dead(String)
        case done
    }

    let name: String
    let bytes: [UInt8]
    let fate: Fate

    static let all = unread + refusedByIngest + long

    /// In bytes of content.
    private static let length = ProcessInfo.processInfo.environment["HOSTILE_BYTES"].flatMap { Int($0) } ?? 20_000

    private static let unread: [Self] = [
        Self(name: "no body", bytes: [], fate: .refused("no_body")),
        Self(name: "over 8 MiB", bytes: [UInt8](repeating: 0x20, count: 8 << 20 + 1), fate: .refused("too_large")),
        bad("no JSON", "hello"), bad("spaces", String(repeating: " ", count: length)), bad("an array", "[]"),
        bad("open brackets", String(repeating: "[", count: length)),
        bad("open objects", String(repeating: #"{"content":"#, count: length / 11)),
        bad("no content", #"{"content_type":"text/plain"}"#), bad("no type", #"{"content":"x"}"#),
        bad("a number for content", #"{"content":1,"content_type":"text/plain"}"#),
        bad("a lone surrogate", #"{"content":"\ud800","content_type":"text/plain"}"#),
        bad("a key twice", #"{"content":"x","content":"y","content_type":"text/plain"}"#),
        bad(
            "a giant number",
            #"{"content":"x","content_type":"text/plain","x":"# + String(repeating: "9", count: length)
        ),
        bad("a string without end", #"{"content":""# + String(repeating: "x", count: length)),
        Self(
            name: "bytes that are not UTF-8",
            bytes: Array(#"{"content":""#.utf8) + [0xFF, 0xC0, 0x80] + Array(#"","content_type":"text/plain"}"#.utf8),
            fate: .dead("bad_submission")
        ),
    ]

    private static let refusedByIngest = [
        submission("nothing", "", .dead("empty")), submission("white space", "\n \t\u{2028}", .dead("empty")),
        submission("NULs", String(repeating: "\0", count: length), .dead("not_text")),
        submission("a page of nothing", "<html><script>x</script>", .dead("no_article"), as: "text/html"),
        submission("an endless comment", String(repeating: "<!--", count: 5_000), .dead("no_article"), as: "text/html"),
        submission("a film", "x", .dead("unsupported_type"), as: "video/mp4"),
    ]

    private static let long = HostileText.all.map {
        submission($0.name, $0.text(bytes: length), .done, as: $0.contentType)
    }

    private static func bad(_ name: String, _ body: String) -> Self {
        Self(name: name, bytes: Array(body.utf8), fate: .dead("bad_submission"))
    }

    private static func submission(
        _ name: String,
        _ content: String,
        _ fate: Fate,
        as type: String = "text/plain"
    ) -> Self {
        let json: JSON = ["content": JSON(content), "content_type": JSON(type)]
        return Self(name: name, bytes: json.encoded(), fate: fate)
    }
}
