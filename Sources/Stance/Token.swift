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
    /// Whether all long words but prepositions have a capital.
    var isHeadline: Bool {
        let long = filter { $0.isWord && $0.span.count >= 4 && $0.shape != .number }
        return long.count >= 4 && long.allSatisfy { $0.isCapital || Headline.small.contains($0.word) }
    }
}

private enum Headline {
    /// Long words that headlines write small.
    static let small = WordList(
        "about after amid among before between from into like near onto over since than that through till under until upon"
            + " when while with within without what where your"
    )
}
