extension BoundaryCandidate {
    /// Whether the model is asked: whether the rule that decided is one that errs, and the model errs less. At ellipses,
    /// forgotten spaces and ordinary words before a small letter it changed nothing for the better on labelled text.
    func isUncertain(_ rule: BoundaryRule, _ lexicon: Lexicon) -> Bool {
        switch rule {
        // Behind a quotation a verb of speech follows, whether the tables know it or not; behind an abbreviation that
        // they know, the sentence goes on.
        case .lowerCase: !run.closesQuote && !isKnownAbbreviation(lexicon) && !isExclamationInside(lexicon)
        case .noSpace: after.kind == .upper || after.kind == .lower && run.hasStrongMark
        default: false
        }
    }

    /// An abbreviation of the tables, an initial, as in "the U. S. and others", or the number of an item.
    private func isKnownAbbreviation(_ lexicon: Lexicon) -> Bool {
        guard !run.hasStrongMark, !run.isEllipsis else { return false }
        return before.isInitialism || before.isNumber || before.isCapitalised && before.count == 1
            || !lexicon[before.key].isDisjoint(with: .abbreviations)
    }

    /// "Yahoo! and others", "The film Panic! opened.", "Leave me alone! he said."
    private func isExclamationInside(_ lexicon: Lexicon) -> Bool {
        guard run.hasStrongMark else { return false }
        let isName = before.isCapitalised && before.start > sentenceStart && ByteClass.isLower(text[before.end - 1])
        return isName || lexicon[before.key].contains(.exclaimed)
            || lexicon[secondWord.key].union(lexicon[after.key]).contains(.reporting)
    }
}
