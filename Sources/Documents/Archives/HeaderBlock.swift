/// A start line and named fields, as WARC (ISO 28500) and HTTP/1.1 (RFC 9112) have them.
struct HeaderBlock {
    /// The first line.
    private(set) var start = ""
    private var fields: [(name: String, value: String)] = []

    /// More fields than any server sends.
    private static let mostFields = 512

    /// - Parameter bytes: All lines, in ISO 8859-1 as HTTP has it, or UTF-8.
    init(_ bytes: some Sequence<UInt8>) {
        for (index, line) in Array(bytes).split(separator: 0x0A).prefix(Self.mostFields).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            if index == 0 {
                start = String(decoding: line, as: UTF8.self)
            } else if line.first == 0x20 || line.first == 0x09 {
                // A line that begins with a space goes on with the field before it.
                guard !fields.isEmpty else { continue }
                fields[fields.count - 1].value += " " + Self.trimmed(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append((Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[(colon + 1)...])))
            }
        }
    }

    /// The value of the first field of that name, which is in lower case.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Where the first empty line ends, from `start` on.
    static func end(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let feed = bytes[index...].firstIndex(of: 0x0A) {
            let next = feed + 1
            if next < bytes.count, bytes[next] == 0x0A { return next + 1 }
            if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 }
            index = next
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let last = bytes.lastIndex { $0 > 0x20 } ?? first - 1
        return String(decoding: bytes[first..<max(first, last + 1)], as: UTF8.self)
    }
}

/// A media type without its parameters, and its `charset`.
struct MediaType: Hashable {
    let name: String
    let charset: String?

    /// - Parameter value: Such as `text/html; charset="utf-8"`.
    init(_ value: String) {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false)
        func trimmed(_ text: Substring) -> String {
            String(text.drop { " \t\"'".contains($0) }.reversed().drop { " \t\"'".contains($0) }.reversed())
        }
        name = trimmed(parts[0]).lowercased()
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                guard let equals = part.firstIndex(of: "="), trimmed(part[..<equals]).lowercased() == "charset" else {
                    return nil
                }
                return trimmed(part[part.index(after: equals)...])
            }.first
    }

    var isPage: Bool { name == "text/html" || name == "application/xhtml+xml" }
}
