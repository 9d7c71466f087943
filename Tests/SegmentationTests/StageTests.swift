import Article
import Segmentation
import Testing

@Suite struct `The segment stage` {
    /// An article of blocks that follow one another with a blank line between.
    private func article(_ parts: [(Article.Block.Kind, String)]) -> Article {
        var text = ""
        var blocks: [Article.Block] = []
        for (kind, part) in parts {
            let start = text.unicodeScalars.count
            text += part
            blocks.append(Article.Block(kind, ScalarSpan(start, text.unicodeScalars.count)))
            text += "\n\n"
        }
        let source = Article.Source(contentType: "text/plain", bytes: text.utf8.count, sha256: "")
        var article = Article(id: "1", source: source, text: text)
        article.blocks = blocks
        return article
    }

    private func sentences(_ article: Article) throws -> [String] {
        let text = ScalarText(article.text)
        return try #require(SegmentStage().process(article).sentences).map { "\($0.block) \(text[$0.span])" }
    }

    @Test func `cuts only the blocks that were written to be read`() throws {
        let article = article([
            (.boilerplate, "Skip. Now."), (.title, "The Café’s Last Stand"), (.caption, "A crowd. © 2020"),
            (.paragraph, "“It is late.” We\nknow. Dr."), (.listItem, "Wash."), (.paragraph, "Okafor left"),
        ])
        #expect(
            try sentences(article) == [
                "1 The Café’s Last Stand", "3 “It is late.”", "3 We\nknow.", "3 Dr.", "4 Wash.", "5 Okafor left",
            ]
        )
    }

    @Test func `leaves the rest of the article as it was`() throws {
        let article = article([(.paragraph, "One. Two.")])
        var done = try SegmentStage().process(article)
        done.sentences = nil
        #expect(done == article)
    }

    @Test func `drops what was said of the sentences before`() throws {
        var article = article([(.paragraph, "One. Two.")])
        article.sentences = (0..<3).map { Article.Sentence(ScalarSpan($0, $0 + 1), block: 0) }
        article.targets = [Article.Target(id: "x", name: "X", kind: "person")]
        let odds = Article.Probabilities(against: 0, neutral: 1, favor: 0)
        article.stances = [
            .init(sentence: 2, target: "x", span: ScalarSpan(2, 3), holder: .author, probabilities: odds)
        ]
        article.summary = [
            .init(target: "x", holder: .author, label: .neutral, score: 0, count: 1, interval: 0...0, sentences: [2])
        ]
        let done = try SegmentStage().process(article)
        #expect(done.stances == nil && done.summary == nil)
        #expect(try Article(encoded: done.encoded()) == done)
    }

    @Test func `needs blocks`() {
        var article = article([])
        article.blocks = nil
        #expect(throws: StageError.self) { try SegmentStage().process(article) }
    }

    @Test func `refuses blocks that overlap`() throws {
        var article = article([(.paragraph, "One. Two.")])
        article.blocks = [Article.Block(.paragraph, ScalarSpan(0, 9)), Article.Block(.title, ScalarSpan(3, 9))]
        let error = #expect(throws: StageError.self) { try SegmentStage().process(article) }
        #expect(error?.code == "blocks_overlap")
    }

    @Test func `takes blocks in any order, empty ones and those that reach beyond the text`() throws {
        var article = article([(.paragraph, "One. Two."), (.paragraph, "Three.")])
        article.blocks = [
            Article.Block(.paragraph, ScalarSpan(11, 400)), Article.Block(.paragraph, ScalarSpan(0, 9)),
            Article.Block(.heading, ScalarSpan(9, 9)),
        ]
        #expect(try sentences(article) == ["1 One.", "1 Two.", "0 Three."])
    }

    @Test func `has a name and a model for provenance`() {
        #expect(SegmentStage().name == "segment")
        #expect(SegmentStage().model == "rules-and-logistic-4")
    }
}
