import JSON
import Testing

struct EscapeTests {
    @Test func `every character is escaped as RFC 8259 demands, wherever it stands`() {
        for value in 0..<0x80 as Range<UInt8> {
            for place in 0..<20 {
                let (before, after) = (String(repeating: "é", count: place), String(repeating: "a", count: 20 - place))
                let text = before + String(UnicodeScalar(value)) + after
                #expect(JSON.string(text).text() == "\"" + before + Self.escaped(value) + after + "\"")
            }
        }
    }

    @Test(arguments: [1015, 1016, 1017, 1018, 1019, 1024, 1025, 5000])
    func `text of any length is whole, plain and escaped`(length: Int) throws {
        for scalar in ["a", "\"", "\u{1F}", "\n"] {
            let text = String(repeating: scalar, count: length)
            let escaped = Self.escaped(text.utf8.first ?? 0)
            #expect(JSON.string(text).text() == "\"" + String(repeating: escaped, count: length) + "\"")
            #expect(try JSONReader.read(JSON.string("é" + text).encoded()) == .string("é" + text))
        }
    }

    private static func escaped(_ value: UInt8) -> String {
        switch value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0..<0x10: "\\u000" + String(value, radix: 16)
        case 0x10..<0x20: "\\u00" + String(value, radix: 16)
        default: String(UnicodeScalar(value))
        }
    }
}
