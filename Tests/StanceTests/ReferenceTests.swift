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
        (["It is clear that nothing works."], []),
        (["Ministers must act."], ["ministers: Ministers"]),
        (["They put faith in verification."], ["verification: verification"]),
        (["Nobody slept on the last day of the week."], []),
    ])
    func `nouns and pronouns are found`(sentences: [String], expected: [String]) throws {
        #expect(try mentions(sentences) == expected)
    }

    @Test func `what nobody takes a stance toward is no target unless it is a name`() throws {
        let found = try mentions(["The accord was signed by Nora Feldkamp.", "It is thin."], NeutralScorer())
        #expect(found == ["nora-feldkamp: Nora Feldkamp"])
    }

    @Test func `thousands of things and speakers are done`() throws {
        let sentences = (0..<2_000).map { "The minister\($0 % 700) of the accord said it was a ruin\($0) for them." }
        let result = try StanceStage(scorer: NeutralScorer()).process(WrittenArticle(sentences.map { [$0] }).article)
        #expect(result.sentences?.count == 2_000)
    }
}
