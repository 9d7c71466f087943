import Article
import Testing

@testable import Stance

/// Targets that are no names. The scorer calls everything praised, so that what is found is told whatever its words are.
@Suite struct ReferenceTests {
    private struct Praise: StanceScorer {
        let model = "praise"

        func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]] {
            sentences.map { $0.targets.map { _ in .init(against: 0, neutral: 0, favor: 1) } }
        }
    }

    private func mentions(_ sentences: [String], _ scorer: any StanceScorer = Praise()) throws -> [String] {
        let result = try StanceStage(scorer: scorer).process(WrittenArticle([sentences]).article)
        return (result.stances ?? []).map { "\($0.target): \(result.words($0.span))" }
    }

    @Test(arguments: [
        (["The accord was signed on Monday.", "It is thin."], ["accord: accord", "accord: It"]),
        (["Then Nora Feldkamp spoke.", "They trust her."], ["nora-feldkamp: Nora Feldkamp", "nora-feldkamp: her"]),
        (["Then Nora Feldkamp defended her remedy."], ["nora-feldkamp: Nora Feldkamp", "remedy: remedy"]),
        (
            ["We praised President Ola Brandvik.", "The president slept."],
            ["ola-brandvik: Ola Brandvik", "ola-brandvik: president"]
        ),
        (["The deal failed.", "This accord was bad."], ["deal: deal", "deal: accord"]),
        (
            ["The health minister met the prime minister."],
            ["health-minister: health minister", "prime-minister: prime minister"]
        ),
        (
            ["The border plan failed.", "The new border plan failed."],
            ["border-plan: border plan", "border-plan: new border plan"]
        ),
        (["The summit failed.", "We left the summit circus."], ["summit: summit", "summit: summit circus"]),
        (["There is no treaty."], ["treaty: treaty"]), (["She is no saint."], []),
        (["They pity the wounded."], ["wounded: wounded"]), (["It kept the promised “dam”."], []),
        (["It is clear that nothing works."], []),
        (["Ministers must act."], ["ministers: Ministers"]),
        (["They rely on verification."], ["verification: verification"]),
        (["Bring Back the Night Train Before Winter"], ["night-train: Night Train"]),
        (["Then UN sanctions were lifted."], ["un: UN", "sanctions: sanctions"]),
        (["Sanctions on them must stay."], ["sanctions: Sanctions", "sanctions: them"]),
        (["We crossed the Karsk bridge slowly."], ["karsk: Karsk", "bridge: bridge"]),
        (["Then Karsk promises much."], ["karsk: Karsk"]),
        (["It pleased the exiles’ council."], ["exiles: exiles", "council: council"]),
        (["They want targeted, hard sanctions."], ["sanctions: sanctions"]),
        (["We pity North Koreans and the Kurds."], ["north-koreans: North Koreans", "kurds: Kurds"]),
        (["The other four oblige nobody."], []),
        (["This means nothing, and few promised more."], []),
        (["They met the very same minister."], ["minister: minister"]),
        (["Nobody slept on the last day of the week."], []),
    ])
    func `nouns and pronouns are found`(sentences: [String], expected: [String]) throws {
        #expect(try mentions(sentences) == expected)
    }

    @Test func `what nobody takes a stance toward is no target unless it is a name`() throws {
        let found = try mentions(["The accord was signed by Nora Feldkamp.", "It is thin."], NeutralScorer())
        #expect(found == ["nora-feldkamp: Nora Feldkamp"])
    }

    @Test(arguments: [
        ("There is no evidence that the summit helped.", "author"),
        ("It is right to say that the summit helped.", "author"),
        ("Swings between blame and praise reveal what the summit did.", "author"),
        ("Everybody knows what the summit did.", "author"), ("I believe that the summit helped.", "author"),
        ("Critics say that the summit helped.", "somebody"),
    ])
    func `what nobody reports is the author's`(sentence: String, holder: String) throws {
        let article = try StanceStage(scorer: Praise()).process(WrittenArticle([[sentence]]).article)
        let stance = try #require(article.stances?.last { article.words($0.span) == "summit" })
        switch stance.holder {
        case .author: #expect(holder == "author")
        case .quoted(let name): #expect(name ?? "somebody" == holder)
        }
    }

    @Test func `thousands of things and speakers are done`() throws {
        let sentences = (0..<2_000).map { "The minister\($0 % 700) of the accord said it was a ruin\($0) for them." }
        let result = try StanceStage(scorer: NeutralScorer()).process(WrittenArticle(sentences.map { [$0] }).article)
        #expect(result.sentences?.count == 2_000)
    }
}
