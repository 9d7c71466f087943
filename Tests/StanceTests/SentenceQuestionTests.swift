import Article
import Testing

@testable import Stance

/// Answers with what it was asked: how long the sentence before and the sentence are.
private struct Echo: StanceScorer {
    let model = "echo"

    func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]] {
        sentences.map { sentence in
            sentence.targets.map {
                let previous = sentence.previous.map { text[$0].unicodeScalars.count } ?? -1
                return Article.Probabilities(
                    against: Double(previous),
                    neutral: Double(sentence.span.count),
                    favor: text[$0] == "Zoë" ? 1 : 0
                )
            }
        }
    }
}

@Suite struct SentenceQuestionTests {
    @Test func `questions keep their own text, targets and sentence before`() {
        let answers = Echo().score([
            SentenceQuestion("Zoë won.", targets: [ScalarSpan(0, 3), ScalarSpan(4, 7)]),
            SentenceQuestion("So did Zoë.", targets: [ScalarSpan(7, 10)], previous: "Éva lost."),
            SentenceQuestion("Nobody.", targets: []),
        ])
        #expect(answers.map { $0.map(\.against) } == [[-1, -1], [9], []])
        #expect(answers.map { $0.map(\.neutral) } == [[8, 8], [11], []])
        #expect(answers.map { $0.map(\.favor) } == [[1, 0], [1], []])
    }

    @Test func `the stage hands each sentence over with the one before it`() throws {
        let article = WrittenArticle([["Nora Feldkamp won.", "It rained."], ["Peter Holt smiled."]]).article
        let result = try StanceStage(scorer: Echo()).process(article)
        #expect(result.stances?.map(\.probabilities.against) == [-1, 10])
    }
}
