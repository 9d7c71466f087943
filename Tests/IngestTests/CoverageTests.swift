import Article
import Ingest
import Testing

/// Every scalar that is not white space is in exactly one block, and blocks begin and end with such a scalar.
func expectCovered(_ article: Article, _ comment: @autoclosure () -> Comment? = nil) {
    let scalars = Array(article.text.unicodeScalars)
    var covered = 0
    var problem: String?
    for block in article.blocks ?? [] {
        let span = block.span
        if span.start < covered || span.end > scalars.count || span.isEmpty {
            problem = "\(span) is empty or out of order"
            break
        }
        if scalars[covered..<span.start].contains(where: { !$0.properties.isWhitespace }) {
            problem = "a gap before \(span)"
        }
        if scalars[span.start].properties.isWhitespace || scalars[span.end - 1].properties.isWhitespace {
            problem = "white space at an end of \(span)"
        }
        covered = span.end
    }
    if scalars[covered...].contains(where: { !$0.properties.isWhitespace }) { problem = problem ?? "a gap at the end" }
    #expect(problem == nil, comment())
}

struct `Blocks cover the text` {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `of any plain text and any page`(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for round in 0..<25 {
            let content = HostileText.make(&generator)
            for type in ["text/plain", "text/html"] {
                do throws(StageError) {
                    let submission = Submission(content: content, contentType: type)
                    let article = try Ingest().article(from: submission, id: "a")
                    let comment = Comment(
                        rawValue: "seed \(seed), round \(round), \(type): \(content.debugDescription)"
                    )
                    expectCovered(article, comment)
                    let allowed = article.text.unicodeScalars.allSatisfy {
                        !$0.properties.isWhitespace || $0 == " " || $0 == "\n"
                    }
                    #expect(allowed, comment)
                    if type == "text/plain", !content.contains("<") {
                        #expect(Normalizer().normalize(article.text) == article.text, comment)
                    }
                } catch {
                    let codes = ["empty", "not_text", "no_article"]
                    #expect(codes.contains(error.code), "seed \(seed), round \(round)")
                }
            }
        }
    }
}

struct `Plain text of one thing twenty thousand times` {
    @Test(arguments: [
        "a\n\n", "By Jane Doe\n\n", "June 12, 2018\n\n", "Opinion\n\n", "Menu\n", "- a\n", "> a\n", "\u{301}",
        "“photo:", "a ", "\n", ".",
        "Related\n\nOther\n\n", "Tags:\n\n", "Jane Doe\n\nJune 12\n\n",
        "It is a sentence of more than eight words, no more.\n\n",
    ])
    func `is read in linear time`(_ unit: String) throws {
        let body = "It is a long enough sentence to be a paragraph of a page."
        let text = String(repeating: unit, count: 20_000)
        for content in [text + "\n\n" + body, body + "\n\n" + text] { expectCovered(try ingest(content)) }
    }
}

/// Texts of pieces that are hard to normalize, to split or to parse.
enum HostileText {
    private static let pieces = [
        "Word", "a sentence of several words.", "\n", "\n\n", " ", "\r\n", "\t", "\u{A0}", "\u{2028}", "\u{200B}",
        "\u{200D}",
        "\u{FEFF}", "\u{301}", "\u{323}\u{307}", "e\u{301}", "👩‍🔬", "🇫🇷", "한국", "\u{1100}\u{1161}\u{11A8}", "عربي",
        "\u{202E}",
        "\u{AD}", "\u{0}", "\u{FFFD}", "\u{1F}", "“", "”", "\"", "’", ".", "…", ":", "—", "- ", "1. ", "> ", "# ", "•",
        "By Jane Doe", "June 12, 2018", "© 2018 Reuters/Jane Doe", "(AP Photo/Jane Doe)", "Skip to main content",
        "Published in: The Example", "Subscribe to our newsletter", "Home", "Menu", "Share", "Related articles",
        "Tags:",
        "<p>", "</p>", "<div>", "<h1>", "</h1>", "<li>", "<nav>", "</nav>", "<td>", "<tr>", "</table>", "<br>", "<!--",
        "-->", "<",
        "&", "&amp;", "&#x301;", "&nbsp;", "&#0;", "<svg>", "</svg>", "<script>", "</script>", "<title>", "<pre>",
        "<![CDATA[", "]]>",
        "\u{2126}", "\u{FB01}", "\u{0344}", "\u{1F71}", "\u{E0001}", "\u{10FFFF}", "\u{378}",
    ]

    static func make(_ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 0..<120, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
}

/// The generator of Steele, Lea and Flood (2014): the same numbers for the same seed on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
