import Testing

@testable import Segmentation

@Suite struct `The scan` {
    private static let pieces = [
        "a", "bc ", " ", "A", " B", ".", "!", "?", "\"", ")", ":", "@", ",", "1", "\n", "\r", "\u{85}", "é", "“", "”",
        "…", "\u{2028}", "‽", "•", "中", "。", "！", "я", "।", "؟", "😀", "\u{A0}", "~", "\u{7F}", "[", "`", "/", ";",
    ]

    private static let lexicon = LanguageRules.english.lexicon

    private static func bytes(seed: UInt64) -> [UInt8] {
        var generator = SplitMix(state: seed)
        return (0..<Int(generator.next() % 120)).flatMap { _ in
            Array(pieces[Int(generator.next() % UInt64(pieces.count))].utf8)
        }
    }

    /// Asked byte by byte.
    private func mayMatter(_ text: UTF8Text, _ offset: Int) -> Bool {
        let byte = text[offset]
        if byte >= 0xC0 { return text.mayMatter(scalarAt: offset) }
        guard ByteClass.isUpper(byte) else { return byte < 0x80 && ByteClass.isMark(byte) }
        return text[offset - 1] == 0x20 && text.mayMatter(capitalAt: offset, Self.lexicon)
    }

    @Test func `finds the bytes that may matter and no others, in blocks of any length`() {
        for seed in UInt64(0)..<3000 {
            Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
                let text = UTF8Text(bytes)
                var blocks = CandidateBlocks(text, Self.lexicon)
                var found: [Int] = []
                var offset = blocks.next(from: 0)
                while offset < text.count {
                    found.append(offset)
                    offset = blocks.next(from: offset + 1)
                }
                #expect(found == (0..<text.count).filter { mayMatter(text, $0) }, "seed \(seed)")
            }
        }
    }

    @Test func `has the same classes from the processor and from arithmetic`() {
        var generator = SplitMix(state: 1)
        let bytes = (0..<4096).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        bytes.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            for offset in 0..<4096 - 64 {
                #expect(text.masks(at: offset) == text.masksByArithmetic(at: offset))
            }
        }
    }

    @Test func `counts the scalars before any place, wherever the walk is`() {
        for seed in UInt64(0)..<1000 {
            Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
                let text = UTF8Text(bytes)
                var blocks = CandidateBlocks(text, Self.lexicon)
                var walked = 0
                while walked < text.count {
                    for offset in 0...text.count {
                        let count = bytes[..<offset].count { $0 & 0xC0 != 0x80 }
                        #expect(blocks.scalars(before: offset) == count, "seed \(seed), \(offset) from \(walked)")
                    }
                    walked = blocks.next(from: walked + 31)
                }
            }
        }
    }

    @Test(arguments: [".", "!", "?"])
    func `says at plain marks what a closer look says`(_ mark: String) {
        let words = [
            "well", "Aug", "no", "Inc", "Gen", "Mr", "etc", "ft", "vs", "co", "yahoo", "p", "U.S", "Fig", "am",
        ]
        let after = [
            " The", " the", " 12 of", " 1200", " 5", " \"The", " “The", " (The", ", the", " iPad", " “the", " A.",
        ]
        for word in words {
            for next in after {
                var text = "It was \(word)\(mark)\(next) x"
                text.withUTF8 { bytes in
                    let text = UTF8Text(bytes)
                    let offset = 7 + word.utf8.count
                    guard let plain = text.plainRule(offset, from: 0, Self.lexicon) else { return }
                    var quoteOpen = false
                    let run = text.terminatorRun(at: offset, quoteOpen: &quoteOpen)
                    let space = text.whiteSpace(at: run.end)
                    let before = text.word(before: offset, from: 0)
                    let candidate = BoundaryCandidate(
                        text: text,
                        sentenceStart: 0,
                        run: run,
                        space: space,
                        before: before
                    )
                    var steps = 0
                    let rule = candidate.rule(.english, &steps)
                    #expect(plain == rule, "\(word)\(mark)\(next)")
                    #expect(!candidate.isUncertain(rule, Self.lexicon), "\(word)\(mark)\(next)")
                }
            }
        }
    }

    @Test func `knows the ends of sentences of other scripts`() {
        #expect(split("वह आया। वह गया।", language: "hi") == ["वह आया।", "वह गया।"])
        #expect(split("هل جاء؟ ذهب.", language: "ar") == ["هل جاء؟", "ذهب."])
        #expect(split("Նա եկավ։ Գնաց։", language: "hy") == ["Նա եկավ։", "Գնաց։"])
        #expect(split("他来了。她走了！", language: "zh") == ["他来了。", "她走了！"])
        #expect(split("Он пришёл. Она ушла… И всё.", language: "ru") == ["Он пришёл.", "Она ушла…", "И всё."])
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mix(state &- 0x9E37_79B9_7F4A_7C15)
    }
}
