import Article
import JSON
import Testing

@testable import Ingest

struct `Metadata` {
    @Test func `what the submission says wins, and its other members are kept`() throws {
        var submission = Submission(
            content: "Found Title\n\nBy Jane Doe\n\nMay 4, 2021\n\nIt is a long enough sentence to be a paragraph.",
            contentType: "text/plain; charset=utf-8",
            key: "k1",
            url: "https://example.org/a"
        )
        submission.title = "Given Title"
        submission.byline = ["Someone Else"]
        submission.publication = "The Example"
        submission.published = "2020-01-01"
        submission.language = "en-GB"
        submission.extra = ["desk": "opinion", "text": "no", "stances": []]
        let article = try Ingest().article(from: submission, id: "a7")
        #expect(article.id == "a7")
        #expect(article.title == "Given Title")
        #expect(article.byline == ["Someone Else"])
        #expect(article.publication == "The Example")
        #expect(article.published == "2020-01-01")
        #expect(article.language == "en-GB")
        #expect(article.extra == ["desk": "opinion"])
        #expect(article.provenance.isEmpty)
    }

    @Test func `a page says when it was changed and where it belongs; the submission knows better`() throws {
        let page = """
            <head><link rel=canonical href="/opinion/dam#top"><meta property="og:url" content="https://other.example/">
            <meta property="article:modified_time" content="2031-03-07T10:20:00+01:00"></head>
            <p>The dam was to bring water to the valley, and it brought none.</p>
            """
        var submission = Submission(content: page, contentType: "text/html", url: "https://paper.example:8080/a?b#c")
        var article = try Ingest().article(from: submission, id: "a")
        #expect(article.modified == "2031-03-07T10:20:00+01:00")
        #expect(article.canonicalURL == "https://paper.example:8080/opinion/dam")
        submission.extra = ["modified": "2031-04-01", "canonical_url": "https://paper.example/x", "desk": "y"]
        article = try Ingest().article(from: submission, id: "a")
        #expect(article.modified == "2031-04-01")
        #expect(article.canonicalURL == "https://paper.example/x")
        #expect(article.extra == ["desk": "y"])
        // What is no text says nothing, and does not stand in the document's way.
        submission.extra = ["modified": 1_930_645_200, "canonical_url": [], "near_duplicate_of": 1]
        article = try Ingest().article(from: submission, id: "a")
        #expect(article.modified == "2031-03-07T10:20:00+01:00")
        #expect(article.extra.isEmpty)
    }

    @Test(arguments: [
        ("HTTPS://Paper.example/a#b", "HTTPS://Paper.example/a"), ("//paper.example/a", "http://paper.example/a"),
        ("/a", "http://here.example/a"), ("a", nil), ("javascript:alert(1)", nil), ("https:///a", nil), ("///a", nil),
        ("https://paper.example/a b", nil), ("https://paper.example/\"", nil), ("", nil),
        ("https://paper.example/" + String(repeating: "a", count: 2048), nil),
    ])
    func `a canonical address is an address of the web or none`(_ text: String, _ address: String?) {
        #expect(CanonicalURL.resolved(text, at: "http://here.example/x/y?z") == address)
        #expect(CanonicalURL.resolved("/a", at: nil) == nil)
    }

    @Test func `the source describes the bytes that came`() throws {
        let submission = Submission(content: "\u{FEFF}abc", contentType: "text/plain", key: "k", url: "u")
        let source = try Ingest().article(from: submission, id: "a").source
        // From `printf '\ufeffabc' | sha256sum`.
        #expect(source.sha256 == "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c")
        #expect(source.bytes == 6)
        #expect(source.key == "k")
        #expect(source.url == "u")
    }

    @Test(arguments: [
        ("June 12, 2018", "2018-06-12"), ("12 June 2018", "2018-06-12"),
        ("Tue, Jun 12th 2018 10:30 AM EDT", "2018-06-12"),
        ("Published: 2018-06-12", "2018-06-12"), ("2018-06-12T10:30:00+02:00", "2018-06-12T10:30:00+02:00"),
        ("SINGAPORE, June 12, 2018", "2018-06-12"), ("Posted on Sept. 3, 2020", "2020-09-03"),
        ("February 29, 2020", "2020-02-29"),
    ])
    func `a date line is read`(_ line: String, _ date: String) throws {
        let article = try ingest("The Title of It\n\n\(line)\n\nIt is a long enough sentence to be a paragraph.")
        #expect(article.published == date)
        #expect(article.blocks?[1].kind == .dateline)
    }

    @Test(arguments: ["12/06/2018", "5 hours ago", "June 12"])
    func `a date line without a certain day gives no date`(_ line: String) throws {
        let article = try ingest("The Title of It\n\n\(line)\n\nIt is a long enough sentence to be a paragraph.")
        #expect(article.published == nil)
        #expect(article.blocks?[1].kind == .dateline)
    }

    @Test(arguments: ["February 30, 2018", "June 2018 was warm", "May the best win", "In 2018"])
    func `a line that is no date line gives no date`(_ line: String) throws {
        let article = try ingest("The Title of It\n\n\(line)\n\nIt is a long enough sentence to be a paragraph.")
        #expect(article.published == nil)
        #expect(article.blocks?[1].kind != .dateline)
    }

    @Test(arguments: [
        ("By Jane Doe", ["Jane Doe"]),
        ("by Jane Q. Doe, Ann O’Neil and Jean-Luc de la Tour", ["Jane Q. Doe", "Ann O’Neil", "Jean-Luc de la Tour"]),
        ("Written by Jane Doe", ["Jane Doe"]), ("Jane Doe, Staff Writer, Springfield", ["Jane Doe"]),
        ("By Reuters", ["Reuters"]),
        ("By José Muñoz | Correspondent | May 4, 2021", ["José Muñoz"]),
    ])
    func `a byline is read`(_ line: String, _ names: [String]) throws {
        let article = try ingest("The Title of It\n\n\(line)\n\nIt is a long enough sentence to be a paragraph.")
        #expect(article.byline == names)
        #expect(article.blocks?[1].kind == .byline)
    }

    @Test(arguments: ["By the time it ended", "By 2018 they had left", "Human Rights", "By Design"])
    func `a line that names nobody is no byline`(_ line: String) throws {
        let article = try ingest("The Title of It\n\n\(line)\n\nIt is a long enough sentence to be a paragraph.")
        #expect(article.byline == nil)
    }

    @Test(arguments: [
        ("The river is in the valley and it was there for all of them to see, as they have said.", "en"),
        ("El río está en el valle y los vecinos lo saben, pero no es para ellos como una gracia.", "es"),
        ("La rivière est dans la vallée et les gens qui sont là ne sont pas contents de ce projet.", "fr"),
        ("Der Fluss ist in dem Tal und die Leute, die dort sind, haben es nicht mit dem Rat.", "de"),
        ("Il fiume è nella valle e la gente che non sono più con il consiglio ha una idea per gli altri.", "it"),
        ("O rio não está no vale e os vizinhos sabem que uma obra não é para eles, mas para os outros.", "pt"),
    ])
    func `the language of a paragraph is guessed`(_ text: String, _ language: String) throws {
        #expect(try ingest(text).language == language)
    }

    @Test(arguments: ["Zug um Zug.", "Rain", "река в долине и мы это знаем"])
    func `no language is guessed from too little`(_ text: String) throws {
        #expect(try ingest(text).language == nil)
    }
}
