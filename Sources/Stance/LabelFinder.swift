/// Finds what somebody is said to call by a name: in `called the agreement “a joke”`, the agreement.
///
/// Whoever calls something by a loaded name takes a stance toward it, so it becomes a target, though it has no capital.
enum LabelFinder {
    /// The phrases without their article, as ranges of tokens.
    static func labels(_ tokens: [Token], in sentences: [Range<Int>]) -> [Range<Int>] {
        sentences.flatMap { sentence in sentence.compactMap { label(tokens, after: $0, limit: sentence.upperBound) } }
    }

    /// More words than this are a clause rather than a phrase.
    private static let longestLabel = 3

    private static func label(_ tokens: [Token], after verb: Int, limit: Int) -> Range<Int>? {
        guard ReportingVerbs.frame(tokens[verb].word)?.contains(.naming) ?? false, verb + 2 < limit,
            ["the", "this", "that"].contains(tokens[verb + 1].word)
        else { return nil }
        let start = verb + 2
        var end = start
        while end < limit, tokens[end].shape == .lower, end - start <= longestLabel,
            !["a", "an", "as", "of", "for", "in", "and"].contains(tokens[end].word)
        {
            end += 1
        }
        guard start < end, end - start <= longestLabel, end < limit else { return nil }
        return ["\u{201C}", "\"", "\u{2018}", "a", "an", "as"].contains(tokens[end].word) ? start..<end : nil
    }
}
