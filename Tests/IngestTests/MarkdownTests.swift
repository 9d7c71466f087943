import Article
import Ingest
import Testing

struct `A Markdown text` {
    private func article(_ text: String) throws -> Article {
        try Ingest().article(from: Submission(content: text, contentType: "text/markdown"), id: "a")
    }

    private func blocks(_ text: String) throws -> [(Article.Block.Kind, String)] {
        let article = try article(text)
        let scalars = ScalarText(article.text)
        return (article.blocks ?? []).map { ($0.kind, scalars[$0.span]) }
    }

    @Test func `falls into its blocks`() throws {
        let found = try blocks(
            """
            The dam above the town is old
            and *nobody* has looked at it since the flood of last spring.

            What was found
            --------------

            > The wall is sound, the
            engineer wrote to us in March.

            1. a first crack
            2. a second one
               on the other side

            ![The dam in spring](dam.jpg "Dam")

            | year | cracks |
            |------|:------:|
            | 2030 | 2      |

            ~~~
            count = 2
            ~~~

            Nothing more was said about the dam, neither then nor in the months that came after it.
            """
        )
        #expect(
            found.map(\.0) == [
                .paragraph, .heading, .quote, .listItem, .listItem, .caption, .table, .boilerplate, .paragraph,
            ]
        )
        #expect(
            found.map(\.1).dropLast() == [
                "The dam above the town is old and nobody has looked at it since the flood of last spring.",
                "What was found", "The wall is sound, the engineer wrote to us in March.", "a first crack",
                "a second one on the other side", "The dam in spring", "year cracks\n2030 2", "count = 2",
            ]
        )
    }

    @Test(arguments: [
        ("**bold**, *it*, _it_, __b__, ~~gone~~", "bold, it, it, b, gone"),
        ("a_b_c and 5 * 3 * 2", "a_b_c and 5 * 3 * 2"),
        ("***both* and** more", "both and more"), ("*open and **open", "*open and **open"),
        ("a [link](http://a.example/(x) \"T\"), [one][ref], [ref] and [none]", "a link, one, ref and [none]"),
        ("![alt *text*](a.png) beside", "alt text beside"), ("`*code*` and ``a`b``", "*code* and a`b"),
        ("\\*no\\* \\& &amp; &copy; \\&amp;", "*no* & & \u{A9} &amp;"),
        ("<b>tag</b> <http://a.example/> 1 < 2", "tag http://a.example/ 1 < 2"),
        ("a note[^1] here", "a note here"), ("two  \nlines\\\nthree", "two\nlines\nthree"),
    ])
    func `loses its marks and keeps its words`(marked: String, plain: String) throws {
        #expect(try article("\(marked)\n\n[ref]: http://b.example/ \"Title\"\n").text == plain)
    }

    @Test(arguments: [
        "---\ntitle: 'A dam'\nauthors:\n  - Ida Krol\n  - Tomas Bredahl\ndate: 2031-03-05\nlang: en\n---\nText.",
        "+++\ntitle = \"A dam\"\nauthors = [\"Ida Krol\", \"Tomas Bredahl\"]\ndate = 2031-03-05\nlanguage = \"en\"\n+++\nText.",
    ])
    func `has its metadata in its front matter`(_ text: String) throws {
        let article = try article(text)
        #expect(article.title == "A dam")
        #expect(article.byline == ["Ida Krol", "Tomas Bredahl"])
        #expect(article.published == "2031-03-05")
        #expect(article.language == "en")
        #expect(article.text == "Text.")
    }

    @Test func `that begins with a rule has no front matter`() throws {
        #expect(try article("---\n\nSome words.\n\n---\n").text == "Some words.")
    }

    @Test(arguments: [
        "[](", "[a][b", "<a", "`", "``a", "*a", "> ", "- ", "![", "|", "[^a]:", "\\", "# ", "[", "~~~\n", "*_",
    ])
    func `of one mark over and over is read in little time`(_ mark: String) throws {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text = "x " + String(repeating: mark, count: count)
            return clock.measure { _ = try? article(text) }
        }
        let short = (0..<3).map { _ in time(4_000) }.min() ?? .zero
        #expect((0..<3).map { _ in time(32_000) }.min() ?? .zero < short * 24 + .milliseconds(200))
    }
}
