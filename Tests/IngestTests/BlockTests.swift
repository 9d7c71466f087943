import Article
import Ingest
import Testing

struct `Blocks of plain text` {
    @Test(arguments: PageSample.opinion + PageSample.report)
    func `every block of a made-up page has its kind`(_ sample: PageSample) throws {
        let article = try ingest(sample.content)
        let text = ScalarText(article.text)
        let found = try #require(article.blocks).map { "\($0.kind.rawValue): \(text[$0.span])" }
        #expect(found == sample.blocks.map { "\($0.kind.rawValue): \($0.text)" })
        #expect(article.title == sample.title)
        #expect(article.subtitle == sample.subtitle)
        #expect(article.byline == sample.byline)
        #expect(article.publication == sample.publication)
        #expect(article.published == sample.published)
    }

    @Test(arguments: ["Nobody came.", "Support us", "Rain", "A title without an article?"])
    func `a single block is a paragraph, whatever it says`(_ text: String) throws {
        let article = try ingest(text)
        #expect(article.blocks?.map(\.kind) == [.paragraph])
        #expect(article.title == nil)
    }

    @Test func `a heading of the body that is the name of a section stays a heading`() throws {
        let body = "It is a long enough sentence to be a paragraph of a page."
        let article = try ingest("What We Owe\n\n\(body)\n\nClimate\n\n\(body)\n\nClimate and Health\n\n\(body)")
        #expect(article.blocks?.map(\.kind) == [.title, .paragraph, .heading, .paragraph, .heading, .paragraph])
    }

    @Test func `a title that is given is found in the text instead of guessed`() throws {
        let page =
            "The Daily Example\n\nRain at last\n\nIt rained on Monday, and the whole valley stood in the street to see it."
        var submission = Submission(content: page, contentType: "text/plain")
        #expect(try Ingest().article(from: submission, id: "a").title == "The Daily Example")
        submission.title = "Rain at Last"
        let article = try Ingest().article(from: submission, id: "a")
        #expect(article.title == "Rain at Last")
        #expect(article.blocks?[1].kind == .title)
    }

    @Test func `offsets count scalars, not bytes or characters`() throws {
        let article = try ingest(
            "Cafe\u{301} 🇫🇷 ouvert\n\nOn y boit du thé, et l’on y parle de tout et de rien, bien sûr."
        )
        #expect(article.text.hasPrefix("Café 🇫🇷 ouvert\n\n"))
        #expect(article.blocks?.map(\.span) == [ScalarSpan(0, 14), ScalarSpan(16, 79)])
    }
}

/// The article of a content.
func ingest(_ content: String, _ type: String = "text/plain") throws -> Article {
    try Ingest().article(from: Submission(content: content, contentType: type), id: "a1")
}
