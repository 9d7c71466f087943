import Article
import Testing

@testable import Evaluation

@Suite struct ReadingScoreTests {
    private static let text = "The old bridge fell. Ann Holt said it was a ruin."

    private static func article(_ stances: [(String, Article.Label, Article.Holder)]) -> Article {
        var article = Article(id: "a", source: .init(contentType: "text/plain", bytes: 0, sha256: ""), text: text)
        article.blocks = [.init(.paragraph, ScalarSpan(0, 50))]
        article.sentences = [.init(ScalarSpan(0, 20), block: 0), .init(ScalarSpan(21, 50), block: 0)]
        article.stances = stances.map { words, label, holder in
            let start = text.prefix(upTo: text.firstRange(of: words)!.lowerBound).unicodeScalars.count
            return Article.Stance(
                sentence: start < 21 ? 0 : 1,
                target: "t",
                span: ScalarSpan(start, start + words.unicodeScalars.count),
                holder: holder,
                probabilities: .init(
                    against: label == .against ? 1 : 0,
                    neutral: label == .neutral ? 1 : 0,
                    favor: label == .favor ? 1 : 0
                )
            )
        }
        return article
    }

    private static let marks = [
        ReadingMark(fragment: "fell", mention: "The old bridge", label: .against, holder: "author"),
        ReadingMark(fragment: "was a ruin", mention: "it", label: .against, holder: "Ann Holt"),
    ]

    @Test func `a mark is found where a stance has the word that carries it`() throws {
        let article = Self.article([("bridge", .against, .author), ("it", .favor, .quoted(name: "Holt"))])
        let outcomes = try ReadingScore(article, marks: Self.marks).outcomes
        #expect(outcomes.map(\.isFound) == [true, true])
        #expect(outcomes.map(\.isHolderRight) == [true, true])
        #expect(outcomes.map(\.isAllRight) == [true, false])
        let figures = ReadingReport([outcomes]).figures
        #expect(figures.first { $0.name == "all_right" }?.value == 0.5)
        #expect(figures.first { $0.name == "all_right_quoted" }?.count == 1)
    }

    @Test func `the words beside the noun are not enough, nor is another holder`() throws {
        let article = Self.article([("old", .against, .author), ("it", .against, .author)])
        let outcomes = try ReadingScore(article, marks: Self.marks).outcomes
        #expect(outcomes.map(\.isFound) == [false, true])
        #expect(outcomes.map(\.isHolderRight) == [false, false])
    }

    @Test func `a speaker without a name is right for those who have none`() throws {
        let article = Self.article([("bridge", .against, .quoted(name: nil))])
        for (holder, isRight) in [
            ("Opponents", true), ("The general staff", true), ("Ann Holt", false), ("author", false),
        ] {
            let mark = ReadingMark(fragment: "fell", mention: "bridge", label: .against, holder: holder)
            #expect(try ReadingScore(article, marks: [mark]).outcomes[0].isHolderRight == isRight, "\(holder)")
        }
    }

    @Test(arguments: [("flew", "bridge"), ("a", "bridge"), ("fell", "dam"), ("fell", "ridge")])
    func `a mark that does not fit the text is an error`(fragment: String, mention: String) {
        let mark = ReadingMark(fragment: fragment, mention: mention, label: .favor, holder: "author")
        #expect(throws: ReadingError.self) { try ReadingScore(Self.article([]), marks: [mark]) }
    }

    @Test func `marks are read line by line`() throws {
        let table = "# a remark\nfell\tbridge\tagainst\tauthor\n\n"
        #expect(try ReadingMark.marks(table).map(\.mention) == ["bridge"])
        let error = #expect(throws: ReadingError.self) { try ReadingMark.marks("\na\tb\tc\td") }
        #expect(error?.description == "2: \"c\" is no label; expected against, neutral or favor")
        #expect(throws: ReadingError.self) { try ReadingMark.marks("a\tb\tfavor") }
    }
}
