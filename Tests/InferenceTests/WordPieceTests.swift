import Testing

@testable import Inference

@Suite struct WordPieceTests {
    private static func pieces(_ text: String) -> [Piece] {
        let lines = Array(TinyModel.words.joined(separator: "\n").utf8)
        let vocabulary = lines.withUnsafeBytes { Vocabulary(lines: $0) }
        let tokens = WordPiece(vocabulary: vocabulary, unknown: 1)
        var pieces: [Piece] = []
        var word = WordPiece.Word()
        let scalars = Array(text.unicodeScalars)
        tokens.append(scalars, scalars.indices, to: &pieces, &word)
        return pieces
    }

    /// What Hugging Face's tokenizers 0.23 gives for the same vocabulary; scripts/parity-stance compares 10,000 more.
    @Test(arguments: [
        ("Anna praised the dam.", "anna praised the dam ."),
        ("unwanted UNWANTED wants", "un ##want ##ed un ##want ##ed want ##s"),
        ("unknown", "[UNK]"), ("abc ab cb", "a ##b ##c a ##b c ##b"), ("", ""), (" \t\n", ""),
        ("Café CAFE\u{301}", "cafe cafe"), ("dam’s", "dam ’ [UNK]"), ("good人人bad", "good 人 人 bad"),
        ("go\u{200B}od\u{AD}\u{0}\u{FFFD}", "good"), ("bad\u{A0}good\u{3000}new\u{2028}a", "bad good new a"),
        ("[CLS]", "[UNK] [UNK] [UNK]"), ("a,b.c", "a , b . c"), ("\u{37E}", "[UNK]"), ("dam\u{1F600}", "[UNK]"),
        // Unassigned; assigned after Unicode 8; the beginning of an extension that tokenizers leaves out.
        ("good\u{378}bad", "[UNK]"), ("good\u{2E52}bad", "[UNK]"), ("good\u{8D3}bad", "[UNK]"),
        ("good\u{2B820}bad", "[UNK]"), ("good\u{2B920}bad", "good [UNK] bad"), ("good\u{E000}", "good"),
    ])
    func `texts are cut as the reference cuts them`(_ text: String, _ expected: String) {
        #expect(Self.pieces(text).map { TinyModel.words[Int($0.id)] }.joined(separator: " ") == expected)
    }

    @Test func `pieces know their place in code points`() {
        let pieces = Self.pieces("É Café\u{301}s, unwanted")
        #expect(pieces.map(\.id) == [1, 26, 11, 16, 17, 18, 19])
        #expect(pieces.map { "\($0.start)-\($0.end)" } == ["0-1", "2-6", "7-8", "8-9", "10-12", "12-16", "16-18"])
    }

    @Test func `a word of more than a hundred characters is unknown, in linear time`() {
        #expect(Self.pieces(String(repeating: "b", count: 100)).count == 100)
        #expect(Self.pieces(String(repeating: "b", count: 101)).map(\.id) == [1])
        let long = Self.pieces(String(repeating: "b", count: 200_000))
        #expect(long == [Piece(id: 1, start: 0, end: 200_000)])
    }

    @Test func `of two equal lines the later is the word`() {
        let lines = Array("a\nb\na\n".utf8)
        let vocabulary = lines.withUnsafeBytes { Vocabulary(lines: $0) }
        #expect(vocabulary.count == 3)
        #expect(vocabulary.id(of: "a") == 2)
        #expect(vocabulary.id(of: "c") == nil)
    }
}
