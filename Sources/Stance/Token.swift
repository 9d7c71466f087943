import Article

/// A word, number or mark of a text, with what the rules ask of it most often.
struct Token: Sendable {
    enum Shape: UInt8, Sendable {
        case lower
        /// A capital first: `Trump`, `McDonald`, `Okafor-Lindt`.
        case capitalized
        /// Two capitals or more and no small letter: `UN`, `U.S.`.
        case upper
        /// A capital with its full stop: `W.`.
        case initial
        case number
        /// `'s`, `n't`, `'re` and the like, cut off their word.
        case clitic
        case punctuation
    }

    var span: ScalarSpan
    /// The word in lower case, with straight apostrophes; a mark as it stands.
    var word: String
    var shape: Shape

    var isCapital: Bool { shape == .capitalized || shape == .upper || shape == .initial }
    var isWord: Bool { shape != .punctuation }
}

extension ScalarText {
    /// The text of `span` as a name is written: white space as single spaces.
    func name(_ span: ScalarSpan) -> String {
        var view = String.UnicodeScalarView()
        var isAfterSpace = true
        for scalar in scalars[span.range] {
            let isSpace = scalar.properties.isWhitespace
            if !isSpace { view.append(scalar) } else if !isAfterSpace { view.append(" ") }
            isAfterSpace = isSpace
        }
        return String(view)
    }
}

extension Array where Element == Token {
    /// The indices of the tokens that lie inside `span`, found by bisection. The tokens are in the order of the text.
    func indices(in span: ScalarSpan) -> Range<Int> {
        let low = firstIndex(startingAt: span.start)
        return low..<Swift.max(low, firstIndex(startingAt: span.end))
    }

    /// The index of the first token that starts at `offset` or after it.
    func firstIndex(startingAt offset: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].span.start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Collection where Element == Token {
    /// Whether nearly all long words have a capital.
    var isHeadline: Bool {
        var (long, capital) = (0, 0)
        for token in self where token.isWord && token.span.count >= 4 && token.shape != .number {
            long += 1
            if token.isCapital { capital += 1 }
        }
        return long >= 4 && capital * 5 >= long * 4
    }
}
