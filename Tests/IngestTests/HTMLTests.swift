import Article
import Ingest
import Testing

struct `HTML pages` {
    private static let page = """
        <!DOCTYPE html><html lang="en-US"><head><title>Rain at last | The Example</title>
        <meta property="og:title" content="Rain at last &amp; how"><meta name=description content='It came on Monday'>
        <meta name="author" content="Jane Doe"><meta property="article:published_time" content="2021-05-04T09:30:00Z">
        <meta property="og:site_name" content="The Example"><style>p { color: red }</style></head>
        <body><nav><ul><li><a href="/">Home</a><li><a href="/w">Weather</a></ul></nav>
        <article><header><h1>Rain at last &amp; how</h1><p>It came on Monday</p></header>
        <figure><img src=a.jpg><figcaption>The street in the rain</figcaption></figure>
        <p>It rained on <b>Mon</b>day,&nbsp;and the&#32;valley stood &ldquo;in the street&rdquo; to see it.<p>Nobody<br>spoke.
        <script>if (a < b) document.write("<p>no</p>")</script>
        <h2>What now?</h2><ul><li>More rain<li>Less rain</ul>
        <blockquote><p>We waited three years.</p></blockquote>
        <table><tr><th>Day<th>Rain</tr><tr><td>Monday<td>3 mm</tr></table>
        <aside>Also on this site</aside></article>
        <footer>All about us</footer></body></html>
        """

    @Test func `have blocks by their elements, and nothing is dropped but code`() throws {
        let article = try ingest(Self.page, "text/html")
        let text = ScalarText(article.text)
        #expect(
            article.blocks?.map { "\($0.kind.rawValue): \(text[$0.span])" } == [
                "boilerplate: Home", "boilerplate: Weather", "title: Rain at last & how", "subtitle: It came on Monday",
                "caption: The street in the rain",
                "paragraph: It rained on Monday, and the valley stood “in the street” to see it.",
                "paragraph: Nobody\nspoke.", "heading: What now?", "list_item: More rain", "list_item: Less rain",
                "quote: We waited three years.", "table: Day  Rain", "table: Monday  3 mm",
                "boilerplate: Also on this site", "boilerplate: All about us",
            ]
        )
    }

    @Test func `give their metadata`() throws {
        let article = try ingest(Self.page, "text/html")
        #expect(article.title == "Rain at last & how")
        #expect(article.subtitle == "It came on Monday")
        #expect(article.byline == ["Jane Doe"])
        #expect(article.publication == "The Example")
        #expect(article.published == "2021-05-04T09:30:00Z")
        #expect(article.language == "en-US")
    }

    @Test func `are known without their type`() throws {
        let article = try ingest("\u{FEFF}\n<!-- made up --><!doctype HTML><p>One.</p><p>Two.</p>")
        #expect(article.text == "One.\n\nTwo.")
        #expect(article.source.contentType == "text/plain")
    }

    @Test func `text that only mentions elements is text`() throws {
        #expect(try ingest("Use <p> for paragraphs.").text == "Use <p> for paragraphs.")
    }

    @Test func `a title element without its site is the title of a page without a heading`() throws {
        let article = try ingest("<title>Rain at last | The Example</title><p>One.<p>Two.", "text/html")
        #expect(article.title == "Rain at last")
    }

    @Test func `a page that is one form is still an article`() throws {
        let body = "It rained on Monday, and the valley stood in the street to see it, all day and all night."
        let article = try ingest("<form><h1>Rain</h1><p>\(body)</p><p>\(body)</p></form>", "text/html")
        #expect(article.blocks?.map(\.kind) == [.title, .paragraph, .paragraph])
    }

    @Test(arguments: [
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&eacute;&mdash;&rsquo;&hellip;", "é—’…"),
        ("&#8217;&#x2019;&#X2019", "’’’"),
        ("&#146;&#x80;&#150;", "’€–"), ("AT&T &c. &unknown; &", "AT&T &c. &unknown; &"), ("&copy 2018", "© 2018"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&ampere &#; &#x;", "&ere &#; &#x;"),
        ("a<!-- b -->c<!-->d<!--->e<!-- -- --!>f", "acdef"), ("a<![CDATA[<b>&amp;]]>c", "a&]]>c"),
        ("a < b <3 </> c", "a < b <3 c"),
        ("a<?php x ?>b<!x>c", "abc"), ("<a title='>'>x</a><b x=\"</p>\">y</b>", "xy"), ("one<br>\n two", "one\ntwo"),
    ])
    func `markup is read as browsers read it`(_ html: String, _ text: String) throws {
        let check = "<p>The letters in the middle: " + html + " are text.</p>"
        #expect(try ingest(check, "text/html").text == "The letters in the middle: " + text + " are text.")
    }

    @Test(arguments: [
        "<", "&", "&#", "&#x1", "<a ", "<p>", "<div>", "<!--", "<!", "<![CDATA[", "</", "</nav>", "<nav></div>", "<li>",
        "<ul><li>",
        "<table><tr><td>", "<a b=\"", "<a b='c' ", "<script>", "</script", "<script></scrip", "<svg>", "<title>",
        "<h1>", "<br>",
        "<td>x", "<ul><p>x", "<meta name=author content=x>", "&amp", "&zzzzzzzzzz", "<p>\u{301}", "-->", "<!-->",
    ])
    func `a page of one thing twenty thousand times is read in linear time`(_ unit: String) throws {
        let html = "<p>Text.</p>" + String(repeating: unit, count: 20_000)
        let article = try ingest(html, "text/html")
        #expect(article.text.hasPrefix("Text."))
        expectCovered(article)
    }
}
