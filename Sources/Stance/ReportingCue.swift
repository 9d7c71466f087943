import Article

/// Words that ascribe others to somebody, and which they ascribe.
struct ReportingCue {
    var tokens: Range<Int>
    var subject: SpeakerFinder.Subject?
    /// The words ascribed, outside of quotations or with them; empty where the cue only introduces a quotation.
    var content: Range<Int>
    /// Whether a quotation beside it may be ascribed by it.
    var isSpeech: Bool
}

/// Finds the cues of one sentence and what they ascribe.
struct CueFinder {
    let document: Document
    let speakers: SpeakerFinder
    /// For each token whether it stands in a quotation.
    let isQuoted: [Bool]

    private var tokens: [Token] { document.tokens }

    private static let complementizers = WordList("that whether how why what who if where when")
    private static let notContent = WordList(
        "in at to on of with for by about from into over during after before as and or but against than like along through"
    )
    private static let nounMarks = WordList(
        "the a an his her its their this these those of my our your 's no any each every another recent new own"
    )

    func cues(in sentence: Range<Int>) -> [ReportingCue] {
        var found: [ReportingCue] = []
        var covered = sentence.lowerBound
        for index in sentence where !isQuoted[index] && index >= covered {
            guard let cue = accordingTo(index, sentence) ?? noun(index, sentence) ?? verb(index, sentence) else {
                continue
            }
            found.append(cue)
            if let rest = rest(after: cue, sentence) { found.append(rest) }
            // What lies inside the content is part of it, whoever says it there.
            if !cue.content.isEmpty { covered = max(covered, cue.content.upperBound) }
        }
        return found
    }

    /// `The dam, she said, would never be filled`: what follows the cue is content too.
    private func rest(after cue: ReportingCue, _ sentence: Range<Int>) -> ReportingCue? {
        guard !cue.content.isEmpty, cue.content.upperBound <= cue.tokens.lowerBound else { return nil }
        let next = max(cue.tokens.upperBound, cue.subject?.tokens?.upperBound ?? 0)
        guard next + 3 < sentence.upperBound, [",", ";"].contains(tokens[next].word), !isQuoted[next + 1],
            !Self.asides.contains(tokens[next + 1].word), !tokens[next + 1].word.hasSuffix("ing")
        else { return nil }
        var rest = cue
        rest.content = trimmed(next + 1..<sentence.upperBound)
        return rest
    }

    /// Words with which the author goes on, rather than the speaker.
    private static let asides = WordList(
        "who which while as when after before according a an but although though referring citing"
    )

    // MARK: According to

    private func accordingTo(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard tokens[index].word == "according", index + 2 < sentence.upperBound, tokens[index + 1].word == "to" else {
            return nil
        }
        var end = index + 2
        while end < sentence.upperBound, tokens[end].isWord { end += 1 }
        let mention = speakers.cast.mentions(in: index + 2..<end).first
        let subject: SpeakerFinder.Subject = mention.map { .named($0) } ?? .unnamed(index + 2..<end)
        let content: Range<Int>
        if index - sentence.lowerBound <= 2 {
            // After an apposition ("according to her spokesman, Piet Vandersloot, …") the content begins at the next comma.
            var start = min(end + 1, sentence.upperBound)
            if let inside = speakers.cast.mentions(in: start..<sentence.upperBound).first,
                inside.tokens.lowerBound == start, inside.tokens.upperBound < sentence.upperBound,
                tokens[inside.tokens.upperBound].word == ",", mention == nil
            {
                start = inside.tokens.upperBound + 1
                return ReportingCue(
                    tokens: index..<index + 2,
                    subject: .named(inside),
                    content: trimmed(start..<sentence.upperBound),
                    isSpeech: true
                )
            }
            content = start..<sentence.upperBound
        } else {
            content = sentence.lowerBound..<index
        }
        return ReportingCue(tokens: index..<index + 2, subject: subject, content: trimmed(content), isSpeech: true)
    }

    // MARK: Nouns

    private func noun(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard ReportingVerbs.nouns.contains(tokens[index].word), index + 2 < sentence.upperBound,
            tokens[index + 1].word == "that", index > sentence.lowerBound,
            Self.nounMarks.contains(tokens[index - 1].word)
        else { return nil }
        let mentions = speakers.cast.mentions(in: max(sentence.lowerBound, index - 4)..<index)
        let owner = mentions.last { $0.tokens.upperBound < index && tokens[$0.tokens.upperBound].word == "'s" }
        return ReportingCue(
            tokens: index..<index + 1,
            subject: owner.map { .named($0) },
            content: trimmed(index + 1..<sentence.upperBound),
            isSpeech: false
        )
    }

    // MARK: Verbs

    private func verb(_ index: Int, _ sentence: Range<Int>) -> ReportingCue? {
        guard tokens[index].shape == .lower, let frame = ReportingVerbs.frame(tokens[index].word) else { return nil }
        let previous = index > sentence.lowerBound ? tokens[index - 1].word : ""
        guard !Self.nounMarks.contains(previous) else { return nil }
        if let closing = closing(index, frame, sentence) { return closing }
        let shared = frame.contains(.bare) ? speakers.sharedSubject(before: index, from: sentence.lowerBound) : nil
        guard let subject = shared ?? speakers.subject(before: index, from: sentence.lowerBound) else { return nil }
        if case .author = subject { return nil }
        if let first = subject.tokens?.lowerBound, first > sentence.lowerBound, tokens[first - 1].word == "whom" {
            return nil
        }
        guard isSomebody(subject, frame), let start = contentStart(index, frame, sentence) else { return nil }
        // Of "he was told that", "he" is the one who listens.
        let isPassive = Self.beForms.contains(previous) && tokens[index].word.hasSuffix("d")
        return ReportingCue(
            tokens: index..<index + 1,
            subject: isPassive ? nil : subject,
            content: trimmed(start..<sentence.upperBound),
            isSpeech: frame.contains(.speech) || frame.contains(.quotation)
        )
    }

    private static let beForms = WordList("is are was were be been being get got")

    private func isSomebody(_ subject: SpeakerFinder.Subject, _ frame: ReportingVerbs.Frame) -> Bool {
        guard frame.contains(.evidence), case .unnamed(let range) = subject else { return true }
        return tokens[range].contains { ReportingVerbs.documents.contains($0.word) }
    }

    /// `…, he said.`; `…, said Piet Vandersloot, her spokesman.`
    private func closing(_ index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> ReportingCue? {
        guard frame.contains(.bare) || frame.contains(.quotation) || frame.contains(.speech) else { return nil }
        guard !(frame.contains(.infinitive) && index + 1 < sentence.upperBound && tokens[index + 1].word == "to") else {
            return nil
        }
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
        var after = isInverted ? max(index + 1, subject.tokens?.upperBound ?? 0) : index + 1
        while after < sentence.upperBound, tokens[after].isWord, after - index < 14,
            !Self.complementizers.contains(tokens[after].word)
        {
            after += 1
        }
        guard isInverted || after == sentence.upperBound || !tokens[after].isWord else { return nil }
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
        if next.word == ":" || tokens[subject].contains(where: { ReportingVerbs.between.contains($0.word) }) {
            return false
        }
        return !next.isWord && !isQuoted[subject.upperBound]
            || ["of", "in", "on", "at", "who", "during"].contains(next.word)
    }

    private func isContentEnd(_ index: Int) -> Bool {
        [",", "\u{201D}", "\"", "?", "!", "\u{2019}", "\u{2014}", "\u{2013}"].contains(tokens[index].word)
    }

    /// Where the content after the verb begins; the sentence's end for a cue that only introduces a quotation.
    private func contentStart(_ index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> Int? {
        let next = index + 1
        guard next < sentence.upperBound else { return nil }
        let word = tokens[next].word
        let speaks = frame.contains(.speech) || frame.contains(.quotation)
        if word == ":" || word == "," || isQuoted[next] {
            guard speaks || isQuoted[next] else { return nil }
            return isQuoted[next] ? next : sentence.upperBound
        }
        if frame.contains(.naming), isNaming(index, sentence) { return next }
        if !frame.isDisjoint(with: [.bare, .that, .listener]) {
            if let that = complementizer(after: index, frame, sentence) { return that }
        }
        if frame.contains(.infinitive), let to = infinitive(after: index, sentence) { return to }
        if frame.contains(.bare), tokens[next].isWord, !Self.notContent.contains(word) { return next }
        if frame.contains(.listener), tokens[next].isWord, let start = afterListener(index, sentence) { return start }
        guard speaks, (next..<min(sentence.upperBound, next + 14)).contains(where: { isQuoted[$0] }) else { return nil }
        return next
    }

    /// `that` may stand some words after the verb: `told reporters on Monday that`.
    private func complementizer(after index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> Int? {
        var place = index + 1
        let limit = min(sentence.upperBound, index + 10)
        while place < limit, tokens[place].isWord, !isQuoted[place] {
            let word = tokens[place].word
            let isNext = place == index + 1
            if isNext ? Self.complementizers.contains(word) : word == "that" && frame.contains(.speech) { return place }
            place += 1
        }
        return nil
    }

    private func infinitive(after index: Int, _ sentence: Range<Int>) -> Int? {
        let limit = min(sentence.upperBound, index + 6)
        for place in index + 1..<limit {
            guard tokens[place].isWord else { return nil }
            if tokens[place].word == "to" {
                return place + 1 < sentence.upperBound && tokens[place + 1].shape == .lower ? place : nil
            }
            if Self.notContent.contains(tokens[place].word) { return nil }
        }
        return nil
    }

    private static let listeners = WordList(
        "him her me us them you reporters supporters voters people lawmakers viewers"
    )

    /// `told Alex Marlow he was`: content begins after who was told.
    private func afterListener(_ index: Int, _ sentence: Range<Int>) -> Int? {
        let mention = speakers.cast.mentions(in: index + 1..<sentence.upperBound).first
        let start: Int
        if let mention, mention.tokens.lowerBound - index <= 4 {
            start = mention.tokens.upperBound
        } else if Self.listeners.contains(tokens[index + 1].word) {
            start = index + 2
        } else {
            return nil
        }
        return start < sentence.upperBound && tokens[start].isWord && !Self.notContent.contains(tokens[start].word)
            ? start : nil
    }

    /// `called the agreement “a joke”`, `described it as`: what is said has quotation marks or an "as" or an "a".
    private func isNaming(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let isPassive =
            index > sentence.lowerBound
            && ["was", "were", "is", "are", "been", "being", "be"].contains(tokens[index - 1].word)
        guard !isPassive, tokens[index + 1].word != "for", tokens[index + 1].word != "on" else { return false }
        return (index + 1..<min(sentence.upperBound, index + 12)).contains {
            isQuoted[$0] || ["as", "a", "an", "for"].contains(tokens[$0].word)
        }
    }

    /// Without marks at the ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
        while start < end, !tokens[start].isWord, !isQuoted[start] { start += 1 }
        while end > start, !tokens[end - 1].isWord, !isQuoted[end - 1] { end -= 1 }
        return start..<end
    }
}
