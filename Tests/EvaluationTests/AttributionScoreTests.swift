import Article
import Testing

@testable import Evaluation

@Suite struct AttributionScoreTests {
    private static let text = ScalarText("aaaa bbbb\ncc dd")
    private static let units = [ScalarSpan(0, 9), ScalarSpan(10, 15)]

    private static func score(_ gold: [ScalarSpan], _ predicted: [ScalarSpan]) -> AttributionScore {
        AttributionScore(text, sentences: units, gold: gold, predicted: predicted)
    }

    @Test func `a sentence counts where half of its characters do, without white space`() {
        #expect(Self.score([ScalarSpan(0, 4)], [ScalarSpan(0, 3)]).sentences == .init(found: 0, added: 0, missed: 1))
        #expect(Self.score([ScalarSpan(0, 5)], [ScalarSpan(5, 9)]).sentences == .init(found: 1, added: 0, missed: 0))
        #expect(Self.score([], [ScalarSpan(9, 12)]).sentences == .init(found: 0, added: 1, missed: 0))
    }

    @Test func `characters count once, whoever says them twice`() {
        let score = Self.score([ScalarSpan(0, 6)], [ScalarSpan(3, 9), ScalarSpan(4, 9)])
        #expect(score.characters == .init(found: 2, added: 3, missed: 3))
        #expect(score.characters.f1 == 0.4)
    }

    @Test func `what ends beyond the text is cut`() {
        #expect(Self.score([], [ScalarSpan(13, 99), ScalarSpan(90, 99)]).characters.added == 2)
    }

    @Test func `documents are added up, and the interval holds the figure`() throws {
        let right = Self.score([ScalarSpan(0, 9)], [ScalarSpan(0, 9)])
        let wrong = Self.score([ScalarSpan(0, 9)], [])
        let report = AttributionReport(documents: [right, right, wrong])
        let f1 = try #require(report.figures.first { $0.name == "sentence_f1" })
        #expect(report.score.documents == 3)
        #expect(f1.value == 0.8)
        #expect(f1.interval.lowerBound < 0.8 && f1.interval.upperBound == 1)
        #expect(report == AttributionReport(documents: [right, right, wrong]))
    }
}
