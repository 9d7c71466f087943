import Article
import Testing

@testable import Evaluation

@Suite struct PhraseScoreTests {
    /// Spans of `words` in `sentence`, each the first place where they stand.
    private func spans(_ words: [String], in sentence: String) throws -> [ScalarSpan] {
        try words.map { words in
            let range = try #require(sentence.firstRange(of: words))
            let start = sentence.unicodeScalars.distance(from: sentence.startIndex, to: range.lowerBound)
            return ScalarSpan(start, start + words.unicodeScalars.count)
        }
    }

    private func score(_ sentence: String, marks: [String], phrases: [String]) throws -> PhraseScore {
        PhraseScore(
            ScalarText(sentence),
            marks: try spans(marks, in: sentence),
            phrases: try spans(phrases, in: sentence)
        )
    }

    @Test func `a phrase inside a mark is right, and others are too much`() throws {
        let score = try score("The old dam feeds a mill.", marks: ["The old dam"], phrases: ["dam", "mill"])
        #expect((score.marks, score.marksFound, score.phrases, score.phrasesRight) == (1, 1, 2, 1))
        #expect((score.precision, score.recall) == (0.5, 1))
    }

    @Test func `names and pronouns do not count`() throws {
        let score = try score(
            "The Selmark dam hurt Nora, and it fell.",
            marks: ["The Selmark dam", "Nora", "it"],
            phrases: ["dam"]
        )
        #expect((score.marks, score.phrases) == (0, 0))
    }

    @Test func `a phrase longer than its mark is wrong`() throws {
        let score = try score("Two guards hit walls.", marks: ["Two guards"], phrases: ["guards hit"])
        #expect((score.marksFound, score.phrasesRight, score.f1) == (0, 0, 0))
    }

    @Test func `figures are of all sentences`() throws {
        let all = [
            try score("The dam fell.", marks: ["The dam"], phrases: ["dam"]),
            try score("The mill fell.", marks: ["The mill"], phrases: []),
        ]
        let figures = PhraseScore.figures(all)
        #expect(figures.map(\.name) == ["precision", "recall", "f1"])
        #expect(figures[1].value == 0.5 && figures[1].interval == 0...1)
    }
}
