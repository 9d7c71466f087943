/// A JSON-LD script of a page, read leniently: pages have line breaks in strings, commas too many, comments around.
///
/// The values are a flat list in document order, and strings stay where they are until someone asks: most are not
/// wanted. Values nested deeper than ``deepest`` and those behind the first ``most`` are left out.
struct LinkedData {
    enum Kind { case object, array, string, other }

    struct Value {
        var kind: Kind
        /// The name of the member, without quotes; empty for elements of arrays.
        var key: Range<Int>
        /// The content of a string, escapes as they are.
        var content: Range<Int>
        /// The index behind the last value inside.
        var end: Int
    }

    static let deepest = 32
    static let most = 20_000

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var values: [Value] = []

    /// - Parameter range: The script, bytes of `page`.
    init(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        bytes = page
        read(range)
    }

    private mutating func read(_ range: Range<Int>) {
        var open: [Int] = []
        var key = 0..<0
        var index = range.lowerBound
        // Opened beyond the bounds; their ends are awaited.
        var beyond = 0
        func add(_ kind: Kind, _ content: Range<Int>) {
            if beyond == 0, values.count < Self.most {
                values.append(Value(kind: kind, key: key, content: content, end: values.count + 1))
            }
            key = 0..<0
        }
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if beyond > 0 || open.count >= Self.deepest || values.count >= Self.most {
                    beyond += 1
                } else {
                    open.append(values.count)
                    add(bytes[index] == UInt8(ascii: "{") ? .object : .array, index..<index)
                }
                key = 0..<0
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if beyond > 0 { beyond -= 1 } else if let last = open.popLast() { values[last].end = values.count }
                key = 0..<0
                index += 1
            case UInt8(ascii: "\""):
                let string = string(index + 1, range.upperBound)
                index = min(string.upperBound + 1, range.upperBound)
                var next = index
                while next < range.upperBound, ByteClass.isSpace(bytes[next]) { next += 1 }
                if next < range.upperBound, bytes[next] == UInt8(ascii: ":"), key.isEmpty {
                    key = string
                    index = next + 1
                } else {
                    add(.string, string)
                }
            case let byte where ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "-"):
                let start = index
                while index < range.upperBound, bytes[index] > 0x20, !",]}\"".utf8.contains(bytes[index]) { index += 1 }
                add(.other, start..<index)
            default: index += 1
            }
        }
        while let last = open.popLast() { values[last].end = values.count }
    }

    /// The content of the string that begins at `start`.
    private func string(_ start: Int, _ end: Int) -> Range<Int> {
        var index = start
        while index < end, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return start..<min(index, end)
    }

    // MARK: Questions

    func isKey(_ index: Int, _ name: StaticString) -> Bool {
        let key = values[index].key
        guard key.count == name.utf8CodeUnitCount else { return false }
        for offset in 0..<key.count where bytes[key.lowerBound + offset] != name.utf8Start[offset] { return false }
        return true
    }

    /// The member `name` of the object at `index`.
    func member(_ index: Int, _ name: StaticString) -> Int? {
        guard values[index].kind == .object else { return nil }
        var child = index + 1
        while child < values[index].end {
            if isKey(child, name) { return child }
            child = values[child].end
        }
        return nil
    }

    /// The elements of an array, or the value itself.
    func elements(_ index: Int) -> [Int] {
        guard values[index].kind == .array else { return [index] }
        var elements: [Int] = []
        var child = index + 1
        while child < values[index].end, elements.count < 64 {
            elements.append(child)
            child = values[child].end
        }
        return elements
    }

    /// The longest text that is a title, a name or a date, in bytes.
    private static let longestText = 4000

    /// The text of a string, with escapes and references resolved.
    func text(_ index: Int) -> String? {
        guard values[index].kind == .string, values[index].content.count <= Self.longestText else { return nil }
        return unescaped(values[index].content)
    }

    func unescaped(_ content: Range<Int>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var units: [UInt16] = []
        var index = content.lowerBound
        func flush() {
            if !units.isEmpty { result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8) }
            units.removeAll(keepingCapacity: true)
        }
        while index < content.upperBound {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < content.upperBound else {
                flush()
                result.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            index += 2
            if escape == UInt8(ascii: "u"), index + 4 <= content.upperBound,
                let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
            {
                units.append(unit)
                index += 4
                continue
            }
            flush()
            switch escape {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "b"):
                result.append(escape == UInt8(ascii: "n") ? 0x0A : 0x20)
            default: result.append(escape)
            }
        }
        flush()
        return result.withUnsafeBufferPointer { HTMLReferences.resolve($0) }
    }
}
