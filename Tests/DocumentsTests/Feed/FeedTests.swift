import Article
import Documents
import JSON
import Testing

struct `A feed` {
    private static let words = Array(repeating: "the river is low this year and nobody", count: 12).joined(
        separator: " "
    )

    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE rss [<!ENTITY bomb "boom"><!ELEMENT rss ANY>]>
        <!-- a comment with <item> in it -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>The Meridian</title><language>en</language><image><title>Logo</title><url>u</url></image>
        <item><title>Low &amp; dry</title><link>http://paper.example/1</link><author>a@b.example (Ida Krol)</author>
        <pubDate>Wed, 05 Mar 2031 10:00:00 +0100</pubDate><description>A teaser.</description>
        <content:encoded><![CDATA[<p>Full &amp; whole &bomb;</p>]]></content:encoded></item>
        <item><title>Only a teaser</title><description>Short.</description></item>
        <item><title><![CDATA[<b>Long</b> summary]]></title><description>&lt;p&gt;\(words)&lt;/p&gt;</description></item>
        </channel></rss>
        """

    private static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="text">Der Bote</title>
        <entry><title>Eins</title><link rel="alternate" href="http://bote.example/1"/><author><name>Ida Krol</name></author>
        <author><name>Tomas Bredahl</name></author><updated>2031-03-06T08:00:00Z</updated>
        <published>2031-03-05T08:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <b>Satz</b> &lt; zwei.</p></div></content></entry>
        <entry><title>Zwei</title><content type="html">&lt;p>Zwei.&lt;/p></content></entry>
        <entry><title>Drei</title><content>Nur &lt;Text&gt;.</content></entry></feed>
        """

    private func read(_ text: String, as name: String = "news.xml") throws -> (DocumentReader, [Submission]) {
        let folder = try TemporaryFolder()
        let reader = DocumentReader(paths: [try folder.write(name, text.utf8)])
        return (reader, try reader.map { try $0.get().submission })
    }

    @Test(arguments: ["news.xml", "news.rss", "news", "news.txt.unknown"])
    func `in RSS gives a document for each whole article`(_ name: String) throws {
        let (reader, submissions) = try read(Self.rss, as: name)
        #expect(reader.itemsPassedOver == 1)
        let first = try #require(submissions.first)
        #expect(first.content == "<article><p>Full &amp; whole &bomb;</p></article>")
        #expect(first.contentType == "text/html")
        #expect(first.title == "Low & dry")
        #expect(first.byline == ["Ida Krol"])
        #expect(first.published == "2031-03-05T10:00:00+01:00")
        #expect(first.publication == "The Meridian")
        #expect(first.language == "en")
        #expect(first.url == "http://paper.example/1")
        #expect(submissions.count == 2)
        #expect(submissions.last?.content == "<article><p>\(Self.words)</p></article>")
        #expect(submissions.last?.title == "Long summary")
    }

    @Test func `in Atom gives a document for each entry`() throws {
        let (_, submissions) = try read(Self.atom, as: "news.atom")
        #expect(submissions.map(\.title) == ["Eins", "Zwei", "Drei"])
        let xhtml = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Ein <b>Satz</b> &lt; zwei.</p></div>"
        #expect(
            submissions.map(\.content) == [
                "<article>\(xhtml)</article>", "<article><p>Zwei.</p></article>", "Nur <Text>.",
            ]
        )
        #expect(submissions.map(\.contentType) == ["text/html", "text/html", "text/plain"])
        #expect(submissions[0].byline == ["Ida Krol", "Tomas Bredahl"])
        #expect(submissions[0].published == "2031-03-05T08:00:00Z")
        #expect(submissions[0].language == "de")
        #expect(submissions[0].url == "http://bote.example/1")
    }

    @Test func `takes local copies from its own folder and from nowhere else`() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside.html", "<p>Secret.".utf8)
        try folder.write("in/paper.example/a/1.html", "<p>One.".utf8)
        try folder.write("in/two words.txt", "Two.".utf8)
        try folder.link("in/link.html", to: "\(folder.path)/outside.html")
        let links = [
            "https://paper.example/a/1.html", "two%20words.txt", "../outside.html",
            "file://\(folder.path)/outside.html",
            "link.html", "/etc/passwd", "https://paper.example/none",
        ]
        let items = links.map { "<item><link>\($0)</link></item>" }.joined()
        let reader = DocumentReader(paths: [
            try folder.write("in/feed.rss", "<rss><channel>\(items)</channel></rss>".utf8)
        ])
        #expect(try reader.map { try $0.get().submission.content } == ["<p>One.", "Two."])
        #expect(reader.itemsPassedOver == 5)
    }

    @Test(arguments: [
        "<rss", "<rss><item>", "<rss><item><title>", "<rss><item><content:encoded><![CDATA[x", "<rss></item></item>",
        "<rss><item><description><b></item></rss>", "<feed><entry><content type='xhtml'><p></entry>", "<rss><item a=",
    ])
    func `that is broken off gives what can be read`(_ text: String) throws {
        #expect(try read(text, as: "a.rss").1.count <= 1)
    }

    @Test func `of another kind of XML is refused`() throws {
        #expect(throws: DocumentError.self) { try read("<?xml version='1.0'?><urlset><url/></urlset>") }
    }
}
