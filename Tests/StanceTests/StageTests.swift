import Article
import Testing

@testable import Stance

@Suite struct StageTests {
    private static let bridge = [
        ["Nora Feldkamp has ruined the bridge with reckless greed.", "Her deputy, Paul Adler, is an honest man."],
        ["One engineer, Jonas Weidt, called the contract “a disgrace.”", "Feldkamp is a liar, Weidt said."],
    ]

    @Test func `the author and the quoted are told apart`() throws {
        let result = try WrittenArticle(Self.bridge).analyzed()
        let named = ["nora-feldkamp", "paul-adler", "jonas-weidt", "contract"]
        let lines = (result.stances ?? []).filter { named.contains($0.target) }.map {
            "\($0.sentence) \($0.target) \(name($0.holder)) \($0.label)"
        }
        #expect(
            lines == [
                "0 nora-feldkamp author against", "1 paul-adler author favor", "2 jonas-weidt author neutral",
                "2 contract Jonas Weidt against", "3 nora-feldkamp Jonas Weidt against", "3 jonas-weidt author neutral",
            ]
        )
    }

    private func name(_ holder: Article.Holder) -> String {
        switch holder {
        case .author: "author"
        case .quoted(let name): name ?? "-"
        }
    }

    @Test func `what one voice says is no stance of another`() throws {
        let result = try WrittenArticle(
            "Jonas Weidt, once an aide to Paul Adler, said Nora Feldkamp ruined the bridge: “She is a liar and a fraud.”"
        ).analyzed()
        let named = (result.stances ?? []).filter { !["bridge", "aide"].contains($0.target) }
        #expect(named.map(\.target) == ["jonas-weidt", "paul-adler", "nora-feldkamp", "nora-feldkamp"])
        #expect(named.map(\.label) == [.neutral, .neutral, .against, .against])
        #expect(named.suffix(2).allSatisfy { $0.holder == .quoted(name: "Jonas Weidt") })
    }

    @Test func `an article that is nothing but names is refused`() throws {
        let article = WrittenArticle(Self.bridge).article
        #expect(try StanceStage(maximumMentions: 6).process(article).stances?.count == 6)
        let error = #expect(throws: StageError.self) { try StanceStage(maximumMentions: 5).process(article) }
        #expect(
            error?.description
                == "too_many_mentions: the article mentions targets 6 times; at most 5 are taken; split it"
        )
    }

    @Test func `the summary has a line for each target and holder`() throws {
        let summary = try #require(try WrittenArticle(Self.bridge).analyzed().summary)
        let feldkamp = summary.filter { $0.target == "nora-feldkamp" }
        #expect(feldkamp.map { name($0.holder) } == ["author", "Jonas Weidt"])
        #expect(feldkamp.map(\.label) == [.against, .against])
        #expect(feldkamp.map(\.sentences) == [[0], [3]])
        #expect(feldkamp.map(\.count) == [1, 1])
        for line in summary {
            #expect(line.interval.contains(line.score))
            #expect(line.interval.lowerBound >= -1 && line.interval.upperBound <= 1)
        }
    }

    @Test func `overall is the mean over all who take a stance`() throws {
        let stances = [(Article.Holder.author, 0.0), (.quoted(name: "A"), 0.9), (.quoted(name: nil), 0.3)].map {
            holder,
            favor in
            Article.Stance(
                sentence: 0,
                target: "t",
                span: ScalarSpan(0, 1),
                holder: holder,
                probabilities: .init(against: 0, neutral: 1 - favor, favor: favor)
            )
        }
        let overall = try #require(StanceSummary.overall(of: stances)["t"])
        #expect(abs(overall.score - 0.4) < 1e-9 && overall.count == 3 && overall.label == .favor)
        let result = try WrittenArticle("Nora Feldkamp is a hero.", "“Feldkamp lied,” Paul Adler said.").analyzed()
        #expect(result.targets?.first?.overall?.count == 2)
    }

    @Test func `many stances of one mind have a narrow interval`() throws {
        let stance = { (index: Int) in
            Article.Stance(
                sentence: index,
                target: "t",
                span: ScalarSpan(0, 1),
                holder: .author,
                probabilities: .init(against: 0.9, neutral: 0.1, favor: 0)
            )
        }
        let target = [Article.Target(id: "t", name: "T", kind: "person")]
        let one = StanceSummary.summaries(of: [stance(0)], targets: target)[0]
        let many = StanceSummary.summaries(of: (0..<100).map(stance), targets: target)[0]
        // The variance of one draw is 0.9 − 0.81 = 0.09, so the margin of a hundred is 1.96 · 0.3 / 10.
        #expect(abs(many.interval.upperBound - (-0.9 + 0.0588)) < 0.03)
        #expect(one.interval == -1...0)
        #expect(many.sentences == [0, 1, 2])
    }

    @Test(arguments: [(-0.2, Article.Label.neutral), (-0.4, .against), (0.2, .favor)])
    func `an author is called against only where the words are plainly so`(score: Double, label: Article.Label) {
        let probabilities = Article.Probabilities(
            against: max(0, -score),
            neutral: 1 - abs(score),
            favor: max(0, score)
        )
        let stance = { (holder: Article.Holder) in
            Article.Stance(
                sentence: 0,
                target: "t",
                span: ScalarSpan(0, 1),
                holder: holder,
                probabilities: probabilities
            )
        }
        let target = [Article.Target(id: "t", name: "T", kind: "person")]
        let summary = StanceSummary.summaries(of: [stance(.author), stance(.quoted(name: "A"))], targets: target)
        #expect(summary[0].label == label)
        #expect(summary[1].label == (score < 0 ? .against : .favor))
    }

    @Test func `an article without sentences is refused`() {
        let article = Article(id: "a", source: .init(contentType: "text/plain", bytes: 0, sha256: ""), text: "Hi.")
        let error = #expect(throws: StageError.self) { try StanceStage().process(article) }
        #expect(error?.code == "no_sentences")
    }

    @Test func `captions and other boilerplate take no part`() throws {
        let result = try WrittenArticle([["Nora Feldkamp is a liar."]], kind: .caption).analyzed()
        #expect(result.targets?.isEmpty == true)
        #expect(result.stances?.isEmpty == true)
        #expect(result.summary?.isEmpty == true)
    }

    @Test func `running the stage again changes nothing`() throws {
        let once = try WrittenArticle(Self.bridge).analyzed()
        #expect(try StanceStage().process(once) == once)
    }

    @Test func `the result survives its JSON`() throws {
        let result = try WrittenArticle(Self.bridge).analyzed()
        let read = try Article(encoded: result.encoded())
        #expect(read.attributions == result.attributions)
        #expect(read.summary?.count == result.summary?.count)
    }

    @Test func `a sentence of any length is done in pieces, with its own index`() throws {
        let long = String(repeating: "and so it went ", count: 300) + "until Nora Feldkamp came."
        let result = try WrittenArticle("Short.", long).analyzed()
        #expect(result.stances?.map(\.sentence) == [1])
    }

    @Test func `overlapping and disordered sentences do no harm`() throws {
        var article = WrittenArticle(Self.bridge).article
        let count = article.text.unicodeScalars.count
        article.sentences = [
            .init(ScalarSpan(90, count), block: 1), .init(ScalarSpan(0, 100), block: 0),
            .init(ScalarSpan(5, 5), block: 0),
        ]
        let result = try StanceStage().process(article)
        #expect(result.stances?.contains { $0.target == "nora-feldkamp" } == true)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `any text is done without a crash, with spans inside it`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let pieces = [
            "“", "”", "\"", "'", "’", "‘", "said", "Nora", "Holt", ",", ".", "according", "to", "called", "the", "a",
            "U.S.", "that", "claim", ":", "he", "é", "🙂", "not", "and", "7", "-", "’s", "who", "told", "\u{301}",
        ]
        let paragraphs = (0..<20).map { _ in
            (0..<3).map { _ in
                (0..<Int(random.next() % 14 + 1)).map { _ in pieces[Int(random.next() % 31)] }.joined(separator: " ")
            }
        }
        let result = try WrittenArticle(paragraphs).analyzed()
        let end = result.text.unicodeScalars.count
        let spans = (result.attributions ?? []).map(\.span) + (result.stances ?? []).map(\.span)
        #expect(spans.allSatisfy { $0.end <= end && !$0.isEmpty }, "seed \(seed)")
    }
}

/// SplitMix64 (Steele, Lea & Flood 2014): a small generator with a seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
