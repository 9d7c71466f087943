import Article
import Ingest
import Testing

struct `The article of a page` {
    private static let paragraph =
        "The council met on Tuesday, and for the first time in years it talked about the water in the valley."

    /// A page with what pages have around and between paragraphs.
    private static func page(_ inside: String, head: String = "") -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>Water at last - The Example</title>\(head)</head><body>
        <div class="site-header"><a href="/">Home</a> <a href="/w">Weather</a> <a href="/s">Sport</a></div>
        <div class="content"><h1>Water at last</h1><p>\(paragraph)</p><p>\(paragraph) So it was.</p>
        \(inside)
        <p>\(paragraph) That was all.</p></div>
        <div class="sidebar"><h3><a href="/x">Something else happened elsewhere</a></h3><p>It happened a while ago, to others.</p></div>
        <footer><p>All about the people who make this page, and how to reach them by post.</p></footer></body></html>
        """
    }

    private func kind(of text: String, in page: String) throws -> Article.Block.Kind? {
        let article = try ingest(page, "text/html")
        expectCovered(article)
        let scalars = ScalarText(article.text)
        return article.blocks?.first { scalars[$0.span].contains(text) }?.kind
    }

    @Test(arguments: [
        ("<p>It was not said who asked for it.</p>", Article.Block.Kind.paragraph),
        ("<h2>It was not said before</h2>", .heading), ("<ul><li>It was not said by whom.</li></ul>", .listItem),
        ("<blockquote><p>It was not said to us, or to anyone in the valley.</p></blockquote>", .quote),
        ("<figure><img><figcaption>It was not said here.</figcaption></figure>", .caption),
        ("<div class=wp-caption-text>It was not said here, a man tells us.</div>", .caption),
        ("<aside><p>It was not said in the other article either, which you may like.</p></aside>", .boilerplate),
        (
            "<div class='related-posts'><p>It was not said in the other article either, which you may like.</p></div>",
            .boilerplate
        ),
        (
            "<div id=newsletterSignup><p>It was not said, but in our letters it is, every single morning.</p></div>",
            .boilerplate
        ),
        ("<div style='display: none'><p>It was not said, and nobody is to see it on the page.</p></div>", .boilerplate),
        ("<p><a href=/y>It was not said: all you need to know about it</a></p>", .boilerplate),
        ("<p>More: <a href=/y>It was not said, and more</a></p>", .boilerplate),
        ("<div>It was not said</div>", .boilerplate),
        (
            "<div class=comments><p>It was not said, but I have always known it, and so has everybody.</p></div>",
            .boilerplate
        ),
    ])
    func `what stands between paragraphs has its kind`(_ inside: String, _ expected: Article.Block.Kind) throws {
        #expect(try kind(of: "It was not said", in: Self.page(inside)) == expected)
    }

    @Test func `a part that calls itself beside is not believed where it holds the article`() throws {
        let page =
            "<div class='sidebar-right related'>"
            + String(repeating: "<p>\(Self.paragraph)</p>", count: 5) + "</div>"
        let article = try ingest(page, "text/html")
        #expect(article.blocks?.allSatisfy { $0.kind == .paragraph } == true)
    }

    @Test func `line breaks between sentences are ends of paragraphs`() throws {
        let page =
            "<div>\(Self.paragraph)<br>\(Self.paragraph)<br><br>\(Self.paragraph)<span class=br></span>\(Self.paragraph)</div>"
        #expect(try ingest(page, "text/html").blocks?.count == 4)
    }

    @Test func `other articles that follow without an end are left`() throws {
        let teaser = "<h3><a href=/z>Something else happened elsewhere</a></h3><p>\(Self.paragraph)</p>"
        let body = String(repeating: "<p>\(Self.paragraph)</p>", count: 8)
        let page = "<div><h1>Water at last</h1>\(body)\(String(repeating: teaser, count: 4))</div>"
        let kinds = try #require(try ingest(page, "text/html").blocks).map(\.kind)
        #expect(kinds == [.title] + Array(repeating: .paragraph, count: 8) + Array(repeating: .boilerplate, count: 8))
    }

    @Test func `a page of links is no article`() {
        let links = (0..<60).map { "<li><a href=/\($0)>What happened on day \($0)</a></li>" }.joined()
        let error = #expect(throws: StageError.self) { try ingest("<h1>News</h1><ul>\(links)</ul>", "text/html") }
        #expect(error?.code == "no_article")
        #expect(error?.reason.contains("60 links") == true)
    }

    @Test func `metadata is taken by trust`() throws {
        let head = """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
            {"@type":["NewsArticle"],"headline":"Water at last","author":[{"@type":"Person","name":"Jane Doe"},{"@id":"#r"}],
            "datePublished":"2021-05-04T09:30:00+0200","publisher":{"name":"The Example"},},
            {"@type":"Person","@id":"#r","name":"John Roe"}]}</script>
            <meta property="og:title" content="Something to click on"><meta name=author content="The Web Desk">
            <meta property="article:published_time" content="2020-01-01T00:00:00Z">
            """
        let article = try ingest(Self.page("", head: head), "text/html")
        #expect(article.title == "Water at last")
        #expect(article.byline == ["Jane Doe", "John Roe"])
        #expect(article.published == "2021-05-04T09:30:00+02:00")
        #expect(article.publication == "The Example")
        #expect(article.language == "en")
    }

    @Test func `people are authors before the publication is`() throws {
        let head = """
            <meta property="og:site_name" content="The Example"><meta name=author content="The Example">
            <meta property="article:published_time" content="1620120600000">
            """
        let page = Self.page("", head: head).replacing("</h1>", with: "</h1><div class=byline>By Jane Doe</div>")
        let article = try ingest(page, "text/html")
        #expect(article.byline == ["Jane Doe"])
        #expect(article.published == "2021-05-04T09:30:00Z")
    }

    @Test(arguments: [
        "{", "[[[[", "{\"a\":", "{\"@type\":\"Article\",\"author\":", "\"", "\\", "{\"@id\":\"x\"},", "</scrip", "&",
        ",",
    ])
    func `linked data of one thing twenty thousand times takes linear time`(_ unit: String) throws {
        let head = "<script type='application/ld+json'>\(String(repeating: unit, count: 20_000))</script>"
        expectCovered(try ingest(Self.page("", head: head), "text/html"))
    }

    @Test(arguments: [
        "<div>", "<div class=a>", "<p><div>", "<svg>", "<svg><p>", "<span class=byline>", "<a href=x>", "</p>",
        "<table><tr><td>",
        "<ul><li>", "<form>", "<button>", "<template>", "<select>", "<video>", "<figure>", "<h1>", "<li><div>",
        "</div>",
        "<div>a", "<p>a", "<table>a", "<!--", "<svg></svg>", "<script></script>", "<span class=author>a</span>",
        "<b><p>",
    ])
    func `ten thousand of one tag take linear time and bounded depth`(_ unit: String) throws {
        let article = try ingest("<p>\(Self.paragraph)</p>" + String(repeating: unit, count: 10_000), "text/html")
        #expect(article.text.hasPrefix("The council"))
    }
}

struct `A whole page pasted as text` {
    private static let paragraph =
        "The council met on Tuesday, and for the first time in years it talked about the water in the valley."
    private static let page = """
        \((0..<30).map { "Section \($0)" }.joined(separator: "\n"))
        Council talks about water in the valley
        By Jane Doe
        May 4, 2021
        Share
        \(paragraph)
        \(paragraph) It was late.
        What the engineers want
        \(paragraph) They want more.
        Subscribe to our newsletter and never miss a story
        \(paragraph) That was all.
        \((0..<30).map { "Something else happened elsewhere on day \($0)" }.joined(separator: "\n"))
        It happened a while ago, to others, and nobody has said anything of it since.
        \((0..<10).map { "Follow us \($0)" }.joined(separator: "\n"))
        """

    @Test func `is told from its menus and teasers`() throws {
        let article = try ingest(Self.page)
        expectCovered(article)
        #expect(article.title == "Council talks about water in the valley")
        #expect(article.byline == ["Jane Doe"])
        #expect(article.published == "2021-05-04")
        let text = ScalarText(article.text)
        let body = try #require(article.blocks).filter(\.kind.isBody).map { "\($0.kind.rawValue): \(text[$0.span])" }
        #expect(
            body == [
                "paragraph: \(Self.paragraph)", "paragraph: \(Self.paragraph) It was late.",
                "heading: What the engineers want", "paragraph: \(Self.paragraph) They want more.",
                "paragraph: \(Self.paragraph) That was all.",
            ]
        )
    }

    @Test func `is not seen in an article with a long list`() throws {
        let list = (0..<20).map { "- item number \($0)" }.joined(separator: "\n")
        let article = try ingest("The Title of It\n\n\(Self.paragraph)\n\n\(list)\n\n\(Self.paragraph)")
        #expect(article.blocks?.contains { $0.kind == .boilerplate } == false)
    }
}

struct `Bylines and dates among other words` {
    @Test(arguments: [
        ("By Jane Doe Dec 9, 2016", ["Jane Doe"]), ("ByJane Doe Dec 9, 2016", ["Jane Doe"]),
        ("By Jane Doe, The Example", ["Jane Doe"]), ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Written by Jane Doe in Water on 1 June 2019. 51 Comments", ["Jane Doe"]),
        ("By Jane Doe 5 minute Read", ["Jane Doe"]),
        ("By JANE VAN DER DOE · Posted: May 4, 2021", ["JANE VAN DER DOE"]),
        ("By the water", []),
    ])
    func `names are read`(_ line: String, _ names: [String]) throws {
        let article = try ingest(Self.page(line), "text/html")
        #expect((article.byline ?? []) == names)
    }

    @Test(arguments: [
        ("By Jane Doe Dec 9, 2016", "2016-12-09"), ("by Jane Doe on 1 June 2019 at 8:34 PM", "2019-06-01"),
        ("Jane Doe 2019年4月13日", "2019-04-13"), ("By Jane Doe 2019/04/13 10:30", "2019-04-13"),
        ("By Jane Doe, February 30, 2019", nil), ("By Jane Doe, 9 Dec", nil),
    ])
    func `days are read`(_ line: String, _ date: String?) throws {
        #expect(try ingest(Self.page(line), "text/html").published == date)
    }

    private static func page(_ line: String) -> String {
        let paragraph = "<p>The council met on Tuesday, and for the first time in years it talked about the water.</p>"
        return "<h1>Water at last</h1><div class=byline>\(line)</div>\(paragraph)\(paragraph)"
    }
}
