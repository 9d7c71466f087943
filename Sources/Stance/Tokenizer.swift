import Article

/// Cuts a text into tokens, in one pass.
///
/// Contractions are cut as the Penn Treebank cuts them (`was|n't`, `Kim|'s`), because negation and the possessive matter
/// to the rules. Hyphenated words stay whole; `U.S.`, `W.` and `Mr.` keep their full stops.
struct Tokenizer {
    private let text: ScalarText
    private var tokens: [Token] = []

    static func tokens(of text: ScalarText, in span: ScalarSpan) -> [Token] {
        var tokenizer = Self(text: text)
        tokenizer.tokens.reserveCapacity(span.count / 5 + 1)
        tokenizer.run(span)
        return tokenizer.tokens
    }

    private init(text: ScalarText) { self.text = text }

    private mutating func run(_ span: ScalarSpan) {
        var index = span.start
        while index < span.end {
            let scalar = text.scalars[index]
            if Self.isWordScalar(scalar) {
                let end = wordEnd(from: index, limit: span.end)
                appendWord(index, end)
                index = end
            } else {
                // Two single marks are a double one, as typewriters and news archives write it.
                let isDoubled =
                    (scalar == "'" || scalar == "`") && index + 1 < span.end && text.scalars[index + 1] == scalar
                let end = isDoubled ? index + 2 : index + 1
                if !scalar.properties.isWhitespace {
                    let word = isDoubled ? "\"" : String(scalar)
                    tokens.append(Token(span: ScalarSpan(index, end), word: word, shape: .punctuation))
                }
                index = end
            }
        }
    }

    /// Words longer than this are cut: no rule needs them, and they would cost memory.
    private static let longestWord = 64

    private func wordEnd(from start: Int, limit: Int) -> Int {
        let scalars = text.scalars
        let limit = min(limit, start + Self.longestWord)
        var end = start + 1
        while end < limit {
            let scalar = scalars[end]
            if Self.isWordScalar(scalar) {
                end += 1
                continue
            }
            let next = end + 1 < limit ? scalars[end + 1] : " "
            switch scalar {
            case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}":
                guard Self.isWordScalar(next), !(scalar == "-" && isAcronym(start, end) && Self.isUpper(next)) else {
                    return end
                }
                end += 2
            case ".", ",":
                let isNumber = Self.isDigit(scalars[end - 1]) && Self.isDigit(next)
                let isDotted = scalar == "." && isSingleLetter(at: end - 1, from: start) && !Self.isDigit(next)
                if isNumber || (isDotted && Self.isWordScalar(next)) {
                    end += 2
                } else if isDotted && (end - start > 1 || Self.isUpper(scalars[start])) && scalars[start] != "I" {
                    return end + 1
                } else if scalar == "." && end - start <= 5 && Self.isUpper(scalars[start]) {
                    return NameTables.abbreviations.contains(lowered(start, end)) ? end + 1 : end
                } else {
                    return end
                }
            default: return end
            }
        }
        return end
    }

    /// `US` in `US-South Korea`, which is two names.
    private func isAcronym(_ start: Int, _ end: Int) -> Bool {
        end - start > 1 && text.scalars[start..<end].allSatisfy { "A"..."Z" ~= $0 }
    }

    private func isSingleLetter(at index: Int, from start: Int) -> Bool {
        !Self.isDigit(text.scalars[index]) && (index == start || text.scalars[index - 1] == ".")
    }

    private mutating func appendWord(_ start: Int, _ end: Int) {
        let word = lowered(start, end)
        let cut = end - Self.cliticLength(word)
        guard start < cut, cut < end else { return append(start, end, word) }
        append(start, cut, lowered(start, cut))
        tokens.append(Token(span: ScalarSpan(cut, end), word: lowered(cut, end), shape: .clitic))
    }

    private mutating func append(_ start: Int, _ end: Int, _ word: String) {
        tokens.append(Token(span: ScalarSpan(start, end), word: word, shape: shape(start, end)))
    }

    /// How many scalars at the end of the word are a clitic.
    private static func cliticLength(_ word: String) -> Int {
        guard word.utf8.contains(UInt8(ascii: "'")) else { return 0 }
        if word.hasSuffix("n't") || word.hasSuffix("'re") || word.hasSuffix("'ve") || word.hasSuffix("'ll") { return 3 }
        return word.hasSuffix("'s") || word.hasSuffix("'d") || word.hasSuffix("'m") ? 2 : 0
    }

    private func shape(_ start: Int, _ end: Int) -> Token.Shape {
        let scalars = text.scalars
        guard !Self.isDigit(scalars[start]) else { return .number }
        guard Self.isUpper(scalars[start]) else { return .lower }
        if end - start == 2 && scalars[start + 1] == "." { return .initial }
        let hasLower = scalars[start..<end].contains { $0.properties.isLowercase }
        return hasLower || end - start == 1 ? .capitalized : .upper
    }

    private func lowered(_ start: Int, _ end: Int) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.scalars[start..<end] {
            switch scalar {
            case "A"..."Z": view.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "\u{2019}": view.append("'")
            case "\u{2010}", "\u{2011}": view.append("-")
            case _ where scalar.isASCII: view.append(scalar)
            default: view.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(view)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? "A"..."Z" ~= scalar : scalar.properties.isUppercase
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case _ where scalar.isASCII: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }
}
