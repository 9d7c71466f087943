import Commands
import JSON
import Service
import Testing

struct ScoreCommandTests {
    @Test func `each target has its stance, in order, with all members`() throws {
        let line = #"{"id":7,"text":"😀 Ann praised Bob.","targets":[{"start":14,"end":17},{"start":2,"end":5}]}"#
        let result = try outcome(of: ScoreCommand.self, input: line)
        #expect(result.status == .success)
        let json = try JSONReader.read(result.output)
        #expect(json.object.map { Array($0.keys) } == ["id", "stances"])
        #expect(json["id"] == 7)
        let stances = try #require(json["stances"]?.array)
        #expect(stances.map { $0["start"] } == [14, 2])
        #expect(stances.map { $0["end"] } == [17, 5])
        for stance in stances {
            #expect(stance.object.map { Array($0.keys) } == ["start", "end", "label", "score", "probabilities"])
            let odds = try ["against", "neutral", "favor"].map { try #require(stance["probabilities"]?[$0]?.double) }
            #expect(abs(odds.reduce(0, +) - 1) < 1e-9)
            #expect(stance["score"]?.double == odds[2] - odds[0])
        }
        #expect(stances[0]["label"] == "favor")
    }

    @Test func `no targets, no stances`() throws {
        let result = try outcome(of: ScoreCommand.self, input: #"{"id":"a","text":"x","targets":[]}"#)
        #expect(result == Outcome(output: #"{"id":"a","stances":[]}"# + "\n", errors: [], status: .success))
    }

    @Test(
        arguments: [
            (#"[{"start":0,"end":4}]"#, "targets[0]: the span 0..<4 ends after the text, which has 3 code points"),
            (
                #"[{"start":0,"end":1},{"start":2,"end":2}]"#,
                "targets[1]: the span 2..<2 is empty; end must be after start"
            ),
            (#"[{"start":2,"end":1}]"#, "targets[0]: the span 2..<1 is empty; end must be after start"),
            (#"[{"start":-1,"end":1}]"#, "targets[0].start: expected a whole number from 0 on, not a number"),
            (#"[{"end":1}]"#, "targets[0].start: missing; expected a whole number from 0 on"),
            (#"[1]"#, "targets[0]: expected a target as an object, not a number"),
            ("null", "targets: missing; expected an array of {\"start\",\"end\"}"),
        ])
    func `a bad span is named, and the next line goes on`(targets: String, reason: String) throws {
        let lines = "{\"id\":1,\"text\":\"a😀b\",\"targets\":\(targets)}\n" + #"{"id":2,"text":"x","targets":[]}"#
        let result = try outcome(of: ScoreCommand.self, input: lines)
        #expect(result.errors == ["standpoint: error: standard input:1: bad_member: \(reason)"])
        #expect(result.output == #"{"id":2,"stances":[]}"# + "\n")
        #expect(result.status == .failure)
    }
}
