/// Finds all phrases of a table in one pass over a text, however many they are (Aho and Corasick, 1975, as a complete
/// automaton, so that each symbol costs one look-up).
struct PhraseAutomaton: Sendable {
    /// A phrase that was found, as whole words.
    struct Match: Hashable {
        var wording: Wording
        /// Symbols of the text.
        var range: Range<Int>
    }

    private static let width = FoldedText.alphabet.count
    private static let index: [UInt8] = {
        var index = [UInt8](repeating: 0, count: 128)
        for (position, symbol) in FoldedText.alphabet.enumerated() { index[Int(symbol)] = UInt8(position) }
        return index
    }()

    private struct Output {
        var wording: Wording
        var length: Int
    }

    /// The state after each state and symbol.
    private var next: [Int32]
    /// The phrases that end in each state.
    private var outputs: [[Output]]
    /// Whether any phrase ends in each state.
    private var isFinal: [Bool] = []

    /// - Parameter phrases: Phrases in the symbols of ``FoldedText``, by class.
    init(_ phrases: [(Wording, [String])]) {
        next = [Int32](repeating: -1, count: Self.width)
        outputs = [[]]
        for (wording, texts) in phrases {
            for text in texts { insert(text, wording) }
        }
        link()
        isFinal = outputs.map { !$0.isEmpty }
    }

    private mutating func insert(_ phrase: String, _ wording: Wording) {
        var state = 0
        for symbol in phrase.utf8 {
            let slot = state * Self.width + Int(Self.index[Int(symbol)])
            if next[slot] < 0 {
                next[slot] = Int32(outputs.count)
                outputs.append([])
                next.append(contentsOf: repeatElement(-1, count: Self.width))
            }
            state = Int(next[slot])
        }
        outputs[state].append(Output(wording: wording, length: phrase.utf8.count))
    }

    /// Completes the transitions, breadth first, from those of the longest proper suffix.
    private mutating func link() {
        var suffix = [Int](repeating: 0, count: outputs.count)
        var order: [Int] = []
        for symbol in 0..<Self.width {
            if next[symbol] > 0 { order.append(Int(next[symbol])) } else { next[symbol] = 0 }
        }
        var position = 0
        while position < order.count {
            let state = order[position]
            position += 1
            outputs[state] += outputs[suffix[state]]
            for symbol in 0..<Self.width {
                let slot = state * Self.width + symbol
                let fallback = next[suffix[state] * Self.width + symbol]
                if next[slot] >= 0 {
                    suffix[Int(next[slot])] = Int(fallback)
                    order.append(Int(next[slot]))
                } else {
                    next[slot] = fallback
                }
            }
        }
    }

    /// Calls `body` with each match, by the ends of the matches.
    func matches(in text: FoldedText, _ body: (Match) -> Void) {
        let symbols = text.symbols
        let index = Self.index
        let width = Self.width
        var state = 0
        for position in symbols.indices {
            state = Int(next[state * width + Int(index[Int(symbols[position])])])
            if !isFinal[state] { continue }
            let end = position + 1
            for output in outputs[state] where Self.isWhole(symbols, end - output.length, end) {
                body(Match(wording: output.wording, range: end - output.length..<end))
            }
        }
    }

    /// Whether no word goes on over either end.
    private static func isWhole(_ symbols: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let isInWord = start > 0 && FoldedText.isWord(symbols[start]) && FoldedText.isWord(symbols[start - 1])
        guard !isInWord, end < symbols.count, FoldedText.isWord(symbols[end - 1]) else { return !isInWord }
        // "today's" is not "today".
        let isPossessive =
            symbols[end] == UInt8(ascii: "'") && end + 1 < symbols.count && FoldedText.isWord(symbols[end + 1])
        return !FoldedText.isWord(symbols[end]) && !isPossessive
    }
}
