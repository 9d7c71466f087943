extension BoundaryCandidate {
    /// The features of this place, where `rule` is what the rules say about it.
    func features(_ rule: BoundaryRule, _ scan: ScanState, _ lexicon: Lexicon) -> FeatureList {
        let second = secondWord
        let beforeClasses = UInt64(lexicon[before.key].rawValue)
        let afterClasses = UInt64(lexicon[after.key].rawValue)
        let beforeKind = beforeShape | beforeClasses << 8
        let afterKind = afterShape | afterClasses << 8
        let secondKind = shape(of: second)
        let beforeWord = before.key?.mixed ?? 0
        let afterWord = after.key?.mixed ?? 0
        let number = UInt64(rule.rawValue)

        var list = FeatureList(kind: kind)
        list.add(.rule, number)
        list.add(.before, beforeWord)
        list.add(.after, afterWord, with: afterShape)
        list.add(.second, second.key?.mixed ?? 0, with: afterShape)
        list.add(.beforeKind, beforeKind)
        list.add(.afterKind, afterKind)
        list.add(.kinds, beforeKind, with: afterKind)
        list.add(.beforeWithAfterKind, beforeWord, with: afterShape)
        list.add(.afterWithBeforeKind, afterWord, with: beforeShape)
        list.add(.secondKind, secondKind, with: afterKind)
        list.add(.afterWithSecondKind, afterWord, with: secondKind)
        list.add(.firstLetter, scan.firstLetter, with: afterShape | number << 8)
        list.add(.length, lengthClass, with: number)
        list.add(.marks, markClass, with: afterShape)
        list.add(.closers, markClass, with: secondKind | number << 8)
        list.add(.openers, openerClass, with: afterShape | number << 8)
        list.add(.lastByte, UInt64(text[run.end - 1]), with: afterShape)
        list.add(.lastByte, UInt64(text[run.end - 1]), with: afterClasses)
        list.add(.cue, UInt64(scan.cue.rawValue), with: afterShape)
        list.add(.place, scan.place, with: afterShape | lengthClass << 8)
        guard run.start == run.end else { return list }
        let soFar = scan.soFar.features | scan.place << 8
        list.add(.soFar, soFar)
        list.add(.soFarWithAfter, soFar, with: afterClasses)
        list.add(.soFarWithSecond, soFar, with: secondKind)
        list.add(
            .secondClasses,
            UInt64(lexicon[second.key].rawValue) << 8 | secondKind,
            with: afterClasses
        )
        return list
    }

    /// No mark, no space, a strong mark, an ellipsis or a full stop.
    private var kind: UInt64 {
        if run.start == run.end { return 1 }
        if space.end == run.end { return 2 }
        return run.hasStrongMark ? 3 : run.isEllipsis ? 4 : 5
    }

    var secondWord: WordAfter {
        guard after.end > after.start, after.end < text.count else { return WordAfter(kind: .end, start: 0, end: 0) }
        let step = [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[after.end]) ? 1 : 0
        guard text[after.end + step] == UInt8(ascii: " ") else { return WordAfter(kind: .other, start: 0, end: 0) }
        return text.word(after: after.end + step + 1)
    }

    private func shape(of word: WordAfter) -> UInt64 {
        let kind: UInt64 =
            switch word.kind {
            case .end: 0
            case .upper: 1
            case .lower: 2
            case .digit: 3
            case .letter: 4
            case .other: 5
            }
        return kind | (word.opensQuote ? 8 : 0) | (word.opensBracket ? 16 : 0) | (word.hasDash ? 32 : 0)
            | (word.isOneLetter ? 64 : 0) | (word.hasInnerCapital ? 128 : 0)
    }

    private var afterShape: UInt64 { shape(of: after) }

    private var beforeShape: UInt64 {
        (before.isCapitalised ? 1 : 0) | (before.isNumber ? 2 : 0) | (before.isLowerCase ? 4 : 0)
            | (before.isInitialism ? 8 : 0) | (before.hasInnerMarks ? 16 : 0) | UInt64(min(before.count, 4)) << 5
    }

    /// How long the sentence is so far, in powers of two from 8 to 128 bytes.
    private var lengthClass: UInt64 {
        let length = run.start - sentenceStart
        return length < 8 ? 0 : length < 16 ? 1 : length < 32 ? 2 : length < 64 ? 3 : length < 128 ? 4 : 5
    }

    private var markClass: UInt64 {
        (run.closesQuote ? 1 : 0) | (run.closesBracket ? 2 : 0) | (run.hasStrongMark ? 4 : 0)
            | UInt64(min(run.end - run.start, 7)) << 3
    }

    private var openerClass: UInt64 {
        (after.opensQuote ? 1 : 0) | (after.opensBracket ? 2 : 0) | (after.hasDash ? 4 : 0) | UInt64(after.next) << 3
    }
}

/// What the walk knows of the sentence that it is in.
struct ScanState {
    /// What stands right before a place without a mark.
    enum Cue: UInt8 {
        case none, address, mail, emoticon, beforeAddress
        /// "<ivo@example.org>".
        case sender
        /// "4:37 PM".
        case time
        /// "Thanks,".
        case signOff
    }

    /// 1 where the sentence so far starts with a small letter, 2 with a capital, 3 with a digit, otherwise 0.
    var firstLetter: UInt64 = 0
    /// Whether the sentence stands at the start of a line (1), and whether a quotation is open (2).
    var place: UInt64 = 0
    var cue = Cue.none
    /// What the sentence holds so far, where there is no mark.
    var soFar = SentenceSoFar()

    mutating func complete(_ first: WordAfter.Kind, isLineStart: Bool, quoteOpen: Bool) {
        firstLetter =
            switch first {
            case .lower: 1
            case .upper: 2
            case .digit: 3
            case .end, .letter, .other: 0
            }
        place = (isLineStart ? 1 : 0) | (quoteOpen ? 2 : 0)
    }
}
