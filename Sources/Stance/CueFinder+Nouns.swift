import Article

extension CueFinder {
    /// `his claim that …`, `Holt's criticism of …`.
    func noun(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard index + 2 < sentence.upperBound, index > sentence.lowerBound, tokens[index].shape == .lower else {
            return nil
        }
        let next = tokens[index + 1].word
        let takesThat = ReportingWords.nouns.contains(tokens[index].word) && next == "that"
        let isOwned = ReportingWords.ownedNouns[tokens[index].word]?.contains(next) ?? false
        guard takesThat || isOwned else { return nil }
        let owner = owner(of: index, sentence)
        guard owner != nil || takesThat && isNounPlace(index) else { return nil }
        if case .author = owner { return nil }
        let start = takesThat ? index + 1 : index + 2
        return ReportingCue(
            tokens: index..<index + 1,
            subject: owner,
            content: trimmed(start..<contentEnd(from: start, isClause: takesThat, sentence)),
            isSpeech: false
        )
    }

    private func isNounPlace(_ index: Int) -> Bool {
        Self.nounMarks.contains(tokens[index - 1].word) || tokens[index].word.hasSuffix("s")
    }

    /// The possessor: `Holt's`, `his`, and up to three words between.
    private func owner(of noun: Int, _ sentence: Range<Int>) -> SpeakerFinder.Subject? {
        var index = noun - 1
        while index >= sentence.lowerBound, noun - index <= 4, tokens[index].isWord {
            switch tokens[index].word {
            case "his", "her": return .pronoun(index)
            case "my", "our": return .author
            case "their", "its": return .unnamed(index..<index + 1)
            case "'s", "'":
                let mention = speakers.cast.mentions(in: sentence.lowerBound..<index).last
                return mention?.tokens.upperBound == index ? mention.map { .named($0) } : .unnamed(index - 1..<index)
            default: index -= 1
            }
        }
        return nil
    }

    // MARK: Adjectives

    /// `is confident that …`, `were critical of …`.
    func adjective(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard ReportingWords.adjectives.contains(tokens[index].word), index + 2 < sentence.upperBound,
            index > sentence.lowerBound
        else { return nil }
        let next = tokens[index + 1].word
        let isClause = next == "that"
        guard isClause || ["of", "about", "with", "over"].contains(next) else { return nil }
        var verb = index - 1
        while verb > sentence.lowerBound, tokens[verb].word.hasSuffix("ly") || Self.degrees.contains(tokens[verb].word)
        {
            verb -= 1
        }
        guard verb > sentence.lowerBound,
            Self.beForms.contains(tokens[verb].word) || Self.linking.contains(tokens[verb].word),
            let subject = speakers.subject(before: verb, from: sentence.lowerBound)
        else { return nil }
        if case .author = subject { return nil }
        let start = isClause ? index + 1 : index + 2
        return ReportingCue(
            tokens: index..<index + 1,
            subject: subject,
            content: trimmed(start..<contentEnd(from: start, isClause: isClause, sentence)),
            isSpeech: false
        )
    }

    private static let degrees = WordList("not n't very so more most less also too still quite rather")
    private static let linking = WordList(
        "'s 're feel feels felt seem seems seemed sound sounds sounded remain remains became"
    )
}
