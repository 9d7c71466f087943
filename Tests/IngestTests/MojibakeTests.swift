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
        "Größe: 5 µm ± 1 °C",
        "ÃÂ", "â€", "plain",
    ])
    func `is left as it is where it may be meant`(_ text: String) throws {
        let article = try article(text)
        #expect(article.text == text.precomposed)
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
