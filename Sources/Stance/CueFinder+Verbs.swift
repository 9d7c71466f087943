import Article

extension CueFinder {
    /// A verb that ascribes something to its subject, or to whoever "by" names.
    func verb(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard tokens[index].shape == .lower || tokens[index].isCapital && index > sentence.lowerBound && isHeadline,
            let frame = ReportingVerbs.frame(tokens[index].word)
        else { return nil }
        let previous = index > sentence.lowerBound ? tokens[index - 1].word : ""
        guard !["<", "-", "/"].contains(previous) else { return nil }
        guard !Self.nounMarks.contains(previous), !isSecondNoun(index, sentence) else { return nil }
        if let closing = closing(index, frame, sentence) { return closing }
        guard let subject = subject(of: index, frame, sentence) else { return nil }
        if case .author = subject { return nil }
        guard !ReportingWords.nounLike.contains(tokens[index].word) || isVerbPlace(index, subject, sentence) else {
            return nil
        }
        if let first = subject.tokens?.lowerBound, first > sentence.lowerBound, tokens[first - 1].word == "whom" {
            return nil
        }
        guard isSomebody(subject, frame), let start = contentStart(index, frame, sentence) else { return nil }
        let isPassive = isPassive(index, sentence)
        guard !isPassive || start.isClause || tokens[start.token].word == "to" else { return nil }
        // Of "he was told that", "he" is the one who listens.
        return ReportingCue(
            tokens: index..<index + 1,
            subject: isPassive ? nil : subject,
            content: trimmed(start.token..<contentEnd(from: start.token, isClause: start.isClause, sentence)),
            isSpeech: frame.contains(.speech) || frame.contains(.quotation),
            isPrescribed: !start.isClause && isPrescribed(index, sentence)
        )
    }

    /// `Between condemnation and praise`: a noun, whatever follows.
    private func isSecondNoun(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let start = max(sentence.lowerBound, index - 4)
        guard index > start, ["and", "or"].contains(tokens[index - 1].word) else { return false }
        return tokens[start..<index].contains { $0.word == "between" }
    }

    /// Whether a word that may be a noun is a verb: after an auxiliary or a pronoun, or beside a subject that fits its form.
    func isVerbPlace(_ verb: Int, _ subject: SpeakerFinder.Subject, _ sentence: Range<Int>) -> Bool {
        guard verb > sentence.lowerBound else { return false }
        let previous = tokens[verb - 1]
        if ReportingWords.beforeVerbs.contains(previous.word) || previous.word.hasSuffix("ly") { return true }
        if tokens[verb].word.hasSuffix("s") {
            if verb + 1 < sentence.upperBound, tokens[verb + 1].word == "that" || isQuoted[verb + 1] { return true }
            guard previous.shape != .number else { return false }
            if case .named(let mention) = subject, mention.tokens.upperBound == verb { return true }
            return ReportingWords.documents.contains(previous.word) || ReportingWords.voices.contains(previous.word)
        }
        return previous.word.hasSuffix("s") && !previous.word.hasSuffix("ss") && previous.shape != .clitic
    }

    func isPassive(_ verb: Int, _ sentence: Range<Int>) -> Bool {
        var index = verb - 1
        while index >= sentence.lowerBound, tokens[index].word.hasSuffix("ly") || tokens[index].word == "not" {
            index -= 1
        }
        guard index >= sentence.lowerBound, Self.beForms.contains(tokens[index].word) else { return false }
        return tokens[verb].word.hasSuffix("d") || tokens[verb].word.hasSuffix("n")
    }

    func subject(
        of verb: Int,
        _ frame: ReportingVerbs.Frame,
        _ sentence: Range<Int>
    ) -> SpeakerFinder.Subject? {
        if isParticiple(verb, sentence) { return mainSubject(before: verb, sentence) }
        let canShare = !frame.isDisjoint(with: [.bare, .object])
        let shared = canShare ? speakers.sharedSubject(before: verb, from: sentence.lowerBound) : nil
        return shared ?? speakers.subject(before: verb, from: sentence.lowerBound)
    }

    /// `…, saying that`, `by calling it`: a form in -ing with no form of "be" before it.
    private func isParticiple(_ verb: Int, _ sentence: Range<Int>) -> Bool {
        guard tokens[verb].word.hasSuffix("ing"), verb > sentence.lowerBound else { return false }
        var index = verb - 1
        while index > sentence.lowerBound, tokens[index].word.hasSuffix("ly") || tokens[index].word == "not" {
            index -= 1
        }
        return !Self.beForms.contains(tokens[index].word) && !["'s", "'re", "'m"].contains(tokens[index].word)
    }

    /// Whoever the sentence is about: the first name or pronoun in it.
    private func mainSubject(before verb: Int, _ sentence: Range<Int>) -> SpeakerFinder.Subject? {
        for index in sentence.lowerBound..<verb where !isQuoted[index] {
            if ["he", "she", "i", "we"].contains(tokens[index].word) {
                return speakers.subject(before: index + 1, from: index)
            }
            let first = speakers.cast.firstMention(from: index)
            guard first < speakers.cast.mentions.count else { continue }
            let mention = speakers.cast.mentions[first]
            if mention.tokens.lowerBound == index, mention.tokens.upperBound <= verb { return .named(mention) }
        }
        return .unnamed(sentence.lowerBound..<verb)
    }

    /// `Noting that the dam was old, Holt …`; `Asked whether it would fall, she …`: the content ends at the comma.
    func opening(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        let word = tokens[index].word
        guard index == sentence.lowerBound, tokens[index].isCapital, word.hasSuffix("ing") || word == "asked",
            let frame = ReportingVerbs.frame(word), let start = contentStart(index, frame, sentence)
        else { return nil }
        guard let comma = (start.token..<sentence.upperBound).first(where: { isCommaBeforeSubject($0, sentence) })
        else {
            return nil
        }
        let subject = word == "asked" ? nil : speakers.subject(after: comma, to: sentence.upperBound)
        if case .author = subject { return nil }
        return ReportingCue(
            tokens: index..<index + 1,
            subject: subject,
            content: trimmed(start.token..<comma),
            isSpeech: false
        )
    }

    private func isCommaBeforeSubject(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard tokens[index].word == ",", index + 1 < sentence.upperBound else { return false }
        let next = tokens[index + 1]
        return next.isCapital || Self.nounMarks.contains(next.word) || ["he", "she", "they", "it"].contains(next.word)
    }

    private func isSomebody(_ subject: SpeakerFinder.Subject, _ frame: ReportingVerbs.Frame) -> Bool {
        guard frame.contains(.evidence), case .unnamed(let range) = subject else { return true }
        return tokens[range].contains { ReportingWords.documents.contains($0.word) }
    }

    /// `…, he said.`; `…, said Piet Vandersloot, her spokesman.`
    private func closing(_ index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> ReportingCue? {
        guard frame.contains(.bare) || frame.contains(.quotation) || frame.contains(.speech) else { return nil }
        guard !(frame.contains(.infinitive) && index + 1 < sentence.upperBound && tokens[index + 1].word == "to") else {
            return nil
        }
        // "As Holt noted, the dam is old": the content follows.
        if Self.nonContents.contains(tokens[sentence.lowerBound].word) { return nil }
        let isInverted = isInverted(index, frame, sentence)
        guard isInverted || index > sentence.lowerBound && tokens[index - 1].word != "," else { return nil }
        let subject =
            isInverted
            ? speakers.subject(after: index, to: sentence.upperBound)
            : speakers.subject(before: index, from: sentence.lowerBound)
        guard let subject else { return nil }
        if case .author = subject { return nil }
        var start = isInverted ? index : min(subject.tokens?.lowerBound ?? index, index)
        if !isInverted, case .named(let mention) = subject, mention.tokens.lowerBound > sentence.lowerBound {
            // "…, former pollster Pat Caddell said": the words before the name belong to it.
            start = mention.tokens.lowerBound
            while start > sentence.lowerBound, tokens[start - 1].isWord,
                !Self.complementizers.contains(tokens[start - 1].word),
                mention.tokens.lowerBound - start < 10
            {
                start -= 1
            }
        }
        guard start > sentence.lowerBound + 1, isContentEnd(start - 1) else { return nil }
        // "The war began, Holt continued" is told by few verbs without quotation marks.
        let tellsPlainly = frame.contains(.bare) || frame.isSuperset(of: [.that, .speech])
        guard tellsPlainly || isQuoted[start - 1] || start > sentence.lowerBound + 1 && isQuoted[start - 2] else {
            return nil
        }
        var after = isInverted ? max(index + 1, subject.tokens?.upperBound ?? 0) : index + 1
        while after < sentence.upperBound, tokens[after].isWord, after - index < 14,
            !Self.complementizers.contains(tokens[after].word)
        {
            after += 1
        }
        guard isInverted || after == sentence.upperBound || !tokens[after].isWord else { return nil }
        if !isInverted, after > index + 1, !frame.contains(.listener), !isAdverbial(index + 1) { return nil }
        if !isInverted, after - index > 6 || after < sentence.upperBound && tokens[after].word == ":" { return nil }
        return ReportingCue(
            tokens: index..<index + 1,
            subject: subject,
            content: trimmed(sentence.lowerBound..<start),
            isSpeech: true
        )
    }

    /// Whether the subject follows the verb. After a comma that may also be the end of an apposition ("One expert, Jeffrey
    /// Lewis, called it …"), so there nothing but the subject may follow.
    private func isInverted(_ index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound, isContentEnd(index - 1), frame.contains(.quotation) else { return false }
        let verb = tokens[index].word
        guard verb.hasSuffix("d") || verb.hasSuffix("s") || verb.hasSuffix("e") && verb.hasPrefix("wr") else {
            return false
        }
        if isQuoted[index - 1] { return true }
        guard tokens[index - 1].word == "," else { return false }
        guard let subject = speakers.subject(after: index, to: sentence.upperBound)?.tokens else { return false }
        guard subject.upperBound < sentence.upperBound else { return true }
        let next = tokens[subject.upperBound]
        // "said the bridge was cursed: …" goes on with a clause.
        if next.word == ":" || tokens[subject].contains(where: { ReportingWords.between.contains($0.word) }) {
            return false
        }
        return !next.isWord && !isQuoted[subject.upperBound]
            || ["of", "in", "on", "at", "who", "during"].contains(next.word)
    }

    private func isContentEnd(_ index: Int) -> Bool {
        [",", "\u{201D}", "\"", "?", "!", "\u{2019}", "\u{2014}", "\u{2013}"].contains(tokens[index].word)
    }

    /// `on Monday`, `in a statement`, `recently`.
    private func isAdverbial(_ index: Int) -> Bool {
        let token = tokens[index]
        return Self.notContent.contains(token.word) || NameTables.calendar.contains(token.word)
            || token.word.hasSuffix("ly")
            || ["later", "today", "yesterday", "earlier", "last", "this"].contains(token.word)
    }

    private static let nonContents = WordList("as asked after when while although since")
}
