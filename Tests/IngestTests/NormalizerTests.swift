import Ingest
import Testing

struct `Normalization` {
    @Test(arguments: [
        ("a\r\nb\rc\u{85}d\u{2028}e", "a\nb\nc\nd\ne"),
        ("a\u{A0}b\u{202F}c\u{2007}d\u{2009}e\u{3000}f\tg", "a b c d e f g"),
        ("co\u{AD}op\u{200B}er\u{2060}ate\u{FEFF}", "cooperate"),
        ("\u{FEFF}a\u{0}b\u{7}c\u{7F}d\u{9B}e", "abcde"),
        ("a  \t\u{A0}\nb \n", "a\nb\n"),
        ("Cafe\u{301}", "Café"),
        ("a\u{323}\u{307} b", "ạ̇ b"),
        ("“Quotes” – ‘dashes’ — stay…", "“Quotes” – ‘dashes’ — stay…"),
        ("Lat\u{200D}in", "Latin"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👩\u{200D}🔬", "👩\u{200D}🔬"),
        ("", ""),
    ])
    func `a text has one form`(_ text: String, _ expected: String) {
        let normalized = Normalizer().normalize(text)
        #expect(Array(normalized.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func `long combining sequences take linear time and stay what they are`() {
        let marks = String(repeating: "\u{301}\u{323}", count: 200_000)
        let normalized = Normalizer().normalize("a" + marks)
        #expect(normalized.unicodeScalars.count >= 399_999)
    }
}
