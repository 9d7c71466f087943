import Article
import Testing

@testable import Stance

@Suite struct TargetTests {
    @Test(arguments: [
        ("The mayor met Nora Feldkamp on Tuesday.", ["Nora Feldkamp: person"]),
        (
            "Nothing came of it, President Ola Brandvik told Parliament.",
            ["Ola Brandvik: person", "Parliament: organization"]
        ),
        (
            "He left for Norway and then for the University of Tromso.",
            ["Norway: place", "University of Tromso: organization"]
        ),
        ("A report by Maria de la Cruz arrived in Vienna.", ["Maria de la Cruz: person", "Vienna: place"]),
        ("The Russian and two South Koreans left in March.", []),
        ("Meanwhile, nobody spoke.", []),
        ("See Article 7 and Game 3.", []),
        ("They fear US-South Korea drills.", ["US: place", "South Korea: place"]),
        ("She asked George W. Bush for help.", ["George W. Bush: person"]),
    ])
    func `names have their kinds and other capitals are no names`(text: String, expected: [String]) throws {
        #expect(try WrittenArticle(text).analyzed().cast == expected)
    }

    @Test func `a surname alone is the person whose full name the article gives`() throws {
        let result = try WrittenArticle(
            "Yesterday Nora Feldkamp resigned.",
            "Nobody misses Feldkamp’s speeches.",
            "The Feldkamp years are over."
        ).analyzed()
        #expect(result.cast == ["Nora Feldkamp: person"])
        #expect(result.stances?.map { result.words($0.span) } == ["Nora Feldkamp", "Feldkamp", "Feldkamp"])
        #expect(result.stances?.map(\.target) == ["nora-feldkamp", "nora-feldkamp", "nora-feldkamp"])
    }

    @Test func `a family name that comes first is the short form`() throws {
        let result = try WrittenArticle("Then Kim Sol Hui spoke.", "They distrust the Kim regime.").analyzed()
        #expect(result.cast == ["Kim Sol Hui: person", "regime: issue"])
        #expect(result.stances?.map(\.target) == ["kim-sol-hui", "kim-sol-hui", "regime"])
    }

    @Test func `of two persons with one surname the one named last is meant`() throws {
        let result = try WrittenArticle(
            "Here came Anna Holt.",
            "Then Holt sang.",
            "Here came Peter Holt.",
            "Then Holt danced."
        ).analyzed()
        #expect(result.stances?.map(\.target) == ["anna-holt", "anna-holt", "peter-holt", "peter-holt"])
    }

    @Test func `headlines give no names, but names are found in them`() throws {
        let title = WrittenArticle([["Great Feldkamp Bridge to Be Rebuilt"], ["Later Nora Feldkamp wept."]])
        let result = try title.analyzed()
        #expect(result.cast == ["Nora Feldkamp: person", "Bridge: issue"])
        #expect(result.stances?.map(\.sentence) == [0, 0, 1])
    }

    @Test func `identifiers are unique`() throws {
        let catalog = TargetCatalog([
            .init(name: "Dam", kind: "issue", aliases: ["Weir"]),
            .init(name: "dam!", kind: "event", aliases: ["Sluice"]),
        ])
        let result = try WrittenArticle("We saw the Weir and the Sluice.").analyzed(catalog)
        #expect(result.targets?.map(\.id) == ["dam", "dam-2"])
    }

    @Test(arguments: [
        ("Kim Jong Un", "kim-jong-un"), ("U.S. Army", "us-army"), ("Åse O’Neill", "åse-oneill"), ("—", "target"),
    ])
    func `an identifier is the name in lower case with hyphens`(name: String, slug: String) {
        #expect(TargetList.slug(name) == slug)
    }

    @Test func `the configuration adds issues in small letters and kinds`() throws {
        let catalog = TargetCatalog([
            .init(name: "tolls", kind: "issue", aliases: ["bridge toll"]), .init(name: "Marren", kind: "club"),
        ])
        let result = try WrittenArticle("Tolls are theft.", "The Bridge toll angers Marren.").analyzed(catalog)
        #expect(result.cast == ["tolls: issue", "Marren: club"])
        #expect(result.stances?.map { result.words($0.span) } == ["Tolls", "Bridge toll", "Marren"])
    }

    @Test func `a thousand names and ten thousand words are done`() throws {
        let sentences = (0..<2000).map { "Then Xa\($0 % 26)b Zorvik\($0) praised “the long quotation of Zorvik\($0)." }
        let result = try WrittenArticle(sentences.map { [$0] }).analyzed()
        #expect((result.targets ?? []).count { $0.kind != "issue" } <= Cast.mostEntities)
    }
}
