/// What a page says of its own encoding.
enum EncodingDeclaration {
    /// How many bytes are looked at. Browsers look at 1,024; many pages say it later.
    private static let reach = 8192

    /// The label after `charset=` in a `meta` element, or after `encoding=` in an XML declaration.
    static func charset(in bytes: [UInt8]) -> String? {
        let start = bytes.prefix(reach).map(ByteClass.lower)
        if start.starts(with: Array("<?xml".utf8)), let end = start.firstIndex(of: UInt8(ascii: ">")) {
            if let label = value(of: "encoding", in: start[..<end]) { return label }
        }
        var index = 0
        while let found = find("<meta", in: start[index...]) {
            let end = start[found...].firstIndex(of: UInt8(ascii: ">")) ?? start.endIndex
            if let label = value(of: "charset", in: start[found..<end]) { return label }
            index = end
        }
        return nil
    }

    private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
        guard let found = find(name, in: bytes) else { return nil }
        let rest = bytes[found...].dropFirst(name.utf8.count).drop { ByteClass.isSpace($0) }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let value = rest.dropFirst().drop {
            ByteClass.isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }
        .prefix { ByteClass.isLetter($0) || ByteClass.isDigit($0) || "-_:.".utf8.contains($0) }
        return value.isEmpty ? nil : String(decoding: value.prefix(40), as: UTF8.self)
    }

    private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let pattern = Array(text.utf8)
        var index = bytes.startIndex
        while index + pattern.count <= bytes.endIndex {
            guard let first = bytes[index...].firstIndex(of: pattern[0]) else { return nil }
            if bytes[first...].starts(with: pattern) { return first }
            index = first + 1
        }
        return nil
    }
}
