import Article

/// Words in quotation marks.
struct Quotation: Sendable {
    /// With the marks.
    var span: ScalarSpan
    /// The tokens, marks included.
    var tokens: Range<Int>
    /// The quoted words.
    var words: Int
    var block: Int
    /// Whether it goes on from the paragraph before, which ended without a closing mark.
    var continues = false
    /// Whether the paragraph ended before the quotation did.
    var isOpen = false
}

/// Finds quotations: typographic, straight and single marks, nested ones (as part of the outer), and those that go on for
/// paragraphs, each of which opens with a mark and only the last of which closes.
struct QuoteFinder {
    /// A block as a range of tokens.
    struct Paragraph {
        var tokens: Range<Int>
        var block: Int
    }

    let tokens: [Token]

    func quotations(in paragraphs: [Paragraph]) -> [Quotation] {
        var found: [Quotation] = []
        for paragraph in paragraphs {
            let isContinued = found.last.map { $0.isOpen && $0.block + 1 == paragraph.block } ?? false
            appendQuotations(of: paragraph, isContinued: isContinued, to: &found)
        }
        return found
    }

    private enum Mark { case open, close, none }

    private func appendQuotations(of paragraph: Paragraph, isContinued: Bool, to found: inout [Quotation]) {
        var start: Int?
        var single = false
        for index in paragraph.tokens {
            guard let first = start else {
                if mark(index, paragraph.tokens, inside: false) == .open {
                    start = index
                    single = isSingle(index)
                }
                continue
            }
            if isSingle(index) == single, mark(index, paragraph.tokens, inside: true) == .close {
                found.append(
                    quotation(first..<index + 1, paragraph, isContinued && first == paragraph.tokens.lowerBound)
                )
                start = nil
            }
        }
        guard let start, !single else { return }
        // Without its closing mark a quotation holds to the paragraph's end only if it opened the paragraph or a sentence.
        let opens = start == paragraph.tokens.lowerBound || !tokens[start - 1].isWord
        guard opens else { return }
        var last = quotation(
            start..<paragraph.tokens.upperBound,
            paragraph,
            isContinued && start == paragraph.tokens.lowerBound
        )
        last.isOpen = true
        found.append(last)
    }

    private func quotation(_ range: Range<Int>, _ paragraph: Paragraph, _ continues: Bool) -> Quotation {
        let span = ScalarSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
        let words = tokens[range].count { $0.isWord && $0.shape != .clitic }
        return Quotation(span: span, tokens: range, words: words, block: paragraph.block, continues: continues)
    }

    private func isSingle(_ index: Int) -> Bool { ["'", "\u{2018}", "\u{2019}"].contains(tokens[index].word) }

    /// What a mark does. A straight mark opens before a word and after space, and closes elsewhere; an apostrophe inside
    /// a word is part of the word's token and never comes here.
    private func mark(_ index: Int, _ range: Range<Int>, inside: Bool) -> Mark {
        switch tokens[index].word {
        case "\u{201C}", "\u{201E}", "\u{00AB}": return .open
        case "\u{201D}", "\u{00BB}":
            if inside { return .close }
            // A closing mark typed for an opening one.
            return spaceBefore(index, range) && !spaceAfter(index, range) ? .open : .none
        case "\u{2018}": return hasSingleClose(index, range) ? .open : .none
        case "\u{2019}": return closesSingle(index, range) ? .close : .none
        case "\"":
            let opens = spaceBefore(index, range) && !spaceAfter(index, range)
            if inside { return opens ? .none : .close }
            return opens ? .open : .none
        case "'":
            if inside { return closesSingle(index, range) ? .close : .none }
            let opens = spaceBefore(index, range) && !spaceAfter(index, range)
            return opens && hasSingleClose(index, range) ? .open : .none
        default: return .none
        }
    }

    /// How far the closing mark of a single quotation is looked for.
    private static let longestSingle = 80

    /// Single marks are also apostrophes, so one opens a quotation only if its closing mark is near.
    private func hasSingleClose(_ index: Int, _ range: Range<Int>) -> Bool {
        let limit = min(range.upperBound, index + Self.longestSingle)
        guard index + 1 < limit else { return false }
        return (index + 1..<limit).contains { ["'", "\u{2019}"].contains(tokens[$0].word) && closesSingle($0, range) }
    }

    /// `the workers’ pay` has a space after its apostrophe, and so may a closing mark; only the latter has punctuation
    /// beside it or no plural before it.
    private func closesSingle(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, !spaceBefore(index, range) else { return false }
        guard spaceAfter(index, range) else {
            return index + 1 < range.upperBound && !tokens[index + 1].isWord
        }
        return !tokens[index - 1].isWord || !tokens[index - 1].word.hasSuffix("s")
    }

    private func spaceBefore(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return true }
        let before = tokens[index - 1]
        return before.span.end < tokens[index].span.start
            || ["(", "[", "\u{2014}", "\u{2013}", "\u{201C}", "\""].contains(before.word)
    }

    private func spaceAfter(_ index: Int, _ range: Range<Int>) -> Bool {
        index + 1 == range.upperBound || tokens[index].span.end < tokens[index + 1].span.start
    }
}
