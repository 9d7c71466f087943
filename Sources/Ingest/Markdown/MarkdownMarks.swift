/// The marks at the start of a line that say what it is (CommonMark 0.31, sections 4 and 5).
extension MarkdownBuilder {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Three or more backticks or tildes.
    static func fence(_ line: Bytes) -> (mark: UInt8, count: Int)? {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let count = line.prefix { $0 == mark }.count
        // Backticks behind it make it code in a line.
        guard count >= 3, mark != UInt8(ascii: "`") || !line[count...].contains(mark) else { return nil }
        return (mark, count)
    }

    /// One to six number signs and a space; number signs at the end are marks as well.
    static func heading(_ line: Bytes) -> (level: Int, content: Slice<Bytes>)? {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level), level == line.count || line[level] <= 0x20 else { return nil }
        var end = line.count
        while end > level, line[end - 1] == UInt8(ascii: "#") { end -= 1 }
        if end > level, line[end - 1] > 0x20 { end = line.count }
        return (level, line[level..<end])
    }

    /// The line under a heading: of `=` for the first level, of `-` for the second.
    static func underline(_ line: Bytes) -> Int? {
        guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), line.count > 1,
            line.allSatisfy({ $0 == mark })
        else { return nil }
        return mark == UInt8(ascii: "=") ? 1 : 2
    }

    /// Three or more of `-`, `*` or `_`, with or without spaces.
    static func isRule(_ line: Bytes) -> Bool {
        guard let mark = line.first, "-*_".utf8.contains(mark) else { return false }
        return line.allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 } && line.count { $0 == mark } >= 3
    }

    /// The length of the marker of a list item, with the space behind it and the box of a task.
    static func marker(_ line: Bytes) -> Int? {
        var index = 0
        if "-*+".utf8.contains(line[0]) {
            index = 1
        } else {
            while index < line.count, index < 9, ByteClass.isDigit(line[index]) { index += 1 }
            guard index > 0, index < line.count, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")")
            else { return nil }
            index += 1
        }
        guard index < line.count, line[index] == 0x20 || line[index] == 0x09 else { return nil }
        for box in ["[ ] ", "[x] ", "[X] "] where line[(index + 1)...].starts(with: box.utf8) {
            return index + 1 + box.utf8.count
        }
        return index + 1
    }

    /// The line between the head of a table and its rows.
    static func isTableRule(_ line: Bytes) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|-: \t".utf8.contains($0) }
    }

    static func contains(_ line: Bytes, _ mark: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
        var rest = line[...]
        while let index = rest.firstIndex(of: bytes[0]) {
            rest = rest[index...]
            if rest.starts(with: bytes) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

/// A row of a table, as HTML's tables come out: its cells with a space between them.
enum MarkdownTable {
    static func row(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in line {
            let isGap = byte <= 0x20 || byte == UInt8(ascii: "|") && !isEscaped
            if !isGap { result.append(byte) } else if !result.isEmpty, result.last != 0x20 { result.append(0x20) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return result
    }
}
