import Testing

@testable import Fetch

@Suite struct RobotsTests {
    private static func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), agent: "standpoint") }

    @Test(arguments: [
        // The longest pattern decides; where two are as long, it is allowed.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false),
        ("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true),
        ("User-agent: *\nAllow: /p\nDisallow: /", "/page", true),
        // Wildcards and the end (RFC 9309, 2.2.3).
        ("User-agent: *\nDisallow: /*.gif$", "/x/y.gif", false),
        ("User-agent: *\nDisallow: /*.gif$", "/x/y.gif?z", true),
        ("User-agent: *\nDisallow: /a*b*c", "/a--b--b--c--", false),
        ("User-agent: *\nDisallow: /a*b*c", "/a--b--b--", true),
        ("User-agent: *\nDisallow: /*a$", "/aba", false),
        ("User-agent: *\nDisallow: /*a$", "/abab", true),
        ("User-agent: *\nDisallow: *", "/", false),
        ("User-agent: *\nDisallow: /$", "/", false),
        ("User-agent: *\nDisallow: /$", "/a", true),
        // Escapes and case.
        ("User-agent: *\nDisallow: /%61%7e", "/a~", false),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", false),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", true),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false),
        ("User-agent: *\nDisallow: /A", "/a", true),
        // Groups: one's own wins over all others, wherever it is, and its parts are one.
        ("User-agent: *\nDisallow: /\n\nUser-agent: Standpoint/1.0\nDisallow: /b", "/a", true),
        ("User-agent: standpoint\nDisallow: /b\n\nUser-agent: *\nDisallow: /", "/b", false),
        (
            "User-agent: standpoint\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: STANDPOINT\nDisallow: /b",
            "/b", false
        ),
        (
            "User-agent: standpoint\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: STANDPOINT\nDisallow: /b",
            "/c", true
        ),
        ("User-agent: x\nUser-agent: standpoint\nDisallow: /a", "/a", false),
        ("User-agent: standpoints\nDisallow: /", "/a", true),
        // A blank line ends no group (RFC 9309, 2.2): this is one, with two names.
        ("User-agent: standpoint\n\nUser-agent: *\nDisallow: /", "/a", false),
        ("User-agent: x\nSitemap: https://example.org/s\nUser-agent: *\nDisallow: /a", "/a", false),
        // Comments, spaces, line ends, a byte order mark, and what makes no sense.
        ("\u{FEFF}user-AGENT : * # all\r\n DISALLOW : /a # not this\r\n", "/a", false),
        ("User-agent: *\rDisallow: /a", "/a", false),
        ("Disallow: /a", "/a", true),
        ("User-agent: *\nDisallow:", "/a", true),
        ("<html>User-agent: *\nDisallow: /</html>", "/a", true),
        ("", "/a", true),
        ("User-agent: *\nDisallow: /", "/robots.txt", true),
    ])
    func `what a file says is heeded`(text: String, target: String, isAllowed: Bool) {
        #expect(Self.rules(text).allow(target) == isAllowed)
    }

    @Test func `a pattern made to be slow is not`() {
        let stars = String(repeating: "*a", count: 1_000)
        let rules = Self.rules("User-agent: *\nDisallow: /\(stars)b")
        #expect(rules.allow("/" + String(repeating: "a", count: 2_000)))
    }

    @Test func `only the start of a huge file is read`() {
        let rules = Self.rules(
            "User-agent: *\nDisallow: /a\n" + String(repeating: "#", count: RobotsRules.mostBytes) + "\nDisallow: /b"
        )
        #expect(!rules.allow("/a"))
        #expect(rules.allow("/b"))
        #expect(!RobotsRules.all.allow("/"))
        #expect(RobotsRules.none.allow("/"))
    }
}
