import Article
import Testing

@testable import Stance

@Suite struct PartialPoolingTests {
    private static let unsure = Article.Probabilities(against: 0.35, neutral: 0.2, favor: 0.45)
    private static let against = Article.Probabilities(against: 0.9, neutral: 0.05, favor: 0.05)

    private static func mention(
        _ sentence: Int,
        _ probabilities: Article.Probabilities,
        entity: Int = 0,
        holder: Article.Holder = .author
    ) -> ScoredMention {
        ScoredMention(
            mention: Mention(span: ScalarSpan(sentence, sentence + 1), tokens: sentence..<sentence + 1, entity: entity),
            sentence: sentence,
            holder: holder,
            probabilities: probabilities
        )
    }

    private static func pooled(_ mentions: [ScoredMention]) -> [Article.Probabilities] {
        var mentions = mentions
        PartialPooling.pool(&mentions)
        return mentions.map(\.probabilities)
    }

    @Test func `an unclear sentence follows the clear ones about the same target`() {
        let pooled = Self.pooled([0, 1, 2].map { Self.mention($0, Self.against) } + [Self.mention(3, Self.unsure)])
        #expect(pooled.map(\.label) == [.against, .against, .against, .against])
        #expect(pooled.allSatisfy { abs($0.against + $0.neutral + $0.favor - 1) < 1e-12 })
    }

    @Test func `a clear sentence stays as it is among others`() {
        let favor = Article.Probabilities(against: 0.04, neutral: 0.06, favor: 0.9)
        let pooled = Self.pooled([0, 1, 2, 3].map { Self.mention($0, Self.against) } + [Self.mention(4, favor)])
        #expect(pooled.last?.label == .favor)
    }

    @Test(arguments: [
        mention(0, against), mention(1, against, entity: 1), mention(1, against, holder: .quoted(name: "Ann")),
    ])
    func `other targets, other holders and the same sentence say nothing`(other: ScoredMention) {
        #expect(Self.pooled([other, Self.mention(0, Self.unsure)]).last == Self.unsure)
    }

    @Test func `certainty is never overruled`() {
        let certain = Article.Probabilities(against: 0, neutral: 1, favor: 0)
        #expect(Self.pooled([Self.mention(0, Self.against), Self.mention(1, certain)]).last == certain)
    }
}
