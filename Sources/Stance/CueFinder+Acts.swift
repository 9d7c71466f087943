import Article

/// What a sentence tells somebody to be for or against: `Holt accused [the mayor] of neglect`.
struct StanceAct {
    /// The verb with its particles.
    var verb: Range<Int>
    var subject: SpeakerFinder.Subject
    var object: Range<Int>
}

extension CueFinder {
    /// The stances that a sentence tells, outside of quotations.
    func acts(in sentence: Document.Sentence) -> [StanceAct] {
        sentence.tokens.compactMap { isQuoted[$0] ? nil : act($0, sentence.tokens) }
    }

    private func act(_ index: Int, _ sentence: Range<Int>) -> StanceAct? {
        guard tokens[index].shape == .lower, index > sentence.lowerBound, let verb = phrase(index, sentence),
            !Self.nounMarks.contains(tokens[index - 1].word), !["<", "-", "/"].contains(tokens[index - 1].word),
            !isPrescribed(index, sentence)
        else { return nil }
        if verb.count == 1, isPassive(index, sentence) || tokens[verb.upperBound].word == "by" {
            return passive(verb, sentence)
        }
        guard let subject = subject(of: index, .object, sentence), isTold(subject, verb: index),
            !ReportingWords.nounLike.contains(tokens[index].word) || isVerbPlace(index, subject, sentence)
        else { return nil }
        let object = object(after: verb, sentence)
        return object.isEmpty ? nil : StanceAct(verb: verb, subject: subject, object: object)
    }

    /// The verb at `index` with the words before its object.
    private func phrase(_ index: Int, _ sentence: Range<Int>) -> Range<Int>? {
        let word = tokens[index].word
        for phrase in StanceVerbs.phrases(word) where index + phrase.count + 1 < sentence.upperBound {
            let end = index + 1 + phrase.count
            if zip(index + 1..<end, phrase).allSatisfy({ tokens[$0].word == $1 }) { return index..<end }
        }
        return StanceVerbs.takesObject(word) && index + 1 < sentence.upperBound ? index..<index + 1 : nil
    }

    /// `The plan was attacked by Holt`.
    private func passive(_ verb: Range<Int>, _ sentence: Range<Int>) -> StanceAct? {
        let limit = min(sentence.upperBound - 1, verb.upperBound + 4)
        guard let by = (verb.upperBound..<max(limit, verb.upperBound)).first(where: { tokens[$0].word == "by" }),
            tokens[verb.upperBound...by].allSatisfy(\.isWord), !tokens[by + 1].word.hasSuffix("ing"),
            let agent = speakers.subject(after: by, to: sentence.upperBound), isTold(agent, verb: verb.lowerBound),
            let object = speakers.subject(before: verb.lowerBound, from: sentence.lowerBound)?.tokens
        else { return nil }
        return StanceAct(verb: verb, subject: agent, object: object)
    }

    /// Whether it is told of this subject, and neither asked of it nor said of nobody.
    private func isTold(_ subject: SpeakerFinder.Subject, verb: Int) -> Bool {
        switch subject {
        case .author: return false
        case .named, .pronoun: return true
        case .unnamed(let words):
            guard !words.isEmpty, words.contains(where: { $0 < verb }) || words.lowerBound > verb else { return false }
            return tokens[verb - 1].word != "to" && !words.contains { Self.nobodies.contains(tokens[$0].word) }
        }
    }

    private static let nobodies = WordList(
        "you it this that which what there nobody everybody one anybody anyone no who"
    )

    /// `Voters should reject the plan`: what the author calls for.
    func isPrescribed(_ verb: Int, _ sentence: Range<Int>) -> Bool {
        var index = verb - 1
        while index >= sentence.lowerBound, verb - index < 5, tokens[index].isWord {
            let word = tokens[index].word
            if Self.prescribing.contains(word) { return true }
            guard word.hasSuffix("ly") || Self.betweenPrescribed.contains(word) else { return false }
            index -= 1
        }
        return false
    }

    private static let prescribing = WordList("should must ought cannot let")
    private static let betweenPrescribed = WordList("not n't to never have be been")

    /// The noun phrase after a verb, with what belongs to it.
    private func object(after verb: Range<Int>, _ sentence: Range<Int>) -> Range<Int> {
        let takesCharge = StanceVerbs.takesCharge(tokens[verb.lowerBound].word)
        var end = verb.upperBound
        while end < sentence.upperBound, tokens[end].isWord, !isQuoted[end] {
            let word = tokens[end].word
            if Self.objectEnds.contains(word) || word == "of" && takesCharge { break }
            end += 1
        }
        guard end > verb.upperBound, !Self.complementizers.contains(tokens[verb.upperBound].word) else {
            return verb.upperBound..<verb.upperBound
        }
        return verb.upperBound..<end
    }

    private static let objectEnds = WordList(
        "for as over to when after because that while who which whose with by in on at before during from if since but"
            + " is was are were has have had will would says said"
    )
}
