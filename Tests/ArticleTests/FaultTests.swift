import Article
import JSON
import Testing

/// What is wrong with a document, and where.
struct FaultTests {
    struct Case: CustomTestStringConvertible {
        let path: String
        let value: JSON?
        let fault: String
        var testDescription: String { "\(path) = \(value?.text() ?? "absent")" }

        init(_ path: String, _ value: JSON?, _ fault: String) {
            (self.path, self.value, self.fault) = (path, value, fault)
        }
    }

    static let missing = [
        "schema", "id", "text", "source.content_type", "source.sha256", "targets[0].id", "targets[0].name",
        "targets[0].kind", "provenance[0].stage", "provenance[0].software", "attributions[0].speaker.name",
        "stances[0].target", "summary[0].target", "stances[0].holder.kind", "summary[0].holder.kind",
    ].map { Case($0, nil, "\($0): missing; expected a string") }

    static let missingNumbers = [
        "source.bytes", "blocks[1].start", "blocks[1].end", "sentences[0].start", "sentences[0].end",
        "sentences[0].block",
        "attributions[0].start", "attributions[0].end", "attributions[0].cue.start", "attributions[0].cue.end",
        "attributions[0].speaker.start", "attributions[0].speaker.end", "stances[0].start", "stances[0].end",
        "stances[0].sentence", "summary[0].count",
    ].map { Case($0, nil, "\($0): missing; expected a whole number from 0 on") }

    static let missingParts = [
        Case("source", nil, "source: missing; expected a source"),
        Case("source", .null, "source: missing; expected a source"),
        Case("stances[0].holder", nil, "stances[0].holder: missing; expected a holder"),
        Case("summary[1].holder", nil, "summary[1].holder: missing; expected a holder"),
        Case("stances[1].probabilities", nil, "stances[1].probabilities: missing; expected probabilities"),
        Case(
            "stances[0].probabilities.neutral",
            nil,
            "stances[0].probabilities.neutral: missing; expected a number from 0 to 1"
        ),
        Case("summary[0].score", nil, "summary[0].score: missing; expected a number from -1 to 1"),
        Case("summary[0].interval", nil, "summary[0].interval: missing; expected two numbers in order"),
        Case("provenance[0].milliseconds", nil, "provenance[0].milliseconds: missing; expected a number"),
    ]

    static let ofWrongKind = [
        Case(
            "schema",
            "standpoint/article/2",
            "schema: expected \"standpoint/article/1\", not \"standpoint/article/2\""
        ),
        Case("id", 7, "id: expected a string, not a number"),
        Case("title", [], "title: expected a string, not an array"),
        Case("byline", "A", "byline: expected an array of strings, not a string"),
        Case("byline", ["A", 1], "byline: expected an array of strings, not an array"),
        Case("source", [], "source: expected a source as an object, not an array"),
        Case("source.bytes", -1, "source.bytes: expected a whole number from 0 on, not a number"),
        Case("source.url", false, "source.url: expected a string, not a boolean"),
        Case("blocks", [:], "blocks: expected an array, not an object"),
        Case("blocks[2]", 3, "blocks[2]: expected a block as an object, not a number"),
        Case("sentences[1].start", 0.5, "sentences[1].start: expected a whole number from 0 on, not a number"),
        Case(
            "sentences[1].end",
            JSON(Double(1e300)),
            "sentences[1].end: expected a whole number from 0 on, not a number"
        ),
        Case(
            "attributions[0].kind",
            "said",
            "attributions[0].kind: expected one of direct, indirect, mixed, not a string"
        ),
        Case("attributions[0].cue", "said", "attributions[0].cue: expected a cue as an object, not a string"),
        Case("attributions[0].speaker", "O", "attributions[0].speaker: expected a speaker as an object, not a string"),
        Case("stances[0].holder.kind", "nobody", "stances[0].holder.kind: expected author or quoted"),
        Case("stances[0].holder.name", 1, "stances[0].holder.name: expected a string, not a number"),
        // Their difference is past every double, and JSON has no infinity.
        Case(
            "stances[0].probabilities.favor",
            JSON(Double(1e308)),
            "stances[0].probabilities.favor: expected a number from 0 to 1, not a number"
        ),
        Case("summary[0].score", -1.5, "summary[0].score: expected a number from -1 to 1, not a number"),
        Case("summary[0].label", "for", "summary[0].label: expected one of against, neutral, favor, not a string"),
        Case("summary[0].interval", [1], "summary[0].interval: expected two numbers in order, not an array"),
        Case("summary[0].interval", [1, 0], "summary[0].interval: expected two numbers in order, not an array"),
        Case("summary[0].sentences[0]", -1, "summary[0].sentences[0]: expected a whole number from 0 on"),
        Case("provenance", nil, ""), Case("provenance", 1, "provenance: expected an array, not a number"),
    ].filter { !$0.fault.isEmpty }

    static let past = "the span ends after the text, which has 86 scalars"
    static let pointingNowhere = [
        Case("blocks[2].end", 87, "blocks[2]: \(past)"), Case("sentences[2].end", 87, "sentences[2]: \(past)"),
        Case("attributions[1].end", 87, "attributions[1]: \(past)"),
        Case("attributions[0].cue.end", 87, "attributions[0].cue: \(past)"),
        Case("attributions[0].speaker.end", 87, "attributions[0].speaker: \(past)"),
        Case("stances[0].end", JSON(Int.max), "stances[0]: \(past)"),
        Case("blocks[1].start", 32, "blocks[1].end: the span ends before it starts"),
        Case("sentences[0].block", 3, "sentences[0].block: there is no block 3"),
        Case("stances[1].sentence", 3, "stances[1].sentence: there is no sentence 3"),
        Case("stances[1].target", "nobody", "stances[1].target: there is no target of this id"),
        Case("summary[0].target", "nobody", "summary[0].target: there is no target of this id"),
        Case("summary[0].sentences[0]", 3, "summary[0].sentences[0]: there is no sentence 3"),
        Case("targets", nil, "stances[0].target: there is no target of this id"),
        Case("blocks", nil, "sentences[0].block: there is no block 1"),
    ]

    @Test(arguments: missing + missingNumbers + missingParts + ofWrongKind + pointingNowhere)
    func `a fault in a document is named with its path`(_ item: Case) {
        let json = Samples.full.json.setting(steps(item.path), to: item.value)
        let error = #expect(throws: JSONError.self) { try Article(json: json) }
        #expect(error?.description == item.fault)
    }

    @Test(arguments: [("[]", "an array"), ("null", "null"), ("\"x\"", "a string")])
    func `a document that is no object is refused`(_ text: String, _ kind: String) {
        #expect(throws: JSONError("expected an article as an object, not \(kind)")) {
            try Article(encoded: Array(text.utf8))
        }
    }

    @Test func `spans are counted in scalars, not in bytes or characters`() throws {
        #expect(Samples.text.unicodeScalars.count == 86)
        let scalars = ScalarText(Samples.text)
        #expect(scalars[ScalarSpan(17, 31)] == "A Café Too Far")
        #expect(scalars[ScalarSpan(59, 73)] == "Olga Remington")
        #expect(scalars[ScalarSpan(83, 85)] == "👍🏽")
    }
}
