extension BoundaryCandidate {
    /// Whether the model is asked: whether the rule that decided is one that errs.
    func isUncertain(_ rule: BoundaryRule, _ lexicon: Lexicon) -> Bool {
        switch rule {
        case .starterAfterAbbreviation, .commonWordAfterAbbreviation, .nameAfterAbbreviation, .quoteAfterAbbreviation,
            .capitalAfterAbbreviation, .missingSpace, .lowerCaseSentence, .abbreviation, .initial,
            .timeOfDay, .ellipsisInside, .exclaimedName, .attribution, .beforeNumber, .bracketed:
            true
        case .ellipsis: !run.closesBracket
        // Behind a quotation a verb of speech follows, whether the tables know it or not.
        case .lowerCase: !run.closesQuote && !isExclamationInside(lexicon)
        case .noSpace: after.kind == .upper || after.kind == .lower && run.hasStrongMark
        case .terminator: isUnknownShortWord(lexicon) || after.kind == .other || after.kind == .digit
        case .title: after.opensQuote || after.kind == .digit
        case .reportedSpeech, .endOfText, .lineBreak, .listItem, .credit, .figureLabel, .dateLine, .heading, .numbering,
            .ordinal, .noMark:
            false
        }
    }

    /// "Yahoo! and others", "Leave me alone! he said."
    private func isExclamationInside(_ lexicon: Lexicon) -> Bool {
        guard run.hasStrongMark else { return false }
        return lexicon[before.key].contains(.exclaimed)
            || lexicon[secondWord.key].union(lexicon[after.key]).contains(.reporting)
    }

    /// A short word with a full stop that no table knows may be an abbreviation.
    private func isUnknownShortWord(_ lexicon: Lexicon) -> Bool {
        !run.hasStrongMark && !before.isNumber && (1...5).contains(before.count) && lexicon[before.key].isEmpty
    }
}
