import JSON
import Testing

struct AcceptanceTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "[]", "{}", "\"\"", "[[[]]]", "[1,\"a\",null,true,{}]",
        "{\"a\":{\"b\":[]}}",
        "{\"é\":1}", "\"👍🏽\"", "\"\u{7F}\u{2028}\u{FEFF}\"",
    ])
    func `compact JSON is written as it was read`(_ text: String) throws {
        #expect(try JSONReader.read(text).text() == text)
    }

    @Test(arguments: [
        "1.0", "1.50", "1e2", "1E+2", "1e-0", "-0.0", "100000000000000000000000000000001", "0.1000000000000000055",
        "1e999",
        "-1.5E-999",
    ])
    func `a number keeps its literal`(_ literal: String) throws {
        #expect(try JSONReader.read("[\(literal)]").text() == "[\(literal)]")
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("9223372036854775807", .max), ("-9223372036854775808", .min), ("1e2", 100), ("2.0", 2),
        ("9223372036854775808", nil), ("1.5", nil), ("1e400", nil), ("1e-1", nil),
    ])
    func `a number is whole where its value is`(_ literal: String, _ value: Int?) throws {
        #expect(try JSONReader.read(literal).int == value)
    }

    @Test(arguments: [("0.5", 0.5), ("1e400", nil), ("-1e400", nil), ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0)])
    func `a number is a double where it is in range`(_ literal: String, _ value: Double?) throws {
        #expect(try JSONReader.read(literal).double == value)
    }

    @Test(arguments: [
        (0.0, "0"), (-2.0, "-2"), (0.1, "0.1"), (1e15, "1000000000000000"), (1e16, "1e+16"),
        (999_999_999_999_999, "999999999999999"),
        (1e-7, "1e-07"),
        (.leastNonzeroMagnitude, "5e-324"),
    ])
    func `a double is written in the fewest digits`(_ value: Double, _ literal: String) {
        #expect(JSON(value).text() == literal)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\ud83d\udc4d""#, "👍"), (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"), (#""\u0000""#, "\u{0}"),
        (#""\uFFFF\uD7FF\uE000""#, "\u{FFFF}\u{D7FF}\u{E000}"), (#""a\u0062c""#, "abc"),
    ])
    func `escapes are resolved`(_ text: String, _ value: String) throws {
        #expect(try JSONReader.read(text).string.map { Array($0.utf8) } == Array(value.utf8))
    }

    @Test func `no more is escaped than must be`() {
        let controls = String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar(UInt8($0)) }))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(JSON(controls).text() == expected)
        #expect(JSON("a/\"\\\u{7F}é👍").text() == "\"a/\\\"\\\\\u{7F}é👍\"")
    }

    @Test func `white space between tokens is passed over`() throws {
        #expect(try JSONReader.read(" \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } } \n").text() == #"{"a":[1,2],"b":{}}"#)
    }

    @Test func `members keep their order`() throws {
        let text = #"{"z":1,"a":2,"m":3,"0":4,"":5}"#
        #expect(try JSONReader.read(text).text() == text)
        #expect(try JSONReader.read(text).object.map { Array($0.keys) } == ["z", "a", "m", "0", ""])
    }

    @Test func `keys that only look alike are different keys`() throws {
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        let json = try JSONReader.read(text)
        #expect(Array(json.text().utf8) == Array(text.utf8))
        #expect(json["\u{E9}"] == 1)
        #expect(json["e\u{301}"] == 2)
    }

    @Test func `people get two spaces a level`() {
        let json: JSON = ["a": [1, 2], "b": [:], "c": [], "d": ["e": nil]]
        let expected = """
            {
              "a": [
                1,
                2
              ],
              "b": {},
              "c": [],
              "d": {
                "e": null
              }
            }
            """
        #expect(json.text(.pretty) == expected)
    }

    @Test func `an object with a hundred thousand members is read in one go`() throws {
        let text = "{" + (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",") + "}"
        let json = try JSONReader.read(text)
        #expect(json.object?.count == 100_000)
        #expect(json["key99999"] == 99_999)
        #expect(json.text() == text)
    }
}
