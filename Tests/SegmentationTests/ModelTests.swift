import Testing

@testable import Segmentation

@Suite struct `The model` {
    private func decisions(_ text: String, usesModel: Bool = true) -> [BoundaryDecision] {
        SentenceSegmenter(usesModel: usesModel).explain(text)
    }

    @Test func `is not asked where the rules are sure`() {
        #expect(
            decisions("Mr. Okafor left. Nobody clapped.").map(\.description) == [
                "3 goes on: title before a name", "16 ends: terminator", "32 ends: end of text",
            ]
        )
    }

    @Test func `is asked where a small letter follows, and tells what weighed how much`() throws {
        let decision = try #require(decisions("really great place! they fixed my roof in a day").first)
        #expect(decision.rule == .lowerCase)
        #expect(decision.endsSentence)
        let score = try #require(decision.score)
        let sum = decision.reasons.reduce(BoundaryModel.prior(of: .lowerCase)) { $0 + $1.weight }
        #expect(score > BoundaryModel.margin)
        #expect(abs(sum - score) < 0.001)
        #expect(decision.description.hasPrefix("19 ends: lower case follows; model +"))
    }

    @Test(arguments: [
        "The mill was sold to its president Ivo Six, who closed it.", "They saw Tarn's “Water For Nothing” there.",
        "“The dam … You know the rest,” Gov. Solis said.", "“We … we know the rest,” he said.",
        "It was between the U. S. and all others.", "The film Panic! opened.", "They moved.Then they left.",
        "nobody came. they were all at home.",
    ])
    func `is not asked where it errs no less than the rules`(_ text: String) {
        #expect(decisions(text).allSatisfy { $0.score == nil })
    }

    @Test func `can be left out`() {
        let text = "really great place! they fixed my roof in a day"
        #expect(split(text).count == 2)
        #expect(split(text, usesModel: false) == [text])
        #expect(decisions(text, usesModel: false).allSatisfy { $0.score == nil })
    }

    @Test func `needs more than a hint to overrule a rule`() {
        #expect(!BoundaryModel.endsSentence(1.4, .lowerCase, .none))
        #expect(BoundaryModel.endsSentence(1.6, .lowerCase, .none))
        #expect(BoundaryModel.endsSentence(-1.4, .terminator, .none))
        #expect(!BoundaryModel.endsSentence(-1.6, .terminator, .none))
        #expect(BoundaryModel.endsSentence(0.1, .noMark, .mail))
    }

    @Test func `has a weight for every feature`() {
        let weights = LanguageRules.englishModel.weights
        #expect(weights.utf8CodeUnitCount == FeatureList.space)
        let bytes = UnsafeBufferPointer(start: weights.utf8Start, count: weights.utf8CodeUnitCount)
        #expect(bytes.allSatisfy { (40...120).contains($0) && $0 != 92 })
        #expect(bytes.contains { $0 != BoundaryModel.zero })
    }

    @Test func `gives every place it is asked about to training, with what it sees there`() {
        let candidates = SentenceSegmenter().candidates("really great place! they fixed my roof in a day")
        #expect(candidates.map(\.offset) == [19])
        #expect(candidates.map(\.prior) == [-BoundaryModel.prior])
        #expect(candidates.allSatisfy { $0.indices.count == 20 && $0.indices.allSatisfy { $0 < FeatureList.space } })
    }

    @Test(arguments: ["es", "sv"])
    func `is there for English only`(_ language: String) {
        #expect(SentenceSegmenter(language: language).rules.model == nil)
    }
}
