import Testing
import TextEncoding

struct `Encodings` {
    private func page(_ declaration: String, _ text: [UInt8]) -> [UInt8] {
        Array("<html><head>\(declaration)</head><body><p>".utf8) + text + Array("</p></body></html>".utf8)
    }

    @Test(arguments: [
        ("UTF-8", [0xEF, 0xBB, 0xBF, 0xC3, 0xA9] as [UInt8]), ("UTF-16BE", [0xFE, 0xFF, 0x00, 0xE9]),
        ("UTF-16LE", [0xFF, 0xFE, 0xE9, 0x00]),
    ])
    func `a byte order mark is believed before anything else`(_ name: String, _ bytes: [UInt8]) {
        let decoded = DecodedText.decode(bytes, charset: "shift_jis", isHTML: false)
        #expect(decoded == DecodedText(text: "é", encoding: name, evidence: .byteOrderMark, faults: 0))
    }

    @Test func `the header is believed before the page`() {
        let decoded = DecodedText.decode(
            page("<meta charset=koi8-r>", [0xE9]),
            charset: "ISO-8859-1",
            isHTML: true
        )
        #expect(decoded.text.contains("<p>é</p>"))
        #expect(decoded.encoding == "windows-1252")
        #expect(decoded.evidence == .header)
    }

    @Test(arguments: [
        ("<meta charset='windows-1251'>", [0xCF, 0xF0] as [UInt8], "Пр"),
        ("<META http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">", [0x93, 0xFA, 0x96, 0x7B], "日本"),
        ("<meta name=a><meta charset = \"euc-kr\">", [0xC7, 0xD1], "한"),
        ("<meta charset=gb2312>", [0xD6, 0xD0], "中"), ("<meta charset=iso-8859-15>", [0xA4], "€"),
    ])
    func `a page says what it is in`(_ declaration: String, _ bytes: [UInt8], _ text: String) {
        let decoded = DecodedText.decode(page(declaration, bytes), isHTML: true)
        #expect(decoded.text.contains("<p>\(text)</p>"))
        #expect(decoded.evidence == .declaration)
    }

    @Test(arguments: ["iso-8859-1", "windows-1251", "no such thing"])
    func `valid UTF-8 is UTF-8, whatever a page says`(_ label: String) {
        let decoded = DecodedText.decode(
            page("<meta charset=\(label)>", Array("naïve".utf8)),
            charset: label,
            isHTML: true
        )
        #expect(decoded.text.contains("naïve"))
        #expect(decoded.encoding == "UTF-8")
    }

    @Test func `a page that says UTF-8 and is not is taken for what it is`() {
        let sentence: [UInt8] = Array("Zur H".utf8) + [0xF6] + Array("he. ".utf8)
        let latin = [[UInt8]](repeating: sentence, count: 80).flatMap(\.self)
        let decoded = DecodedText.decode(page("<meta charset=utf-8>", latin), isHTML: true)
        #expect(decoded.text.contains("Zur Höhe."))
        #expect(decoded.encoding == "windows-1252")
    }

    @Test func `a page in UTF-8 with a fault stays UTF-8`() {
        let decoded = DecodedText.decode(page("<meta charset=utf-8>", Array("naïve ".utf8) + [0xC3]), isHTML: true)
        #expect(decoded.text.contains("naïve \u{FFFD}</p>"))
        #expect(decoded.faults == 1)
    }

    @Test(
        arguments: [
            (
                "windows-1252",
                Array("Die H".utf8) + [0xF6] + Array("he war ".utf8) + [0x84] + Array("hoch".utf8) + [0x93],
                "Die Höhe war „hoch“"
            ),
            ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0], "Привет мир"),
            ("KOI8-R", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xCD, 0xC9, 0xD2], "Привет мир"),
            (
                "Shift_JIS", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD, 0x90, 0xA2, 0x8A, 0x45],
                "こんにちは世界"
            ),
            ("EUC-KR", [0xBE, 0xC8, 0xB3, 0xE7, 0xC7, 0xCF, 0xBC, 0xBC, 0xBF, 0xE4], "안녕하세요"),
            (
                "UTF-16LE",
                Array("Plain letters".utf8).flatMap { [$0, 0] as [UInt8] } + [0xE9, 0x00],
                "Plain lettersé"
            ),
        ] as [(String, [UInt8], String)]
    )
    func `bytes that nothing describes are looked at`(_ name: String, _ bytes: [UInt8], _ text: String) {
        let decoded = DecodedText.decode(bytes, isHTML: false)
        #expect(decoded.text == text)
        #expect(decoded.encoding == name)
        #expect(decoded.evidence == .detection)
    }

    @Test func `a hundred thousand declarations take linear time`() {
        let bytes = Array(String(repeating: "<meta charset", count: 100_000).utf8) + [0xE9]
        #expect(DecodedText.decode(bytes, isHTML: true).encoding == "windows-1252")
    }
}
