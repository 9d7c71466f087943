import Testing

@testable import Ingest

@Suite struct MinHashTests {
    /// The share of slots that are equal.
    private static func likeness(_ left: String, _ right: String) throws -> Double {
        let (left, right) = (try #require(MinHash.sketch(of: left)), try #require(MinHash.sketch(of: right)))
        return Double(zip(left, right).count { $0 == $1 }) / Double(MinHash.slots)
    }

    @Test func `the sketch of a text is the same in every version`() throws {
        let text = (1...60).map { "word\($0)" }.joined(separator: " ")
        #expect(try #require(MinHash.sketch(of: text)).prefix(4) == [48_872, 19_229, 51_587, 53_815])
    }

    @Test func `case, punctuation and spaces do not matter, words do`() throws {
        let words = (1...200).map { "Über\($0)" }
        let plain = words.joined(separator: " ")
        let other = words.map { $0.uppercased() }.joined(separator: ",\n")
        #expect(try Self.likeness(plain, other) == 1)
        #expect(try Self.likeness(plain, words.reversed().joined(separator: " ")) < 0.2)
    }

    @Test func `a text that is too short has none`() {
        #expect(MinHash.sketch(of: "") == nil)
        #expect(MinHash.sketch(of: (1...39).map { "w\($0)" }.joined(separator: " ")) == nil)
        #expect(MinHash.sketch(of: (1...40).map { "w\($0)" }.joined(separator: " ")) != nil)
        #expect(MinHash.sketch(of: String(repeating: "…!? ", count: 1_000)) == nil)
    }

    @Test func `each ideograph is a word`() throws {
        let text = String(String.UnicodeScalarView((0..<80).map { Unicode.Scalar(0x4E00 + $0)! }))
        #expect(MinHash.sketch(of: text) != nil)
        #expect(try Self.likeness(text, text + "。") == 1)
    }

    // MARK: How well near duplicates are found, on made texts

    /// A made article: 15 to 40 paragraphs of words that are drawn as often as Zipf's law has it.
    private static func article(_ random: inout SplitMix) -> [[String]] {
        (0..<random.number(15...40)).map { _ in
            (0..<random.number(20...60)).map { _ in "w\(Int(2_000 * (random.unit() * random.unit() * random.unit())))" }
        }
    }

    private static func text(_ paragraphs: [[String]]) -> String {
        paragraphs.map { $0.joined(separator: " ") }.joined(separator: ".\n\n")
    }

    /// What an editor does to an agency's text.
    enum Change: CaseIterable {
        case cutEnd, addStart, wordsChanged, sentencesDropped, reordered

        fileprivate func made(_ article: [[String]], _ random: inout SplitMix) -> [[String]] {
            switch self {
            case .cutEnd: return Array(article.prefix(article.count * 3 / 4))
            case .addStart:
                return (0..<article.count / 5).map { _ in (0..<40).map { _ in "n\(random.number(0...2_000))" } }
                    + article
            case .wordsChanged:
                return article.map { $0.map { random.number(1...25) == 1 ? "x\(random.number(0...2_000))" : $0 } }
            case .sentencesDropped: return article.filter { _ in random.number(1...8) > 1 }
            case .reordered: return Array(article[(article.count / 2)...] + article[..<(article.count / 2)])
            }
        }
    }

    @Test(arguments: Change.allCases)
    func `nearly all texts that an editor has changed are found`(change: Change) throws {
        var random = SplitMix(state: 1)
        var found = 0
        for _ in 0..<100 {
            let article = Self.article(&random)
            let changed = Self.text(change.made(article, &random))
            found += try Self.isFound(Self.text(article), changed) ? 1 : 0
        }
        #expect(found >= 98, "\(change): \(found) of 100")
    }

    @Test func `no texts that have nothing to do with each other are taken for the same`() throws {
        var random = SplitMix(state: 2)
        let sketches = try (0..<100).map { _ in try #require(MinHash.sketch(of: Self.text(Self.article(&random)))) }
        for left in sketches.indices {
            for right in sketches.indices where right > left {
                #expect(zip(sketches[left], sketches[right]).count { $0 == $1 } < 15)
            }
        }
    }

    /// As the queue's index finds them: one of sixteen bands of three slots equal, and 22 slots in all.
    private static func isFound(_ left: String, _ right: String) throws -> Bool {
        let (left, right) = (try #require(MinHash.sketch(of: left)), try #require(MinHash.sketch(of: right)))
        let equal = zip(left, right).map { $0 == $1 }
        let hasBand = stride(from: 0, to: equal.count, by: 3).contains { equal[$0] && equal[$0 + 1] && equal[$0 + 2] }
        return hasBand && equal.count { $0 } >= 22
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return MinHash.mixed(state)
    }

    mutating func unit() -> Double { Double(next() >> 11) / 0x1p53 }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}
