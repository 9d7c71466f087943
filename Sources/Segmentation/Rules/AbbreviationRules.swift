extension BoundaryCandidate {
    /// The rule for the word before a full stop where it is, or may be, an abbreviation.
    func ruleForAbbreviation(_ rules: LanguageRules) -> BoundaryRule? {
        let lexicon = rules.lexicon
        guard !before.isEmpty, !before.isSuffix else { return nil }
        var classes = lexicon[before.key].subtracting(.common)
        if !before.isCapitalised { classes.subtract(.capitalised) }
        if after.kind == .lower && !after.hasInnerCapital { return nil }
        if isInitial { return ruleForInitial(lexicon) }
        if before.isNumber {
            return isNumbering ? .numbering : rules.ordinalsHaveFullStop && isOrdinal(lexicon) ? .ordinal : nil
        }
        if isBracketedLetter || isFirstOfTwoLetters || isSecondOfTwoLetters { return .abbreviation }
        if text[before.end - 2] == 0xC2 && text[before.end - 1] == 0xB0 { return .beforeNumber }  // N°.

        if classes.contains(.unit) && followsNumber { return ruleForOpenEnd(lexicon) }
        if classes.contains(.courtesy) || classes.contains(.title) { return ruleForTitle(classes, lexicon) }
        if classes.contains(.medial) { return isProduct(lexicon) ? .starterAfterAbbreviation : .abbreviation }
        if classes.contains(.beforeNumber), after.kind == .digit || isNumeral { return .beforeNumber }
        if classes.contains(.time) { return ruleForTime(lexicon) }
        if classes.contains(.closing) { return after.kind == .digit ? .abbreviation : .capitalAfterAbbreviation }
        if classes.contains(.company) || classes.contains(.state) && followsComma {
            return ruleForOpenEnd(lexicon, beforeName: .nameAfterAbbreviation)
        }
        if !classes.isDisjoint(with: .mayEnd) { return ruleForOpenEnd(lexicon) }
        if before.isInitialism { return ruleForOpenEnd(lexicon) }
        return nil
    }

    /// "… a newer IE. Its makers": what has capitals throughout is no "i.e." written small, but a name, unless the whole text
    /// has them, as in "ROE VS. THE STATE".
    private func isProduct(_ lexicon: Lexicon) -> Bool {
        before.count > 1 && (before.start..<before.end).allSatisfy { ByteClass.isUpper(text[$0]) }
            && isStarter(.starters, lexicon) && !after.hasInnerCapital
    }

    private func ruleForTitle(_ classes: WordClass, _ lexicon: Lexicon) -> BoundaryRule {
        run.closesQuote || run.closesBracket ? ruleForOpenEnd(lexicon) : .title
    }

    /// An abbreviation that may end a sentence does so where a word follows that hardly ever stands inside with a
    /// capital.
    private func ruleForOpenEnd(_ lexicon: Lexicon, beforeName rule: BoundaryRule = .abbreviation) -> BoundaryRule {
        if after.kind == .digit || after.kind == .other { return .abbreviation }
        if after.opensQuote && !after.opensBracket { return .quoteAfterAbbreviation }
        if isCredit(lexicon) { return .credit }
        if isStarter(.starters, lexicon) { return .starterAfterAbbreviation }
        if isPossessive { return .abbreviation }
        if isFullName(lexicon), before.isInitialism || rule == .nameAfterAbbreviation {
            return .nameAfterAbbreviation
        }
        if isCommonWord(lexicon) { return .commonWordAfterAbbreviation }
        return isNewName(lexicon) ? rule : .abbreviation
    }

    /// Whether the capital behind a company or a town and its state is that of another name: "… Hask Corp. Nordby paid",
    /// and not of a title, an office, or a day.
    private func isNewName(_ lexicon: Lexicon) -> Bool {
        after.kind == .upper && !after.isOneLetter && !after.opensBracket && after.next != UInt8(ascii: ".")
            && lexicon[after.key].isDisjoint(with: [.afterName, .afterTime, .company, .title, .courtesy, .date, .month])
            && secondWord.kind != .digit
    }

    /// "Hask Bros.' Grocery": the apostrophe closes no quotation.
    private var isPossessive: Bool {
        run.closesQuote && text[before.end - 1] == UInt8(ascii: "s") && text[before.end] == UInt8(ascii: ".")
            && (run.end == before.end + 2 && text[before.end + 1] == UInt8(ascii: "'")
                || run.end == before.end + 4 && text[before.end + 3] == 0x99)
    }

    /// A first name and a capital behind it: "… in the U.S. Howard Tarn, who …". Behind "T.R." a name goes on, so that the
    /// initialism must be one that the tables know.
    private func isFullName(_ lexicon: Lexicon) -> Bool {
        after.kind == .upper && !after.opensBracket && after.next == UInt8(ascii: " ")
            && lexicon[after.key].contains(.firstName) && text.isUpper(at: after.end + 1)
            && lexicon[before.key].contains(.final)
    }

    private var followsComma: Bool {
        text[before.start - 1] == UInt8(ascii: " ") && text[before.start - 2] == UInt8(ascii: ",")
    }

    /// A word that is otherwise written small, stands here with a capital and is no part of a name: "… Corp. Analysts
    /// say". In "U.S. Steel Corp." a second capital follows.
    private func isCommonWord(_ lexicon: Lexicon) -> Bool {
        let classes = lexicon[after.key]
        guard after.kind == .upper, classes.contains(.common), !classes.contains(.afterName), !after.isOneLetter,
            !after.opensBracket, after.next == UInt8(ascii: " ") || after.next == UInt8(ascii: ",")
        else { return false }
        return !text.isUpper(at: after.end + 1)
    }

    /// "By 4 a.m. Mrs. Crewe slept" goes on: before the time there is nothing that could be a sentence.
    private func ruleForTime(_ lexicon: Lexicon) -> BoundaryRule {
        if lexicon[after.key].contains(.afterTime) || after.kind == .digit { return .timeOfDay }
        let first = text.word(after: sentenceStart)
        if before.start - sentenceStart < 16, lexicon[first.key].contains(.beforeTime) { return .timeOfDay }
        return .capitalAfterAbbreviation
    }

    private func ruleForInitial(_ lexicon: Lexicon) -> BoundaryRule {
        // "Q. Who paid? A. The bank.": a letter that opens the sentence is its label.
        if before.start == sentenceStart && text[before.start] != UInt8(ascii: "I") { return .numbering }
        let previous = wordBeforeInitial
        if isPronoun(after: previous) || lexicon[previous.key].contains(.beforeLetter) { return .terminator }
        guard
            isStarter(.strongStarter, lexicon)
                || text[before.start] == UInt8(ascii: "I") && isStarter(.starter, lexicon)
        else { return .initial }
        return .starterAfterAbbreviation
    }

    /// "4.1. Results": the number of a heading, not a year.
    private var isNumbering: Bool {
        before.start == sentenceStart && before.count <= 6 && (before.hasInnerMarks || before.count <= 3)
    }

    /// "am 3. Oktober", "im 19. Jahrhundert", "der 2. Senat": a small number, and no word that opens sentences.
    private func isOrdinal(_ lexicon: Lexicon) -> Bool {
        let classes = lexicon[after.key]
        if classes.contains(.month) { return before.count <= 2 }
        return before.count <= 2 && after.kind == .upper && !after.opensQuote && classes.isDisjoint(with: .starters)
    }

    /// "z. B. Berlin".
    private var isFirstOfTwoLetters: Bool {
        before.count == 1 && before.isLowerCase && after.isOneLetter && after.next == UInt8(ascii: ".")
            && after.start == space.end
    }

    /// "u. a. Hamburg".
    private var isSecondOfTwoLetters: Bool {
        before.count == 1 && before.isLowerCase && text[before.start - 1] == UInt8(ascii: " ")
            && text[before.start - 2] == UInt8(ascii: ".") && ByteClass.isLower(text[before.start - 3])
            && before.start - 3 > sentenceStart && text.isWhiteSpace(before: before.start - 3)
    }

    /// "(b. May 1931)".
    private var isBracketedLetter: Bool {
        before.count == 1 && before.isLowerCase && text[before.start - 1] == UInt8(ascii: "(")
    }

    private var wordBeforeInitial: WordBefore {
        text.word(before: text.trimmed(before.start, from: max(sentenceStart, before.start - 4)), from: sentenceStart)
    }

    /// "between my aunt and I. Nobody": an "I" behind a word in lower case is no initial, unless another initial follows.
    private func isPronoun(after previous: WordBefore) -> Bool {
        let isName = after.isOneLetter && after.next == UInt8(ascii: ".")
        return text[before.start] == UInt8(ascii: "I") && text.isWhiteSpace(before: before.start)
            && previous.isLowerCase
            && !isName
    }

    private var isInitial: Bool {
        before.isCapitalised && (text.scalar(at: before.start).length == before.count || isInitialOfName)
    }

    /// "McN.", "O'B.": the name behind an initial's prefix is cut short as well.
    private var isInitialOfName: Bool {
        (3...4).contains(before.count) && ByteClass.isUpper(text[before.end - 1])
            && ByteClass.isLower(text[before.end - 2])
    }

    private func isStarter(_ classes: WordClass, _ lexicon: Lexicon) -> Bool {
        after.kind == .upper && !after.opensBracket && after.next != UInt8(ascii: "-")
            && after.next != UInt8(ascii: ".")
            && !lexicon[after.key].isDisjoint(with: classes)
            || after.kind == .upper && !lexicon[after.key].isDisjoint(with: .courtesy) && classes.contains(.starter)
    }

    /// A single capital or a small Roman numeral: "Fig. A", "Art. IV".
    private var isNumeral: Bool {
        guard after.kind == .upper else { return false }
        if after.isOneLetter { return text[after.start] != UInt8(ascii: "I") && text[after.start] != UInt8(ascii: "A") }
        return (after.start..<after.end).allSatisfy {
            [UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X")].contains(text[$0])
        }
    }

    /// Whether a number stands before the abbreviation: "12 ft."
    private var followsNumber: Bool {
        guard text.isWhiteSpace(before: before.start) else { return false }
        return ByteClass.isDigit(text[text.trimmed(before.start, from: max(sentenceStart, before.start - 4)) - 1])
    }
}
