import Commands
import JSON
import Service
import Testing

struct SegmentCommandTests {
    @Test func `a line in is a line out, with spans in code points`() throws {
        // An emoji is one code point, and so is a combining accent.
        let line = #"{"id":"a","text":"Caf\u0065\u0301 😀 is \"shut\".\tWe left."}"#
        let result = try outcome(of: SegmentCommand.self, input: line)
        let expected =
            #"{"id":"a","sentences":[{"start":0,"end":18,"text":"Cafe"# + "\u{301}"
            + #" 😀 is \"shut\"."},{"start":19,"end":27,"text":"We left."}]}"# + "\n"
        #expect(result == Outcome(output: expected, errors: [], status: .success))
    }

    @Test func `an id comes back as it was written`() throws {
        let lines = #"{"text":"A b.","id":1.0}"# + "\n" + #"{"id":"\u00e9\n","text":""}"#
        let output =
            #"{"id":1.0,"sentences":[{"start":0,"end":4,"text":"A b."}]}"# + "\n" + #"{"id":"é\n","sentences":[]}"#
            + "\n"
        #expect(try outcome(of: SegmentCommand.self, input: lines).output == output)
    }

    @Test func `plain text is one object`() throws {
        let result = try outcome(of: SegmentCommand.self, input: "It rained. We left.")
        let output =
            #"{"id":"stdin","sentences":[{"start":0,"end":10,"text":"It rained."},{"start":11,"end":19,"text":"We left."}]}"#
        #expect(result == Outcome(output: output + "\n", errors: [], status: .success))
    }

    @Test(arguments: [([], 2), (["--newlines", "hard"], 2), (["--newlines", "soft"], 1)])
    func `a line break ends a sentence unless newlines are soft`(arguments: [String], count: Int) throws {
        let output = try outcome(of: SegmentCommand.self, arguments, input: "We went\nhome early").output
        #expect(try JSONReader.read(output)["sentences"]?.array?.count == count)
    }

    @Test func `explains each decision`() throws {
        let output = try outcome(of: SegmentCommand.self, ["--explain"], input: "Mr. Bell left! then it rained.").output
        let decisions = try #require(JSONReader.read(output)["decisions"]?.array)
        #expect(decisions.map { $0["end"]?.int } == [3, 14, 30])
        #expect(decisions.map { $0["ends"]?.bool } == [false, true, true])
        #expect(
            decisions.map { $0["rule"]?.string } == ["title before a name", "lower case follows", "end of text"]
        )
        #expect(decisions.map { $0["score"] != nil } == [false, true, false])
    }

    @Test func `has no scores by the rules alone`() throws {
        let arguments = ["--explain", "--rules-only"]
        let output = try outcome(of: SegmentCommand.self, arguments, input: "Mr. Bell left! then it rained.").output
        #expect(!output.contains("score"))
        #expect(output.contains("lower case follows"))
    }

    @Test func `takes the language from the line, or else from the command line`() throws {
        let lines = [
            #"{"id":1,"language":"de","text":"Am 3. Oktober tagt der Rat."}"#,
            #"{"id":2,"text":"Am 3. Oktober tagt der Rat."}"#,
        ]
        func counts(_ arguments: [String]) throws -> [Int?] {
            try outcome(of: SegmentCommand.self, arguments, input: lines.joined(separator: "\n")).output
                .split(separator: "\n").map { try JSONReader.read(String($0))["sentences"]?.array?.count }
        }
        #expect(try counts([]) == [1, 2])
        #expect(try counts(["--language", "de-AT"]) == [1, 1])
    }

    @Test func `gives training the places that the model is asked about`() throws {
        let output = try outcome(of: SegmentCommand.self, ["--candidates"], input: "Bell left! then it rained.").output
        let candidates = try #require(JSONReader.read(output)["candidates"]?.array)
        #expect(candidates.map { $0["end"]?.int } == [10])
        #expect(candidates.map { $0["prior"]?.double } == [-2])
        #expect(candidates.map { $0["features"]?.array?.count } == [20])
    }

    @Test func `faulty lines are named, and the others go on`() throws {
        let lines = [
            "{\"id\":1,\"text\":\"A.\"}", "{", "", "[]", "{\"text\":\"A.\"}", "{\"id\":2,\"text\":3}",
            "{\"id\":3,\"text\":\"B.\"}",
        ]
        let result = try outcome(of: SegmentCommand.self, input: lines.joined(separator: "\n"))
        #expect(result.status == .failure)
        #expect(
            result.errors == [
                "standpoint: error: standard input:2: not_json: not JSON: the text ends too early at byte 1",
                "standpoint: error: standard input:4: bad_member: expected a line as an object, not an array",
                "standpoint: error: standard input:5: bad_member: id: missing; expected a string or a number",
                "standpoint: error: standard input:6: bad_member: text: expected a string, not a number",
            ]
        )
        #expect(try result.output.split(separator: "\n").map { try JSONReader.read(String($0))["id"]?.int } == [1, 3])
    }

    @Test func `text that is not UTF-8 fails with the byte`() throws {
        let result = try outcome(of: SegmentCommand.self, [], input: [0x41, 0xFF])
        #expect(
            result
                == Outcome(
                    output: "",
                    errors: [
                        "standard input: not_utf8: not UTF-8 at byte 1 (counted from 0); convert it to UTF-8, for example with iconv"
                    ],
                    status: .failure
                )
        )
    }

    @Test func `a file that is not there is wrong usage`() throws {
        let result = try outcome(of: SegmentCommand.self, ["/none/x.txt"])
        #expect(result.errors == ["/none/x.txt: no such file or folder; check the path"])
        #expect(result.status == .usage)
    }
}
