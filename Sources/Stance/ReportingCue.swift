import Article

/// Words that ascribe others to somebody, and which they ascribe.
struct ReportingCue {
    var tokens: Range<Int>
    var subject: SpeakerFinder.Subject?
    /// The words ascribed, outside of quotations or with them; empty where the cue only introduces a quotation.
    var content: Range<Int>
    /// Whether a quotation beside it may be ascribed by it.
    var isSpeech: Bool
    /// `Voters should reject the plan`: nobody has said or done it, and it is the author who calls for it.
    var isPrescribed = false
}

/// Finds the cues of one sentence and what they ascribe.
///
/// A word is asked in turn whether it opens "according to", whether it is a noun such as "claim", and whether it is a verb
/// with a subject. What lies inside the content of a cue is part of it, whoever says it there.
struct CueFinder {
    let document: Document
    let speakers: SpeakerFinder
    /// For each token whether it stands in a quotation.
    let isQuoted: [Bool]
    /// Whether the sentence at hand is a headline, where verbs have capitals.
    private(set) var isHeadline = false

    init(document: Document, speakers: SpeakerFinder, isQuoted: [Bool]) {
        self.document = document
        self.speakers = speakers
        self.isQuoted = isQuoted
    }

    var tokens: [Token] { document.tokens }

    static let complementizers = WordList("that whether how why what who if where when")
    static let notContent = WordList(
        "in at to on of with for by about from into over during after before as and or but against than like along through"
            + " is was are were up out down off"
    )
    static let nounMarks = WordList(
        "the a an his her its their this these those of my our your 's no any each every another recent new own"
    )
    static let beForms = WordList("is are was were be been being get got")

    func cues(in sentence: Document.Sentence) -> [ReportingCue] {
        var finder = self
        finder.isHeadline = sentence.isHeadline
        return finder.cues(in: sentence.tokens)
    }

    private func cues(in sentence: Range<Int>) -> [ReportingCue] {
        var found: [ReportingCue] = []
        var covered = sentence.lowerBound
        for index in sentence where !isQuoted[index] && index >= covered {
            let cue =
                accordingTo(index, sentence) ?? noun(index, sentence) ?? adjective(index, sentence)
                ?? opening(index, sentence) ?? verb(index, sentence)
            guard let cue else { continue }
            found.append(cue)
            if let rest = rest(after: cue, sentence) { found.append(rest) }
            if !cue.content.isEmpty { covered = max(covered, cue.content.upperBound) }
        }
        return found
    }

    /// `The dam, she said, would never be filled`: what follows the cue is content too.
    private func rest(after cue: ReportingCue, _ sentence: Range<Int>) -> ReportingCue? {
        guard !cue.content.isEmpty, cue.content.upperBound <= cue.tokens.lowerBound else { return nil }
        // After "…, said Holt," comes what is told of Holt.
        if let subject = cue.subject?.tokens, subject.lowerBound > cue.tokens.lowerBound { return nil }
        let next = max(cue.tokens.upperBound, cue.subject?.tokens?.upperBound ?? 0)
        guard next + 3 < sentence.upperBound, [",", ";"].contains(tokens[next].word), !isQuoted[next + 1],
            !Self.asides.contains(tokens[next + 1].word), !isTime(next + 1, sentence),
            !tokens[next + 1].word.hasSuffix("ing")
        else { return nil }
        var rest = cue
        rest.content = trimmed(next + 1..<sentence.upperBound)
        return rest
    }

    /// Words with which the author goes on, rather than the speaker.
    private static let asides = WordList(
        "who which while as when after before according but although though referring citing"
    )

    /// `a day after`, `a move that`: no words of the speaker.
    private func isTime(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index + 1 < sentence.upperBound, ["a", "an"].contains(tokens[index].word) else { return false }
        return ["day", "week", "month", "year", "move", "reference", "claim", "charge"].contains(tokens[index + 1].word)
    }

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

    /// Without marks at the ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
        while start < end, !tokens[start].isWord, !isQuoted[start] { start += 1 }
        while end > start, !tokens[end - 1].isWord, !isQuoted[end - 1] { end -= 1 }
        return start..<end
    }
}
