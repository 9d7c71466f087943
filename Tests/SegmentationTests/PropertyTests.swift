import Article
import Segmentation
import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct `On any text` {
    private static let pieces = [
        ".", "!", "?", "…", "...", ". . .", "\"", "'", "“", "”", "‘", "’", "«", "»", "(", ")", "[", "]", "[1]", "—",
        "-",
        " ", " ", " ", "\n", "\r\n", "\r", "\u{85}", "\u{a0}", "\u{2028}", "\u{2029}", "\u{3000}", "\t", "。", "？", "\0",
        "Mr.", "U.S.", "a.m.", "e.g.", "J.", "No. 5", "1.", "2.", "1)", "2)", "a.", "b.", "• ", "x", "The", "he said",
        "Ünal", "é", "e\u{301}", "中", "👩‍👩‍👧", "\u{1F1E9}\u{1F1EA}", ":)", "1998", "www.a.b", "**", "_", "\u{200B}",
        "\u{FEFF}", "http://a.b", "a@b.c", "4 PM", "Thanks,", "Image:", "Figure 2", "Monday, May 1, 2000", "Corp.",
        "Nordby", "[...]", "z. B.", "said", "However", ", Ore.", "he", "\u{300A}", " 8 The ", " ====== ", "______",
        "<a@b.c>", ">>", "a...@b.c", "Al 1/1/2000 1:11 ", String(repeating: "x", count: 70),
        "é" + String(repeating: " ", count: 70),
    ]

    private static func text(seed: UInt64) -> String {
        var generator = SeededGenerator(state: seed)
        return (0..<Int.random(in: 0...60, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
    }

    @Test(arguments: SentenceSegmenter.Newlines.allCases)
    func `spans are in order, trimmed and hold all that is not white space`(_ newlines: SentenceSegmenter.Newlines) {
        for seed in UInt64(0)..<4000 {
            let scalars = Array(Self.text(seed: seed).unicodeScalars)
            let text = Self.text(seed: seed)
            let spans = SentenceSegmenter(newlines: newlines).segment(text)
            var last = 0
            for span in spans {
                #expect(span.start >= last && span.end > span.start && span.end <= scalars.count, "seed \(seed)")
                guard span.end <= scalars.count, !span.isEmpty else { return }
                #expect(!Self.isWhiteSpace(scalars[span.start]), "seed \(seed)")
                #expect(!Self.isWhiteSpace(scalars[span.end - 1]), "seed \(seed)")
                #expect(scalars[last..<max(last, span.start)].allSatisfy(Self.isWhiteSpace), "seed \(seed)")
                last = span.end
            }
            #expect(scalars[last...].allSatisfy(Self.isWhiteSpace), "seed \(seed)")
        }
    }

    @Test func `no hard line break is inside a sentence`() {
        for seed in UInt64(0)..<2000 {
            let text = Self.text(seed: seed)
            for sentence in split(text) {
                #expect(
                    !sentence.unicodeScalars.contains { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) },
                    "seed \(seed)"
                )
            }
        }
    }

    @Test func `a part of a text is segmented as that part alone would be`() {
        for seed in UInt64(0)..<1000 {
            let (left, right) = (Self.text(seed: seed), Self.text(seed: seed + 1_000_000))
            let bytes = Array((left + right).utf8)
            let part = bytes.span.extracting(left.utf8.count..<bytes.count)
            let shift = left.unicodeScalars.count
            let expected = SentenceSegmenter().segment(right).map { ScalarSpan($0.start + shift, $0.end + shift) }
            #expect(SentenceSegmenter().segment(part, firstScalar: shift) == expected, "seed \(seed)")
        }
    }

    @Test func `bytes that are not UTF-8 do no harm`() {
        for seed in UInt64(0)..<2000 {
            var generator = SeededGenerator(state: seed)
            let bytes = (0..<40).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0x80...0xFF, using: &generator)
                    : [0x2E, 0x20, 0x41, 0x22].randomElement(using: &generator) ?? 0
            }
            let spans = SentenceSegmenter().segment(bytes.span)
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }, "seed \(seed)")
        }
    }

    @Test func `every sentence's end has a decision that explains it`() {
        for seed in UInt64(0)..<500 {
            let text = Self.text(seed: seed)
            let ends = SentenceSegmenter().explain(text).filter(\.endsSentence).map(\.offset)
            #expect(ends == SentenceSegmenter().segment(text).map(\.end), "seed \(seed)")
        }
    }
}
