import Article
import Testing

@testable import Stance

@Suite struct AttributionTests {
    @Test(arguments: [
        ("“The bridge is a ruin,” Nora Feldkamp said.", ["direct | Nora Feldkamp | “The bridge is a ruin,”"]),
        ("\"The bridge is a ruin,\" said Nora Feldkamp.", ["direct | Nora Feldkamp | \"The bridge is a ruin,\""]),
        ("Nora Feldkamp said: “The bridge is a ruin.”", ["direct | Nora Feldkamp | “The bridge is a ruin.”"]),
        ("Nora Feldkamp said that the bridge was a ruin.", ["indirect | Nora Feldkamp | that the bridge was a ruin"]),
        ("Nora Feldkamp says the bridge is a ruin.", ["indirect | Nora Feldkamp | the bridge is a ruin"]),
        ("The bridge was a ruin, Nora Feldkamp said.", ["indirect | Nora Feldkamp | The bridge was a ruin"]),
        ("According to Nora Feldkamp, the bridge is a ruin.", ["indirect | Nora Feldkamp | the bridge is a ruin"]),
        ("The bridge is a ruin, according to Nora Feldkamp.", ["indirect | Nora Feldkamp | The bridge is a ruin"]),
        ("One critic, Nora Feldkamp, called the bridge “a ruin.”", ["mixed | Nora Feldkamp | the bridge “a ruin.”"]),
        (
            "Nora Feldkamp, an engineer in Paul Adler’s ministry, said the bridge was cursed: “It is a ruin. Nobody crosses it.”",
            [
                "indirect | Nora Feldkamp | the bridge was cursed",
                "direct | Nora Feldkamp | “It is a ruin. Nobody crosses it.”",
            ]
        ),
        (
            "Nora Feldkamp told reporters on Monday that it would fall.",
            ["indirect | Nora Feldkamp | that it would fall"]
        ),
        ("A source said the bridge was a ruin.", ["indirect | - | the bridge was a ruin"]),
        ("They are not “winners” and never were.", []),
        (
            "Nora Feldkamp resigned, saying in a letter that it would fall.",
            ["indirect | Nora Feldkamp | that it would fall"]
        ),
        ("Nora Feldkamp vowed to close the bridge.", ["indirect | Nora Feldkamp | to close the bridge"]),
        ("Nora Feldkamp called for a new bridge.", ["indirect | Nora Feldkamp | a new bridge"]),
        (
            "Nora Feldkamp denounced the contract, but nobody listened.",
            ["indirect | Nora Feldkamp | the contract"]
        ),
        ("Nora Feldkamp’s criticism of the bridge is old.", ["indirect | Nora Feldkamp | the bridge is old"]),
        ("Nora Feldkamp is confident that it will hold.", ["indirect | Nora Feldkamp | that it will hold"]),
        ("Noting that it was old, Nora Feldkamp left.", ["indirect | Nora Feldkamp | that it was old"]),
        ("As Nora Feldkamp noted, the bridge is a ruin.", ["indirect | Nora Feldkamp | the bridge is a ruin"]),
        ("Three swing states support the bridge report.", ["indirect | - | the bridge report"]),
        ("The ''ruin'' stands.", []),
        ("''The bridge is a ruin,'' Nora Feldkamp said.", ["direct | Nora Feldkamp | ''The bridge is a ruin,''"]),
        (
            "The bridge, Nora Feldkamp said, a relic, will fall.",
            [
                "indirect | Nora Feldkamp | The bridge", "indirect | Nora Feldkamp | a relic, will fall",
            ]
        ),
        (
            "In a letter sent on Monday, Nora Feldkamp said the bridge is “doomed.”",
            [
                "mixed | Nora Feldkamp | the bridge is “doomed.”"
            ]
        ),
        ("I think the bridge is a ruin.", []),
        ("The report was dull, and the claim was old.", []),
        ("Nora Feldkamp never called.", []),
        ("The workers’ pay and the drivers’ pay are low.", []),
    ])
    func `who said what`(text: String, expected: [String]) throws {
        #expect(try WrittenArticle(text).analyzed().quoted == expected)
    }

    @Test func `the same speaker goes on after the cue`() throws {
        let result = try WrittenArticle("“It fell,” Nora Feldkamp said.", "“Nobody helped us at all.”").analyzed()
        #expect(
            result.quoted == [
                "direct | Nora Feldkamp | “It fell,”", "direct | Nora Feldkamp | “Nobody helped us at all.”",
            ]
        )
    }

    @Test func `she is the last woman who spoke`() throws {
        let result = try WrittenArticle(
            "Peter Holt listened.",
            "Anna Holt said the bridge was old.",
            "Nobody cared, she added."
        ).analyzed()
        #expect(result.quoted.last == "indirect | Anna Holt | Nobody cared")
        #expect(result.attributions?.last?.speaker?.span.map(result.words) == "she")
    }

    @Test func `a quotation that a paragraph leaves open goes on in the next`() throws {
        let result = try WrittenArticle([
            ["Nora Feldkamp said: “The bridge is old.", "It will fall."], ["“Then nobody will cross.”"],
            ["So it goes."],
        ]).analyzed()
        #expect(
            result.quoted == [
                "direct | Nora Feldkamp | “The bridge is old. It will fall.",
                "direct | Nora Feldkamp | “Then nobody will cross.”",
            ]
        )
    }

    @Test func `a nested quotation is part of the outer`() throws {
        let result = try WrittenArticle("“They ask me, ‘When will it fall?’” said Nora Feldkamp.").analyzed()
        #expect(result.quoted == ["direct | Nora Feldkamp | “They ask me, ‘When will it fall?’”"])
    }

    @Test func `the cue and the mention have spans`() throws {
        let result = try WrittenArticle("Nora Feldkamp came.", "Later Feldkamp said that it would fall.").analyzed()
        let attribution = try #require(result.attributions?.first)
        #expect(attribution.cue.map(result.words) == "said")
        #expect(attribution.speaker?.span.map(result.words) == "Feldkamp")
        #expect(attribution.speaker?.name == "Nora Feldkamp")
    }

    @Test func `a transcript ascribes paragraphs to the labels before them`() throws {
        let result = try WrittenArticle([
            ["Yesterday Nora Feldkamp met Paul Adler beside the river."], ["FELDKAMP: It is a ruin."],
            ["Nobody crosses it now."],
            ["ADLER: It stands."],
        ]).analyzed()
        #expect(
            result.quoted == [
                "direct | Nora Feldkamp | It is a ruin.", "direct | Nora Feldkamp | Nobody crosses it now.",
                "direct | Paul Adler | It stands.",
            ]
        )
    }

    @Test func `a paragraph after a colon is the speaker's`() throws {
        let result = try WrittenArticle([["Later Nora Feldkamp wrote:"], ["It is a ruin. It fell."], ["So it goes."]])
            .analyzed()
        #expect(result.quoted == ["direct | Nora Feldkamp | It is a ruin. It fell."])
    }

    @Test(arguments: [
        [["It said:", "“The bridge fell.” Nora Feldkamp wept."]], [["He called", ": the bridge."], [": “It fell.”"]],
        [["Nora Feldkamp said"], [": the bridge", "called:"], ["“:”"]], [["asked", ": Feldkamp."]],
        [["As Nora Feldkamp said,"]], [["Asked"], ["Noting that, she"], ["Nora Feldkamp praised"]],
    ])
    func `a sentence may end before a colon or after a verb`(paragraphs: [[String]]) throws {
        let result = try WrittenArticle(paragraphs).analyzed()
        #expect((result.attributions ?? []).allSatisfy { !$0.span.isEmpty })
    }
}
