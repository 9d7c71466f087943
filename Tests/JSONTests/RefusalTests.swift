import JSON
import Testing

/// Texts that are not JSON, and the byte at which that shows.
struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let offset: Int
        let reason: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ offset: Int, _ reason: String) {
            (self.text, self.offset, self.reason) = (text, offset, reason)
        }
    }

    static let early = "the text ends too early"
    static let noValue = "not a JSON value"

    static let syntax = [
        Case("", 0, early), Case("  \n", 3, early), Case("1 2", 2, "unexpected text after the document"),
        Case("{} ,", 3, "unexpected text after the document"), Case("\u{FEFF}1", 0, noValue),
        Case("\u{A0}1", 0, noValue),
        Case("nul", 0, noValue), Case("NULL", 0, noValue), Case("True", 0, noValue), Case("truth", 0, noValue),
        Case("'a'", 0, noValue), Case("NaN", 0, noValue), Case("Infinity", 0, noValue), Case("-Infinity", 1, noValue),
        Case("// x\n1", 0, noValue), Case("[1,]", 3, noValue), Case("[,1]", 1, noValue),
        Case("[1 2]", 3, "expected ',' or ']'"),
        Case("[1", 2, early), Case("[", 1, early), Case("]", 0, noValue), Case("[1}", 2, "expected ',' or ']'"),
        Case("{", 1, early), Case("{\"a\"", 4, early), Case("{\"a\":", 5, early), Case("{\"a\":1", 6, early),
        Case("{\"a\" 1}", 5, "expected ':'"), Case("{\"a\":1,}", 7, "expected a key in quotation marks"),
        Case("{a:1}", 1, "expected a key in quotation marks"), Case("{1:1}", 1, "expected a key in quotation marks"),
        Case("{,}", 1, "expected a key in quotation marks"), Case("{\"a\":1]", 6, "expected ',' or '}'"),
        Case("{\"a\":1 \"b\":2}", 7, "expected ',' or '}'"), Case("{\"a\"::1}", 5, noValue),
    ]

    static let numbers = [
        Case("-", 1, early), Case("+1", 0, noValue), Case("01", 1, "unexpected text after the document"),
        Case("-01", 2, "unexpected text after the document"), Case("1.", 2, early), Case(".5", 0, noValue),
        Case("1.e2", 2, "expected a digit after the decimal point"), Case("1e", 2, early), Case("1e+", 3, early),
        Case("1e+-2", 3, "expected a digit in the exponent"), Case("1E.5", 2, "expected a digit in the exponent"),
        Case("0x10", 1, "unexpected text after the document"), Case("1_000", 1, "unexpected text after the document"),
        Case("--1", 1, noValue), Case("٣", 0, noValue), Case("[1.5.2]", 4, "expected ',' or ']'"),
    ]

    static let strings = [
        Case("\"", 1, early), Case("\"abc", 4, early), Case("\"a\\", 3, early), Case("\"\\\"", 3, early),
        Case("\"a\u{0}b\"", 2, "control character in a string"), Case("\"\n\"", 1, "control character in a string"),
        Case("\"\\n\t\"", 3, "control character in a string"), Case("\"\u{1F}\"", 1, "control character in a string"),
        Case("\"\\x\"", 2, "unknown escape"), Case("\"\\'\"", 2, "unknown escape"),
        Case("\"\\U0041\"", 2, "unknown escape"),
        Case("\"\\u12G4\"", 5, "expected four hexadecimal digits"),
        Case("\"\\u12\"", 5, "expected four hexadecimal digits"),
        Case("\"\\u\"", 3, "expected four hexadecimal digits"), Case("\"\\u123", 6, early),
    ]

    static let surrogates = [
        Case("\"\\uD800\"", 1, "lone surrogate"), Case("\"\\uDC00\"", 1, "lone surrogate"),
        Case("\"ab\\udbffx\"", 3, "lone surrogate"), Case("\"\\uD800\\n\"", 1, "lone surrogate"),
        Case("\"\\uD800\\uD800\"", 1, "lone surrogate"), Case("\"\\uD800\\u0041\"", 1, "lone surrogate"),
        Case("\"\\uDC00\\uD800\"", 1, "lone surrogate"), Case("\"\\uD83D\\uDC4D\\uDC4D\"", 13, "lone surrogate"),
        Case("{\"\\uDFFF\":1}", 2, "lone surrogate"),
    ]

    static let duplicates = [
        Case("{\"a\":1,\"a\":1}", 7, "duplicate key \"a\""),
        Case("{\"a\":1,\"b\":2, \"a\":3}", 14, "duplicate key \"a\""),
        Case("{\"a\":1,\"\\u0061\":2}", 7, "duplicate key \"a\""), Case("{\"\":1,\"\":2}", 6, "duplicate key \"\""),
        Case("[{\"x\":{\"y\":1,\"y\":2}}]", 13, "duplicate key \"y\""),
    ]

    @Test(arguments: syntax + numbers + strings + surrogates + duplicates)
    func `a text that is not JSON is refused at the byte that shows it`(_ item: Case) {
        #expect(throws: JSONError(item.reason, offset: item.offset)) { try JSONReader.read(item.text) }
    }

    static let badUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x91], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE],
        [0xFF],
    ]

    @Test(arguments: badUTF8)
    func `bytes that are not UTF-8 are refused wherever they stand`(_ bad: [UInt8]) {
        for before in ["[\"", "[\"é", "[\"abc\\n", "[\"\\u00e9👍", "{\"key", "{\"k\":\"v\",\"\\t"] {
            let start = Array(before.utf8)
            let fault = JSONError("bytes that are not UTF-8 in a string", offset: start.count)
            #expect(throws: fault) { try JSONReader.read(start + bad + Array("z\"".utf8)) }
            #expect(throws: fault) { try JSONReader.read(start + bad + Array("\"".utf8)) }
        }
        #expect(throws: JSONError(Self.noValue, offset: 0)) { try JSONReader.read(bad) }
        #expect(throws: JSONError("unexpected text after the document", offset: 2)) {
            try JSONReader.read([0x31, 0x20] + bad)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "[[],["])
    func `a million open brackets are refused at the bound`(_ open: String) {
        let text = String(repeating: open, count: 1_000_000)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text) }
        #expect(error?.reason == "nested too deeply")
        let levels = text.utf8.prefix(error?.offset ?? 0).reduce(0) { depth, byte in
            byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
                ? depth + 1 : byte == UInt8(ascii: "]") ? depth - 1 : depth
        }
        #expect(levels == 64)
    }

    @Test func `nesting is allowed up to the bound and no further`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try JSONReader.read(nested(64)).text() == nested(64))
        #expect(throws: JSONError("nested too deeply", offset: 64)) { try JSONReader.read(nested(65)) }
        #expect(try JSONReader.read("[[],[],{\"a\":[]}]", maximumDepth: 3).text() == "[[],[],{\"a\":[]}]")
        #expect(throws: JSONError("nested too deeply", offset: 0)) { try JSONReader.read("[]", maximumDepth: 0) }
        #expect(try JSONReader.read("1", maximumDepth: 0) == 1)
    }
}
