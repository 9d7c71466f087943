import Article
import Ingest
import Testing

/// Asks of a page's own among the paragraphs of its article, with nothing in the markup to tell them.
struct `An ask in the body` {
    private static let prose = [
        "The council met on Tuesday, and for the first time in years it talked about the water in the valley.",
        "Nobody had asked the farmers, who had been promised a canal before the last election but one.",
        "The mayor, Anna Brandt, said that the canal would come, and that it would be paid for by the province.",
        "It is the third time that she has said so, and the second that the province has denied it.",
        "In the meantime the wells go dry, one after the other, from the upper villages down to the town.",
        "What is left is a lake of which everybody has a part and that nobody looks after.",
        "The next session is in May, after the sowing, when there will be little left to decide.",
        "Until then the trucks will come twice a week, as they have since the autumn of last year.",
    ]

    /// Where the text stands among the paragraphs of a page: at the end, or in the midst.
    private func kind(of text: String, inside: Bool) throws -> Article.Block.Kind? {
        var paragraphs = Self.prose + Self.prose.map { "So it was a year ago. \($0)" }
        paragraphs.insert(text, at: inside ? 8 : paragraphs.count)
        let body = paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try ingest(
            "<html><body><article><h1>Water at last</h1>\(body)</article></body></html>",
            "text/html"
        )
        expectCovered(article)
        let scalars = ScalarText(article.text)
        let start = String(text.prefix(30))
        #expect(article.blocks?.count { $0.kind == .paragraph } ?? 0 >= 2 * Self.prose.count)
        return article.blocks?.first { scalars[$0.span].hasPrefix(start) }?.kind
    }

    @Test(arguments: [
        "For the latest on water and all else in the valley, sign up for our newsletters .",
        "Our website is where the valley reads its news. Please bookmark it and sign up for our weekly letter, The Sluice, here.",
        "Got a story? Get in touch with our news team by emailing us at desk@meridian.example.",
        "Follow The Meridian Review on Google News and add us as a preferred source to see more of our reports.",
        "Follow The Meridian Review on Facebook for the latest from the valley. Sign up for our daily push alerts here.",
        "You can follow Nadia Strand on Bluesky.",
        "Sign up for The Sluice, Nadia Strand's view of the week.",
        "Subscribe to The Meridian Review for less than a coffee a week.",
        "Become a subscriber today: your first month is free, and you can cancel at any time.",
        "If you value what we do, please consider a donation today. Without readers there would be no Review.",
        "This year we went to every session of the council. Help us keep going: give what you can, at meridian.example/give.",
        "We are a nonprofit newsroom, funded by readers. Support our reporting with a tax-deductible gift.",
        "Editor's note: this letter goes to our subscribers every Friday.",
        "Special offer: unlimited access to the Review and its archive for one crown a month.",
        "Download our app for news of the valley wherever you are.",
        "Join our WhatsApp channel for news from the council.",
        "Click here to subscribe.", "For more stories like this, check our news page.",
        "I would like to be told of offers and events by the Review. Read our privacy notice.",
        "When you sign up for this free map, you will also get letters from the Review.",
        "At the Review we write every word ourselves. Happy reading!", "The canal that never came Back to video",
    ])
    func `is set apart at the end of the article`(_ text: String) throws {
        #expect(try kind(of: text, inside: false) == .boilerplate)
    }

    @Test(arguments: [
        "Sign up here for The Sluice, our letter on water, to your inbox on Fridays.",
        "Get The Sluice, the Review’s newsletter on water", "Support independent journalism: donate now.",
        "For the latest news of the valley, follow us on Facebook or sign up for our newsletters.",
    ])
    func `is set apart in the midst of it`(_ text: String) throws {
        #expect(try kind(of: text, inside: true) == .boilerplate)
    }

    @Test(arguments: [
        "This year, the school received a donation of two million crowns, the largest in its history, from a widow in Ostra.",
        "Thanks to a donation by its members the club has a roof again, and the newsletter that it prints is read in both valleys.",
        "You may not like her, but she is the only member of the council who has read the report on the canal.",
        "Follow the water and you will find the money, as the old judge used to say to the young ones.",
        "He posted the letter on Facebook, where it was shared two thousand times before the evening.",
        "Support for the mayor has fallen in every village where the wells are dry, says a poll for the province.",
        "Readers of this page know that I have never liked the canal, and I do not like it now.",
        "Get used to it: the trucks will come until there is a canal, and there will be no canal.",
        "Your honour, said the farmer, I signed up for water and I was sent a bill.",
        "“Please donate whatever you can,” the priest told the congregation on Sunday.",
        "Find the man who signed it, she told the council, and you will find out why.",
        "Today, the province pays for the trucks, the town for the fuel and the farmers for all the rest.",
    ])
    func `is not taken for one of the author's own words`(_ text: String) throws {
        #expect(try kind(of: text, inside: false) == .paragraph)
        #expect(try kind(of: text, inside: true) == .paragraph)
    }
}
