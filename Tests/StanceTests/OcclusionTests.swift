import Article
import Testing

@testable import Stance

@Suite struct OcclusionTests {
    @Test func `the words that carried a stance are told, the heaviest first`() throws {
        let article = try WrittenArticle("It rained.", "Nora Feldkamp is a corrupt and awkward woman.").analyzed()
        let words = Occlusion(LexiconScorer()).words(of: article)
        #expect(article.stances?.first?.target == "nora-feldkamp")
        #expect(words[0].map { article.words($0.span) }.prefix(2) == ["corrupt", "awkward"])
        #expect(words[0][0].weight > words[0][1].weight && words[0][1].weight >= Occlusion.leastWeight)
    }

    @Test func `the words are those of each target of a sentence`() throws {
        let article = try WrittenArticle("Yesterday the liar Paul Adler slept, but the honest Nora Feldkamp worked.")
            .analyzed()
        let words = Occlusion(LexiconScorer()).words(of: article)
        let heaviest = zip(article.stances ?? [], words).compactMap { stance, words in
            words.first.map { "\(stance.target): \(article.words($0.span))" }
        }
        #expect(
            heaviest.filter { $0.hasPrefix("paul") || $0.hasPrefix("nora") } == [
                "paul-adler: liar", "nora-feldkamp: honest",
            ]
        )
    }

    @Test func `sentences that stances do not lie in do no harm`() throws {
        var article = try WrittenArticle("Nora Feldkamp is a liar.").analyzed()
        article.sentences = [.init(ScalarSpan(20, 24), block: 0)]
        #expect(Occlusion(LexiconScorer()).words(of: article).allSatisfy { $0.isEmpty })
    }
}
