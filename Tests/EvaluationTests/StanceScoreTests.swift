import Article
import Testing

@testable import Evaluation

@Suite struct StanceScoreTests {
    private static func pair(
        _ gold: Article.Label,
        _ predicted: Article.Label,
        _ confidence: Double = 1
    ) -> StanceScore.Pair {
        let rest = (1 - confidence) / 2
        let p = { (label: Article.Label) in label == predicted ? confidence : rest }
        return .init(gold: gold, predicted: .init(against: p(.against), neutral: p(.neutral), favor: p(.favor)))
    }

    /// Three of against (two found), two of neutral (one found), one of favor (found).
    private static let pairs = [
        pair(.against, .against), pair(.against, .against), pair(.against, .neutral), pair(.neutral, .neutral),
        pair(.neutral, .favor), pair(.favor, .favor),
    ]

    @Test func `the confusion table has a row for each gold label`() {
        #expect(StanceScore(Self.pairs).confusion == [[2, 1, 0], [0, 1, 1], [0, 0, 1]])
    }

    @Test func `precision, recall and F1 are those counted by hand`() throws {
        let score = StanceScore(Self.pairs)
        let against = try #require(score.labels[.against])
        #expect(against.precision.value == 1)
        #expect(against.recall.value == 2.0 / 3)
        #expect(against.f1.value == 0.8)
        #expect(against.support == 3)
        #expect(score.labels[.neutral]?.f1.value == 0.5)
        #expect(score.labels[.favor]?.f1.value == 2.0 / 3)
        #expect(abs(score.macroF1.value - (0.8 + 0.5 + 2.0 / 3) / 3) < 1e-12)
        #expect(abs(score.polarF1.value - (0.8 + 2.0 / 3) / 2) < 1e-12)
        #expect(score.accuracy.value == 4.0 / 6)
    }

    @Test func `the calibration error is how far confidence and accuracy are apart, bin by bin`() {
        // Ten of confidence 0.8 of which five hit: |0.5 − 0.8|. Ten of confidence 0.5 of which five hit: 0.
        let sure = (0..<10).map { Self.pair($0 < 5 ? .favor : .against, .favor, 0.8) }
        let unsure = (0..<10).map { Self.pair($0 < 5 ? .favor : .against, .favor, 0.5) }
        #expect(abs(StanceScore(sure).calibrationError.value - 0.3) < 1e-12)
        #expect(abs(StanceScore(unsure).calibrationError.value) < 1e-12)
        #expect(abs(StanceScore(sure + unsure).calibrationError.value - 0.15) < 1e-12)
        #expect(StanceScore(Self.pairs).calibrationError.value == 2.0 / 6)
    }

    @Test func `intervals hold the value, come again with the seed, and narrow with more pairs`() {
        let few = StanceScore(Self.pairs, seed: 7)
        let many = StanceScore((0..<50).flatMap { _ in Self.pairs }, seed: 7)
        #expect(few.macroF1.interval.contains(few.macroF1.value))
        #expect(few == StanceScore(Self.pairs, seed: 7))
        #expect(few != StanceScore(Self.pairs, seed: 8))
        let width = { (estimate: StanceScore.Estimate) in estimate.interval.upperBound - estimate.interval.lowerBound }
        // A proportion of 2/3 among 300 has a standard error of 0.0272, so its interval is about 0.107 wide.
        #expect(abs(width(many.accuracy) - 0.107) < 0.015)
        #expect(width(many.accuracy) < width(few.accuracy))
    }

    @Test func `perfect predictions have 1 throughout`() {
        let score = StanceScore(Article.Label.allCases.map { Self.pair($0, $0) })
        #expect(score.macroF1.value == 1 && score.accuracy.value == 1 && score.calibrationError.value == 0)
    }

    @Test func `no pairs give zeros, not a crash`() {
        let score = StanceScore([])
        #expect(score.count == 0 && score.macroF1.value == 0 && score.accuracy.interval == 0...0)
    }

    @Test func `parts are scored by kind, quotation marks and number of targets`() {
        var pairs = Self.pairs
        pairs[0].kind = "person"
        pairs[1].hasQuotes = true
        pairs[2].targets = 2
        pairs[3].targets = 7
        let counts = StanceSubsets.scores(of: pairs).map { "\($0.name) \($0.score.count)" }
        #expect(
            counts == [
                "kind_person 1", "without_quotes 5", "with_quotes 1", "one_target 4", "two_targets 1",
                "three_or_more_targets 1",
            ]
        )
    }
}
