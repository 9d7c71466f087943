/// What a page says of its own encoding.
enum EncodingDeclaration {
    /// How many bytes are looked at. Browsers look at 1,024; many pages say it later.
    private static let reach = 8192

    /// The label after `charset=` in a `meta` element, or after `encoding=` in an XML declaration.
    static func charset(in bytes: [UInt8]) -> String? {
        let start = bytes.prefix(reach).map(\.lowered)
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
        let rest = bytes[found...].dropFirst(name.utf8.count).drop { $0.isSpace }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let value = rest.dropFirst().drop {
            $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }
        .prefix { $0.isLetter || $0.isDigit || "-_:.".utf8.contains($0) }
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

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// HTML's ASCII white space.
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x0C || self == 0x0D || self == 0x09 || self == 0x0A }
    fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
