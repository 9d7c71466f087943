/// A place where a sentence may end: a run of marks and what stands around it.
struct BoundaryCandidate {
    let text: UTF8Text
    let sentenceStart: Int
    let run: TerminatorRun
    let space: WhiteSpaceRun
    let before: WordBefore
    let after: WordAfter

    init(
        text: UTF8Text,
        sentenceStart: Int,
        run: TerminatorRun,
        space: WhiteSpaceRun,
        before: WordBefore,
        after: WordAfter? = nil
    ) {
        self.text = text
        self.sentenceStart = sentenceStart
        self.run = run
        self.space = space
        self.before = before
        self.after = after ?? text.word(after: space.end)
    }

    private var hasSpace: Bool { space.end > run.end }

    /// The rule that decides about this place. `steps` grows by the bytes looked at.
    func rule(_ rules: LanguageRules, _ steps: inout Int) -> BoundaryRule {
        let lexicon = rules.lexicon
        steps += after.end - space.end
        if run.needsNoSpace { return .terminator }
        guard hasSpace else { return ruleWithoutSpace(lexicon) }
        if isBracketed { return isOmission && !run.closesQuote && after.kind == .upper ? .ellipsis : .bracketed }
        if run.closesQuote && after.hasDash && after.kind == .upper { return .attribution }
        if run.hasStrongMark { return ruleForStrongMark(lexicon, &steps) }
        if isDoubledStop(lexicon) { return after.kind == .lower ? .lowerCase : .terminator }
        if run.isEllipsis { return ruleForEllipsis(lexicon, &steps) }
        return ruleForFullStop(rules)
    }

    /// `[…]`, `(!)`: the mark is all that the brackets hold.
    private var isBracketed: Bool {
        guard run.closesBracket else { return false }
        let opener = text[run.start - 1]
        return opener == UInt8(ascii: "[") || opener == UInt8(ascii: "(")
    }

    /// "He moved to Bend, Ore.. Nobody followed.": the abbreviation's full stop and the sentence's, not an ellipsis.
    private func isDoubledStop(_ lexicon: Lexicon) -> Bool {
        run.fullStops == 2 && !run.hasEllipsisMark && text[run.start + 1] == UInt8(ascii: ".") && !before.isEmpty
            && (before.isInitialism || !lexicon[before.key].isDisjoint(with: .abbreviations))
    }

    /// `[…]` between sentences: "… yields [...] However, …".
    private var isOmission: Bool { run.isEllipsis && text[run.start - 1] == UInt8(ascii: "[") }

    /// A forgotten space: lower-case word, mark, capitalised word, as in "the end.Then". Addresses and file names
    /// differ in case, have further marks or no space before them.
    private func ruleWithoutSpace(_ lexicon: Lexicon) -> BoundaryRule {
        guard after.kind == .upper, !after.isOneLetter, !after.hasInnerCapital, !run.closesBracket, !run.isEllipsis,
            isWordStart(before.start)
        else { return .noSpace }
        let classes = lexicon[after.key]
        let isCourtesy = after.next == UInt8(ascii: ".") && classes.contains(.courtesy)
        guard isCourtesy || [UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'")].contains(after.next) else {
            return .noSpace
        }
        if before.isLowerCase && before.count > 1 && lexicon[before.key].isDisjoint(with: .abbreviations) {
            return .missingSpace
        }
        let isPlain = before.isNumber || before.isCapitalised && before.count > 3 && !before.hasInnerMarks
        return isPlain && (isCourtesy || !classes.isDisjoint(with: .strongStarter)) ? .missingSpace : .noSpace
    }

    /// Whether a word that starts at `offset` has white space or an opening mark before it.
    private func isWordStart(_ offset: Int) -> Bool {
        if offset == sentenceStart || text.isWhiteSpace(before: offset) { return true }
        return [UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "'"), UInt8(ascii: ",")].contains(text[offset - 1])
    }

    private func ruleForStrongMark(_ lexicon: Lexicon, _ steps: inout Int) -> BoundaryRule {
        if after.kind == .lower && !after.hasInnerCapital {
            return after.opensBracket ? .terminator : .lowerCase
        }
        if isNameBeforeYear { return .exclaimedName }
        if lexicon[before.key].contains(.exclaimed) && !run.closesQuote && !lexicon[after.key].contains(.starter) {
            return .exclaimedName
        }
        if run.closesQuote && reportsSpeech(lexicon, &steps) { return .reportedSpeech }
        return .terminator
    }

    /// "Mother! (1998)".
    private var isNameBeforeYear: Bool {
        after.opensBracket && after.kind == .digit && after.next == UInt8(ascii: ")")
    }

    /// Whether a name and a verb that reports speech follow: '"…?" Ms. Abara asked.'
    private func reportsSpeech(_ lexicon: Lexicon, _ steps: inout Int) -> Bool {
        guard after.kind == .upper, !after.opensQuote, !after.opensBracket else { return false }
        let first = lexicon[after.key]
        // "“Is it late?” He said no.": a pronoun or article that goes on would be written small.
        guard after.isOneLetter || first.isDisjoint(with: .starters) || first.contains(.courtesy) else { return false }
        var offset = space.end
        if text[after.start] == UInt8(ascii: "I"), after.isOneLetter, case let verb = secondWord, verb.kind == .lower,
            [UInt8(ascii: "."), UInt8(ascii: ",")].contains(text[verb.end])
        {
            // "“Ow!” I howled.": what is so short can only say how it was said.
            return true
        }
        // A title, up to three names and the verb.
        for _ in 0..<5 {
            let word = text.word(after: offset)
            steps += word.end - offset
            if lexicon[word.key].contains(.reporting) { return word.kind == .lower && offset > space.end }
            guard word.kind == .upper, !word.opensQuote, !word.opensBracket else { return false }
            offset = word.end
            if text[offset] == UInt8(ascii: ".") { offset += 1 }
            guard text[offset] == UInt8(ascii: " ") else { return false }
            offset += 1
        }
        return false
    }

    private func ruleForEllipsis(_ lexicon: Lexicon, _ steps: inout Int) -> BoundaryRule {
        if run.closesQuote && reportsSpeech(lexicon, &steps) { return .reportedSpeech }
        if run.start == sentenceStart { return .ellipsisInside }
        // "I … I do not know": who stammers goes on.
        if !run.closesQuote, !after.opensQuote, let key = wordBeforeEllipsis.key, key == after.key {
            return .ellipsisInside
        }
        return switch after.kind {
        case .lower, .end: after.hasInnerCapital ? .ellipsis : .ellipsisInside
        case .other: .ellipsisInside
        case .upper, .digit, .letter: .ellipsis
        }
    }

    /// Whether a number of one or two digits follows, which may be that of a note where the layout that raised it is lost:
    /// "… of the mill. 8 Yet its owner".
    var isBeforeShortNumber: Bool {
        after.kind == .digit && after.start == space.end && after.end <= after.start + 2
            && ByteClass.isDigit(text[after.end - 1])
            && (after.end >= text.count || text.whiteSpaceLength(at: after.end) > 0)
    }

    /// Whether a sentence opens behind that number.
    func opensBehindNumber(_ lexicon: Lexicon) -> Bool {
        let word = text.word(after: after.end + 1)
        return word.start == after.end + 1 && word.kind == .upper && !word.isOneLetter && !word.hasInnerCapital
            && !lexicon[word.key].isDisjoint(with: .starters) && word.next == UInt8(ascii: " ")
            && text.isLower(at: word.end + 1)
    }

    /// The word before the run and the space that may part them.
    private var wordBeforeEllipsis: WordBefore {
        guard before.isEmpty else { return before }
        return text.word(before: text.trimmed(run.start, from: max(sentenceStart, run.start - 4)), from: sentenceStart)
    }

    private func ruleForFullStop(_ rules: LanguageRules) -> BoundaryRule {
        if let rule = ruleForAbbreviation(rules) { return rule }
        switch after.kind {
        case .lower where !after.hasInnerCapital: return ruleForLowerCase(rules.lexicon)
        default: return .terminator
        }
    }

    private func ruleForLowerCase(_ lexicon: Lexicon) -> BoundaryRule {
        let classes = lexicon[before.key].subtracting([
            .starter, .strongStarter, .reporting, .beforeTime, .common, .afterName, .credit, .figure,
            .verb,
        ])
        // Of the short words only those known to be words: the others may be abbreviations, as in "alt. rel. units".
        let isOrdinary =
            before.count > 3 ? classes.isEmpty && (before.isLowerCase || before.isNumber) : classes == .short
        guard isOrdinary, !run.closesQuote else { return .lowerCase }
        return after.opensBracket || before.isLowerCase && !run.closesBracket && !after.hasDash
            ? .lowerCaseSentence : .lowerCase
    }
}
