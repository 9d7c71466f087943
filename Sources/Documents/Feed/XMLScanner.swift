/// The tags and texts of an XML file, in order, as lenient as feeds need it.
///
/// No entity is declared or fetched: a document type is passed over, and references other than XML's own five and numbers
/// stay as they are written.
///
/// - Complexity: Linear in the length of the file.
struct XMLScanner {
    enum Token {
        case start(Tag)
        /// The name, as it is written.
        case end(String, range: Range<Int>)
        /// `isRaw` where references in it are none, as in a CDATA section.
        case text(Range<Int>, isRaw: Bool)
    }

    struct Tag {
        /// As it is written, with its prefix.
        let name: String
        let attributes: [(name: String, value: String)]
        /// Whether it ends itself.
        let isEmpty: Bool
        /// All of it in ``XMLScanner/bytes``.
        let range: Range<Int>

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    let bytes: [UInt8]
    private var index = 0

    /// Longer tags, and more attributes, than any feed has; what is beyond is passed over.
    private static let (longestName, mostAttributes, longestValue) = (100, 32, 4_000)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                defer { index = end }
                return .text(index..<end, isRaw: false)
            }
            if begins("<!--") {
                skip(past: "-->")
            } else if begins("<![CDATA[") {
                let start = index + 9
                skip(past: "]]>")
                let isWhole = index - 3 >= start && bytes[index - 1] == UInt8(ascii: ">")
                return .text(start..<(isWhole ? index - 3 : max(start, index)), isRaw: true)
            } else if begins("<?") {
                skip(past: "?>")
            } else if begins("<!") {
                skipDocumentType()
            } else if let token = tag() {
                return token
            }
        }
        return nil
    }

    private func begins(_ mark: StaticString) -> Bool {
        bytes[index...].starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
    }

    /// Goes behind the next `mark`, or to the end.
    private mutating func skip(past mark: StaticString) {
        let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
        var rest = bytes[index...]
        while let first = rest.firstIndex(of: mark[0]) {
            rest = rest[first...]
            if rest.starts(with: mark) {
                index = first + mark.count
                return
            }
            rest = rest.dropFirst()
        }
        index = bytes.count
    }

    private mutating func skipDocumentType() {
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { return }
        }
    }

    /// A tag; `nil` for a `<` that begins none, which is passed over.
    private mutating func tag() -> Token? {
        let start = index
        index += 1
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = word(limit: Self.longestName)
        guard !name.isEmpty else { return nil }
        var attributes: [(name: String, value: String)] = []
        var isEmpty = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            isEmpty = byte == UInt8(ascii: "/")
            if byte <= 0x20 || isEmpty {
                index += 1
                continue
            }
            let key = word(limit: Self.longestName)
            guard !key.isEmpty else {
                index += 1
                continue
            }
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 1
            skipSpace()
            let value = value()
            if attributes.count < Self.mostAttributes { attributes.append((key, value)) }
        }
        index = min(index + 1, bytes.count)
        if isEnd { return .end(name, range: start..<index) }
        return .start(Tag(name: name, attributes: attributes, isEmpty: isEmpty, range: start..<index))
    }

    private mutating func skipSpace() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

    private mutating func word(limit: Int) -> String {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, !"<>/=\"'".utf8.contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index].prefix(limit), as: UTF8.self)
    }

    private mutating func value() -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            return word(limit: Self.longestValue)
        }
        let quote = bytes[index]
        let start = index + 1
        let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
        index = min(end + 1, bytes.count)
        return XMLReferences.resolve(bytes[start..<end].prefix(Self.longestValue))
    }
}

/// The references of XML: its five names, and numbers.
enum XMLReferences {
    static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        append(bytes, to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var rest = bytes
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            result.append(contentsOf: rest[..<mark])
            rest = rest[mark...]
            // The longest is `&#x10FFFF;`.
            if let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")), let scalar = scalar(rest[(mark + 1)..<end])
            {
                result.append(contentsOf: String(scalar).utf8)
                rest = rest[(end + 1)...]
            } else {
                result.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        result.append(contentsOf: rest)
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Character? {
        let name = String(decoding: name, as: UTF8.self)
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : Character($0) }
        }
    }
}
