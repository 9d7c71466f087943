import Article
import Ingest
import Testing

struct `A title` {
    private static let sentences = [
        "The council met on Tuesday, and for the first time in years it talked about the water in the valley.",
        "Nobody had asked the farmers, who had been promised a canal before the last election but one.",
        "The mayor, Anna Brandt, said that the water would come, and that it would be paid for by the province.",
        "It is the third time that she has said so, and the second that the province has denied it.",
    ]
    private static let menu = [
        "News", "Valley", "Council", "Weather", "Roads", "Schools", "Farms", "Football", "Letters", "Chess", "Birds",
        "Maps", "Trains", "Buses", "Rivers", "Bridges", "Markets", "Churches", "Museums", "Theatre", "Music", "Films",
        "Radio", "Recipes", "Gardens", "Houses", "Cars", "Jobs", "Deaths", "Births", "Weddings", "Archive",
    ]

    /// A page as it is pasted, with these lines between its menu and its article.
    private func title(_ lines: String...) throws -> String? {
        let text = (Self.menu + lines + Self.sentences).joined(separator: "\n")
        return try ingest(text).title
    }

    @Test func `of a pasted page is neither a button, nor an ask, nor a sentence`() throws {
        let title = "Water for the valley at last"
        #expect(try self.title("Share this story: Water for the valley", title, "By Nadia Strand") == title)
        #expect(try self.title(title, "By Nadia Strand", "Please log in to save this story") == title)
        #expect(try self.title(title, "This story of water in the valley is for our subscribers only.") == title)
        #expect(try self.title(title, "Nadia Strand 2 minutes read") == title)
    }

    @Test func `of a pasted page goes without what stands beside it`() throws {
        let title = "Water for the valley at last"
        #expect(try self.title("\(title) | The Meridian Review", "By Nadia Strand", title) == title)
    }

    @Test(
        arguments: [
            (["Nadia StrandWater Correspondent|Published 5 March 2031"], ["Nadia Strand"], "2031-03-05"),
            (
                ["By Ida Krol and Per Öst The Meridian Review", "Updated 6 March 2031"], ["Ida Krol", "Per Öst"],
                "2031-03-06"
            ),
            (["Updated 6 March 2031", "Ida McDonald", "Published 5 March 2031"], ["Ida McDonald"], "2031-03-05"),
            (["Ida McDonald7 hours ago"], ["Ida McDonald"], nil), (["byPer Öst"], ["Per Öst"], nil),
            (["Water Council", "Upper Valley"], nil, nil),
        ] as [([String], [String]?, String?)]
    )
    func `of a pasted page has its authors and its day behind it`(
        _ lines: [String],
        _ authors: [String]?,
        _ day: String?
    ) throws {
        let text = (Self.menu + ["Water for the valley at last"] + lines + Self.sentences).joined(separator: "\n")
        let article = try ingest(text)
        #expect(article.title == "Water for the valley at last")
        #expect(article.byline == authors)
        #expect(article.published == day)
        if authors != nil { #expect(article.subtitle == nil) }
    }

    @Test(arguments: ["Water for the valley - MERIDIAN", "Meridian | Water for the valley", "Water for the valley"])
    func `of a page goes without the name that is in its address`(_ given: String) throws {
        let body = Self.sentences.map { "<p>\($0)</p>" }.joined()
        for address in ["https://www.meridian.example/water", "https://news.meridian.example/water"] {
            let head = "<meta property=og:title content='\(given)'><link rel=canonical href='\(address)'>"
            #expect(
                try ingest("<html><head>\(head)</head><body>\(body)</body></html>", "text/html").title
                    == "Water for the valley"
            )
        }
    }
}
