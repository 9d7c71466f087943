extension BoundaryCandidate {
    /// Whether the model is asked: whether the rule that decided is one that errs.
    func isUncertain(_ rule: BoundaryRule, _ lexicon: Lexicon) -> Bool {
        switch rule {
        case .missingSpace, .lowerCaseSentence, .ellipsisInside: true
        case .ellipsis: !run.closesBracket
        // Behind a quotation a verb of speech follows, whether the tables know it or not; behind an abbreviation that
        // they know, the sentence goes on.
        case .lowerCase: !run.closesQuote && !isKnownAbbreviation(lexicon) && !isExclamationInside(lexicon)
        case .noSpace: after.kind == .upper || after.kind == .lower && run.hasStrongMark
        default: false
        }
    }

    private func isKnownAbbreviation(_ lexicon: Lexicon) -> Bool {
        !run.hasStrongMark && !run.isEllipsis
            && (before.isInitialism || !lexicon[before.key].isDisjoint(with: .abbreviations))
    }

    /// "Yahoo! and others", "Leave me alone! he said."
    private func isExclamationInside(_ lexicon: Lexicon) -> Bool {
        guard run.hasStrongMark else { return false }
        return lexicon[before.key].contains(.exclaimed)
            || lexicon[secondWord.key].union(lexicon[after.key]).contains(.reporting)
    }
}
