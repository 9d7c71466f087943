import Documents
import Testing

struct LineReaderTests {
    private func lines(_ text: String, start: Int = 0, limit: Int = 1 << 20) throws -> [String] {
        let bytes = Array(text.utf8)
        let reader = LineReader(ByteInput(Array(bytes[start...])), start: Array(bytes[..<start]), limit: limit)
        var lines: [String] = []
        while let line = try reader.next() {
            switch line {
            case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong: lines.append("(too long)")
            }
        }
        #expect(reader.number == lines.count)
        return lines
    }

    @Test(
        arguments: [
            ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\na\r\n", ["", "", "a\r"]),
        ])
    func `lines end at line feeds`(text: String, expected: [String]) throws {
        for start in 0...text.utf8.count { #expect(try lines(text, start: start) == expected) }
    }

    @Test func `a line above the limit is skipped, wherever it ends`() throws {
        #expect(try lines("abcd\nabc\nabcde", limit: 3) == ["(too long)", "abc", "(too long)"])
        let long = String(repeating: "x", count: 600_000)
        #expect(try lines("\(long)\nok\n\(long)", limit: 400_000) == ["(too long)", "ok", "(too long)"])
    }

    @Test func `lines longer than any buffer come whole`() throws {
        let long = String(repeating: "é", count: 700_000)
        #expect(try lines("a\n\(long)\nb\n\(long)", limit: 2 << 20) == ["a", long, "b", long])
    }
}
