import Article
import JSON
import Queue
import TestSupport
import Testing

struct RoundTripTests {
    @Test(arguments: [Samples.full, Samples.least])
    func `a document is read as it was written`(_ article: Article) throws {
        #expect(try Article(encoded: article.encoded()) == article)
        #expect(try Article(encoded: article.encoded()).encoded() == article.encoded())
    }

    @Test func `the members stand in the order of the schema, and those without a value are absent`() {
        let full = Samples.full.json.object.map { Array($0.keys) }
        let expected = [
            "schema", "id", "source", "title", "subtitle", "byline", "publication", "published", "modified",
            "canonical_url", "language", "text", "blocks", "sentences", "attributions", "targets", "stances", "summary",
            "provenance", "desk",
        ]
        #expect(full == expected)
        #expect(Samples.least.json.object.map { Array($0.keys) } == ["schema", "id", "source", "text", "provenance"])
    }

    /// The path of every object in the document.
    static let objects = [
        "", "source", "blocks[0]", "sentences[1]", "attributions[0]", "attributions[0].cue", "attributions[0].speaker",
        "targets[0]", "stances[0]", "stances[0].holder", "stances[2].holder", "stances[0].probabilities", "summary[0]",
        "summary[0].holder", "provenance[0]",
    ]

    @Test(arguments: objects)
    func `unknown members are kept in every object`(_ path: String) throws {
        let known = Samples.full.json
        for value: JSON in ["x", nil, ["deep": [1, ["2": 3.5]]], .string("é")] {
            let json = known.setting(steps(path + ".later_version"), to: value)
            #expect(try Article(json: json).json.text() == json.text())
        }
    }

    @Test(arguments: [
        "title", "subtitle", "byline", "publication", "published", "modified", "canonical_url", "language", "blocks",
        "source.url", "source.key", "attributions[0].cue", "attributions[0].speaker", "stances[0].holder.name",
        "provenance[0].model",
        "provenance[1].note",
    ])
    func `an optional member that is null is as good as absent`(_ path: String) throws {
        var article = Samples.full
        // Nothing may point at the blocks that are gone.
        if path == "blocks" { (article.sentences, article.stances, article.summary) = (nil, nil, nil) }
        let null = try Article(json: article.json.setting(steps(path), to: .null))
        let absent = try Article(json: article.json.setting(steps(path), to: nil))
        #expect(null == absent)
        #expect(null.json.text() == absent.json.text())
        #expect(null != article)
    }

    @Test(arguments: Seeds.some(100))
    func `random unknown members come through`(seed: UInt64) throws {
        var random = RandomJSON(SplitMix64(seed: seed))
        var json = Samples.full.json
        for path in Self.objects { json = json.setting(steps(path + ".x\(seed)"), to: random.value(depth: 3)) }
        #expect(try Article(encoded: json.encoded()).encoded() == json.encoded())
    }

    @Test func `the figures of a stance come from its probabilities`() throws {
        let json = Samples.full.json
        #expect(json["stances"]?.array?[0]["label"] == "against")
        #expect(json["stances"]?.array?[0]["score"]?.double == 0.05 - 0.8)
        #expect(json["stances"]?.array?[0]["confidence"] == 0.8)
        let other = json.setting(steps("stances[0].label"), to: "favor").setting(steps("stances[0].score"), to: 1)
            .setting(steps("stances[0].confidence"), to: nil)
        #expect(try Article(json: other) == Samples.full)
    }

    @Test(arguments: [
        (0.2, 0.3, 0.5, Article.Label.favor), (0.5, 0.3, 0.2, .against), (0.3, 0.4, 0.3, .neutral),
        (0.4, 0.4, 0.2, .neutral), (0.2, 0.4, 0.4, .neutral), (0.4, 0.2, 0.4, .against),
    ])
    func `the label is the likeliest, neutral where tied`(
        _ against: Double,
        _ neutral: Double,
        _ favor: Double,
        _ label: Article.Label
    ) {
        let odds = Article.Probabilities(against: against, neutral: neutral, favor: favor)
        #expect(odds.label == label)
        #expect(odds.score == favor - against)
        #expect(odds.confidence == max(against, neutral, favor))
    }

    @Test func `the real encoder's documents are left for the schemas`() throws {
        try SchemaExamples.write("encoded-full", "article", Samples.full.encoded())
        try SchemaExamples.write("encoded-least", "article", Samples.least.encoded())
        try SchemaExamples.write("encoded-full", "submission", SubmissionTests.full.json.encoded())
        let least = Submission(content: "", contentType: "text/plain")
        try SchemaExamples.write("encoded-least", "submission", least.json.encoded())
    }
}
