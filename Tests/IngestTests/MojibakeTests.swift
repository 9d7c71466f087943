import Article
import Ingest
import Testing

struct `Text whose UTF-8 was read as Windows-1252` {
    private func article(_ text: String, type: String = "text/plain") throws -> Article {
        try Ingest().article(from: Submission(content: text, contentType: type), id: "a")
    }

    @Test(arguments: [
        ("The mayorâ€™s cafÃ© is open", "The mayor’s café is open"), ("â€œNoâ€\u{9D}, she said", "“No”, she said"),
        ("Ã‰tÃ© Ã\u{A0} Paris", "Été à Paris"), ("ÐŸÑ€Ð°", "Пра"), ("cafÃƒÂ©s and thÃƒÂ©s", "cafés and thés"),
    ])
    func `is mended where that is certain, and a note says so`(wrong: String, right: String) throws {
        let article = try article(wrong)
        #expect(article.text == right.precomposed)
        #expect(article.note != nil)
    }

    @Test(arguments: [
        "The mayor’s café is open", "une Ã©trange idée chez l’été", "«AMANHû", "Â£5", "naïve Ångström Ünder",
        "Größe: 5 µm ± 1 °C", "«LIBERTÉ», «FRATERNITÉ»", "l’été’s",
        "ÃÂ", "â€", "plain",
    ])
    func `is left as it is where it may be meant`(_ text: String) throws {
        let article = try article(text)
        #expect(article.text == text.precomposed)
        #expect(article.note == nil)
    }

    @Test func `is mended in pages, head and text, and a note says so`() throws {
        let page =
            "<title>The mayorâ€™s cafÃ©</title><h1>The mayorâ€™s cafÃ©</h1><p>The cafÃ© is open, and so is the library.</p>"
        let article = try article(page, type: "text/html")
        #expect(article.title == "The mayor’s café")
        #expect(article.text == "The mayor’s café\n\nThe café is open, and so is the library.")
        #expect(article.note == "5 characters mended that UTF-8 read as Windows-1252 had become")
    }

    @Test func `is left as it is in a page that has true letters`() throws {
        let article = try article("<p>An Ã©trange idÃ©e, said the été.</p>", type: "text/html")
        #expect(article.text == "An Ã©trange idÃ©e, said the été.")
        #expect(article.note == nil)
    }

    @Test func `is mended in Markdown too`() throws {
        #expect(try article("donâ€™t and wonâ€™t", type: "text/markdown").text == "don’t and won’t")
    }
}

extension String {
    /// As an article's text has it.
    fileprivate var precomposed: String { Normalizer().normalize(self) }
}
