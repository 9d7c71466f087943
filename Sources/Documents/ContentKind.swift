/// What form the bytes of a file are in.
enum ContentKind: Hashable {
    case plainText, html, json, jsonLines

    /// What the name of a file says of its form.
    enum Promise: Hashable {
        case kind(ContentKind)
        /// No extension, such as `README`.
        case silent
        /// An extension that is not known.
        case foreign
    }

    static func promise(of path: String) -> Promise {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .silent }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt", "text", "md": return .kind(.plainText)
        case "html", "htm", "xhtml": return .kind(.html)
        case "json": return .kind(.json)
        case "jsonl", "ndjson": return .kind(.jsonLines)
        default: return .foreign
        }
    }

    /// How many bytes ``init(sniffing:)`` wants to see.
    static let sniffed = 4096

    /// Whether these first bytes decide the kind: a whole line with something on it.
    static func isEnough(_ start: [UInt8]) -> Bool {
        guard let first = start.firstIndex(where: { !isSpace($0) }) else { return false }
        return start[first...].contains(0x0A)
    }

    /// Guesses from the first bytes: `{` starts JSON, `[` too where an object follows, `<` starts HTML, all else is text.
    ///
    /// One object a line and one object over many lines both start with `{`; a first line that ends with `}` tells.
    init(sniffing start: [UInt8]) {
        let body = start.starts(with: TextDecoding.byteOrderMark) ? start.dropFirst(3) : start[...]
        let content = body.drop(while: Self.isSpace)
        switch content.first {
        case UInt8(ascii: "<"): self = .html
        case UInt8(ascii: "["):
            self = content.dropFirst().drop(while: Self.isSpace).first == UInt8(ascii: "{") ? .json : .plainText
        case UInt8(ascii: "{"):
            guard let feed = content.firstIndex(of: 0x0A) else {
                self = .jsonLines
                return
            }
            let last = content[..<feed].last { !Self.isSpace($0) }
            self = last == UInt8(ascii: "}") ? .jsonLines : .json
        default: self = .plainText
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
