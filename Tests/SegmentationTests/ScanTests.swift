import Testing

@testable import Segmentation

@Suite struct `The scan` {
    private static let pieces = [
        "a", "bc ", " ", "A", " B", ".", "!", "?", "\"", ")", ":", "@", ",", "1", "\n", "\r", "\u{85}", "é", "“", "”",
        "…", "\u{2028}", "‽", "•", "中", "。", "！", "я", "।", "؟", "😀", "\u{A0}", "~", "\u{7F}", "[", "`", "/", ";",
    ]

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
        return ByteClass.isUpper(byte) ? text[offset - 1] == 0x20 : byte < 0x80 && ByteClass.isMark(byte)
    }

    @Test func `finds the bytes that may matter and no others, in blocks of any length`() {
        for seed in UInt64(0)..<3000 {
            Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
                let text = UTF8Text(bytes)
                var blocks = CandidateBlocks(text)
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

    @Test func `counts scalars, and knows what is ASCII`() {
        for seed in UInt64(0)..<1000 {
            Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
                let text = UTF8Text(bytes)
                var blocks = CandidateBlocks(text)
                _ = blocks.next(from: 0)
                for start in 0...text.count {
                    let part = bytes[start...]
                    #expect(text.scalarCount(start..<text.count) == part.count { $0 & 0xC0 != 0x80 }, "seed \(seed)")
                    #expect(!blocks.isASCII(start..<text.count) || part.allSatisfy { $0 < 0x80 }, "seed \(seed)")
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
