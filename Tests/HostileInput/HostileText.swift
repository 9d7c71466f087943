/// Texts that are one thing over and over: what a look-around, a search for an end or a list of all could be slow with.
package struct HostileText: Sendable {
    package let name: String
    /// `text/plain` or `text/html`.
    package let contentType: String
    private let prefix: String
    private let unit: @Sendable (Int) -> String

    private init(_ unit: String) { self.init(unit, "text/plain", "A sentence of several words.\n\n") { _ in unit } }

    private init(page unit: String) { self.init(unit, "text/html", "<html><body><p>A sentence.</p>") { _ in unit } }

    private init(_ name: String, _ type: String, _ prefix: String, _ unit: @Sendable @escaping (Int) -> String) {
        self.name = name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
        (contentType, self.prefix, self.unit) = (type, prefix, unit)
    }

    /// The text, of `count` bytes or a few more.
    package func text(bytes count: Int) -> String {
        var (text, index) = (prefix, 0)
        text.reserveCapacity(count + 64)
        while text.utf8.count < count {
            text += unit(index)
            index += 1
        }
        return text
    }

    package static let all = marks + words + names + lines + pages

    private static let marks = [
        "(", ".", "\"", "“", "‘", "'", "”", "_", "-", ", ", "— ", "“ ‘", "“a” ", "\"a\" ", "'a' ", "‘a ", "a'",
        "workers' ", "& ", "\u{301}", "a\u{301}", "\u{323}\u{307}\u{301}\u{327}", "\u{1100}\u{1161}", "👩\u{200D}",
        "\u{202E}",
        "\u{FEFF}", "a\u{A0}", " ", "\t", "\r",
    ].map { Self($0) }

    private static let words = [
        "a", "A ", "a ", "Aa ", "1", "1,000.00 ", "U.N. ", "A. B. ", "1. ", "The ", "He ", "said ", "not ",
        "not hates Krol ",
        "good bad ", "House of the House ", "Minister of the ", "Mr. Krol ", "de la Cruz ", "South Korean ",
        "President ",
        "who said that he said that ", "Krol said that ", "According to Krol, ", "http://a.b/c?d=e&", "a-",
    ].map { Self($0) }

    private static let names =
        [
            "Krol hates Dravonia. ", "Krol hates Dravonia and ", "Krol hates; ", "Krol vs. ", "and Krol, ",
            "Krol, who hates the Court, ", "Ida Krol Tomas Bredahl ", "saw Ida Krol and said ", "“No,” said Ida Krol. ",
            "“No,” he said. ", "“a,” said Krol, “b,” ", "said Krol, “a ", "They said “yes” and ", "He said. She said. ",
            "Krol praised Bredahl and condemned the Court for the dam. ",
        ].map { Self($0) } + [
            Self("saw NAME NAME there. ", "text/plain", "") { "saw \(name($0)) \(name($0 * 7 + 3)) there. " },
            Self("saw NAME there. ", "text/plain", "") { "saw \(name($0)) there. " },
            Self("saw NAME Krol there. ", "text/plain", "") { "saw \(name($0)) Krol there. " },
        ]

    private static let lines = [
        "a\n", "a\n\n", "- a\n", "> a\n", "Ida Krol\n\n", "By Ida Krol\n\n", "March 5, 2031\n\n", "(Photo: Krol)\n\n",
        "Krol: no\n", "Krol: “no\n\n", "“No\n\n", "Krol hates Dravonia.\n\n", "Related\n\nOther\n\n", "Home\n\n",
    ].map { Self($0) }

    private static let pages =
        [
            "<", "<p", "<p>", "<div>", "</p>", "<p>x", "<li>x", "<ul><li>x", "<td>x", "<table>", "<b>x</b>",
            "<h1>x</h1>",
            "a<br>", "<pre>a\n", "<nav>x", "<figure><figcaption>x", "&", "&#", "&#1", "<!--", "<![CDATA[", "<?",
            "<svg>",
            "<title>x</title>", "<title>", "<script>", "</script", "<textarea>", "<a b=", "<a b=\"",
            "<meta name=author content=x>", "<script type=\"application/ld+json\">{\"a\":1}</script>",
        ].map { Self(page: $0) } + [
            Self("<a x1=1 x2=2 …", "text/html", "<p>A sentence.</p><a ") { "x\($0)=\($0) " }
        ]

    /// A name of its own for each number.
    private static func name(_ number: Int) -> String {
        let consonants = Array("bcdfghklmnprstvz")
        var (text, rest) = ("", number + 1)
        while rest > 0 {
            text.append(consonants[rest % 16])
            text.append("aeiou".dropFirst(rest % 5).first ?? "a")
            rest /= 16
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
