/// The runs of four words of a text, with how often each occurs; a shorter text is one run.
///
/// Four words are the measure of scrapinghub's article-extraction benchmark (2019), so figures can be compared with its.
struct Shingles {
    private static let size = 4

    /// By the run's words, joined by a character that is in no word.
    private(set) var counts: [String: Int] = [:]

    init(_ text: String) {
        let words = ExtractionWords.words(of: text).map { String($0) }
        guard !words.isEmpty else { return }
        for start in 0..<max(1, words.count - Self.size + 1) {
            counts[words[start..<min(words.count, start + Self.size)].joined(separator: " "), default: 0] += 1
        }
    }

    /// Takes away what `other` has, as far as it is there.
    mutating func subtract(_ other: Shingles) {
        for (shingle, count) in other.counts {
            guard let own = counts[shingle] else { continue }
            counts[shingle] = own > count ? own - count : nil
        }
    }
}

extension AgreementCounts {
    /// How far two multisets agree.
    init<Element: Hashable>(gold: [Element: Int], predicted: [Element: Int]) {
        let found = gold.reduce(0) { $0 + min($1.value, predicted[$1.key] ?? 0) }
        self.init(
            found: found,
            added: predicted.values.reduce(0, +) - found,
            missed: gold.values.reduce(0, +) - found
        )
    }
}
