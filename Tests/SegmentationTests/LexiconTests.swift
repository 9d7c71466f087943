import Testing

@testable import Segmentation

@Suite struct `Words` {
    /// Runs `body` on the UTF-8 of `text`.
    private func with<Value>(_ text: String, _ body: (UTF8Text) -> Value) -> Value {
        var text = text
        return text.withUTF8 { body(UTF8Text($0)) }
    }

    @Test(arguments: 0...17)
    func `have the same key however they are read`(_ length: Int) {
        let word = String("Ab.C&9dEfGhIjKlMn".prefix(length))
        let expected = length <= WordKey.maximumLength ? WordKey(word.lowercased().utf8) : nil
        // In the middle of a text eight bytes are read at a time, and at its end one.
        #expect(with(word + String(repeating: "Z", count: 20)) { $0.key(0, length) } == expected)
        #expect(with("Z " + word) { $0.key(2, 2 + length) } == expected)
    }

    @Test func `that may open a sentence without a mark are never passed over`() {
        let lexicon = LanguageRules.english.lexicon
        for word in ["The", "He", "I", "It", "However", "Friday", "Image", "In"] {
            for next in [" ", "'", ",", ":", "."] {
                let bytes = Array((word + next + "  ").utf8)
                #expect(lexicon.mayOpenWithoutMark(bytes[0], bytes[1], bytes[2]), "\(word)\(next)")
            }
        }
        #expect(!lexicon.mayOpenWithoutMark(UInt8(ascii: "K"), UInt8(ascii: "z"), UInt8(ascii: "q")))
    }

    @Test(arguments: ["en", "es", "fr", "de", "it", "pt", "und"])
    func `of the tables fit into keys`(_ code: String) {
        // A longer word would end the process.
        #expect(LanguageRules.rules(for: code).code == code)
    }

    @Test func `before a mark are described alike with and without marks inside`() {
        let described = ["Corp", "U.S", "a.m", "can't", "1998", "iPhone", "x"].map { text in
            with(text + ". The end of it.") { $0.word(before: text.utf8.count, from: 0) }
        }
        #expect(described.map(\.isCapitalised) == [true, true, false, false, false, false, false])
        #expect(described.map(\.isLowerCase) == [false, false, false, true, false, false, true])
        #expect(described.map(\.isInitialism) == [false, true, true, false, false, false, false])
        #expect(described.map(\.isNumber) == [false, false, false, false, true, false, false])
        #expect(described.map(\.isSuffix) == [false, false, false, true, false, false, false])
        #expect(described.map(\.count) == [4, 3, 3, 1, 4, 6, 1])
    }
}
