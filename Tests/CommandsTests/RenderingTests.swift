import Article
import Commands
import JSON
import Testing

struct RenderingTests {
    private func render(_ format: ResultFormat, _ count: Int, _ style: TextStyle = TextStyle(width: 40)) -> String {
        var writer = ResultWriter(format, style: style)
        var bytes: [UInt8] = []
        for _ in 0..<count { bytes += writer.write(sampleArticle()) }
        return String(decoding: bytes + writer.finish(), as: UTF8.self)
    }

    @Test func `text shows the head, the summary, and the body numbered with its stances`() {
        #expect(
            render(.text, 1) == """
                Title:       =Bridge
                             author → Bridge: against -0.25
                Subtitle:    A "good" one
                Publication: The Courier
                By:          Cy Doe, Di Roe
                Published:   2020-01-02
                Key:         -k
                Article:     a1

                Summary (2)
                  TARGET  HOLDER  LABEL    SCORE  COUNT
                  Bob     Ann     favor    +0.80      1
                  Bridge  author  against  -0.25      1

                Sentences (2)

                     Why
                  1  Ann, 😀 ␛[2Jpraised Bob.
                       Ann → Bob: favor +0.80
                  2  He left.

                """
        )
    }

    @Test func `the summary has all that comes back, and of the rest a dozen lines`() throws {
        var article = sampleArticle()
        let once = try #require(article.summary?.first)
        var often = once
        often.count = 2
        func lines(_ summary: [Article.Summary]) -> (rows: Int, rest: String?) {
            article.summary = summary
            var writer = ResultWriter(.text, style: TextStyle(width: 80))
            let text = String(decoding: writer.write(article) + writer.finish(), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let table = lines.drop { !$0.hasPrefix("Summary") }.dropFirst(2).prefix { !$0.isEmpty }
            let rest = table.first { $0.contains("more, each in one sentence") }
            return (table.count - (rest == nil ? 0 : 1), rest.map(String.init))
        }
        #expect(lines(Array(repeating: once, count: 12)) == (12, nil))
        #expect(
            lines(Array(repeating: once, count: 15)) == (12, "  and 3 more, each in one sentence only, below")
        )
        #expect(
            lines(Array(repeating: once, count: 3) + Array(repeating: often, count: 14))
                == (14, "  and 3 more, each in one sentence only, below")
        )
    }

    @Test func `colours are there when asked for, and only ours`() {
        let text = render(.text, 1, TextStyle(usesColor: true))
        #expect(text.contains("\u{1B}[32mAnn → Bob: favor +0.80\u{1B}[0m"))
        #expect(!text.contains("\u{1B}[2J"))
        #expect(!render(.text, 1).contains("\u{1B}"))
    }

    @Test func `csv has a row for each stance, quoted and guarded`() {
        let head =
            "article,key,title,sentence,text,target,target_kind,holder_kind,holder,label,score,confidence,start,end\r\n"
        let rows =
            "a1,'-k,'=Bridge,,'=Bridge,Bridge,place,author,,against,-0.25,0.5,1,7\r\n"
            + "a1,'-k,'=Bridge,1,\"Ann, 😀 ␛[2Jpraised Bob.\",Bob,person,quoted,Ann,favor,0.8,0.85,33,36\r\n"
        #expect(render(.csv, 1) == head + rows)
        #expect(render(.csv, 2) == head + rows + rows)
        #expect(render(.csv, 0) == head)
    }

    @Test func `json is an object for one and an array for several`() throws {
        let article = sampleArticle().json
        #expect(render(.json, 1) == article.text(.pretty) + "\n")
        #expect(try JSONReader.read(render(.json, 0)) == [])
        for count in 2...4 {
            #expect(try JSONReader.read(render(.json, count)) == .array(Array(repeating: article, count: count)))
        }
        #expect(render(.jsonl, 2) == article.text() + "\n" + article.text() + "\n")
    }

    @Test func `words wrap at the width, wide characters counted twice`() {
        var article = sampleArticle()
        article.text = "日本語日本語 日本語日本語 日本語日本語 e\u{301}e\u{301} " + String(repeating: "x", count: 60)
        let end = article.text.unicodeScalars.count
        article.blocks = [.init(.paragraph, ScalarSpan(0, end))]
        article.sentences = [.init(ScalarSpan(0, end), block: 0)]
        article.stances = []
        var writer = ResultWriter(.text, style: TextStyle(width: 40))
        let lines = String(decoding: writer.write(article), as: UTF8.self).split(separator: "\n").map { String($0) }
        #expect(
            Array(lines.suffix(3)) == [
                "  1  日本語日本語 日本語日本語", "     日本語日本語 e\u{301}e\u{301}", "     " + String(repeating: "x", count: 60),
            ]
        )
    }

    @Test(
        arguments: [
            ("a\u{1B}[31mb", "a␛[31mb"), ("a\u{9B}b\u{7F}\0", "a\u{FFFD}b␡␀"), ("a\u{202E}b", "a\u{FFFD}b"),
            ("é\t\n", "é\t\n"),
        ])
    func `what could steer a terminal is shown, not sent`(text: String, visible: String) {
        #expect(TerminalText.visible(text) == visible)
    }
}
