import Article

extension CueFinder {
    /// Where the content after a verb begins, and whether it is a clause rather than an object.
    struct ContentStart {
        var token: Int
        var isClause: Bool
    }

    /// Where the content after the verb begins; the sentence's end for a cue that only introduces a quotation.
    func contentStart(_ index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> ContentStart? {
        let next = index + 1
        guard next < sentence.upperBound else { return nil }
        let word = tokens[next].word
        let speaks = frame.contains(.speech) || frame.contains(.quotation)
        if word == ":" || word == "," || isQuoted[next] {
            guard speaks || isQuoted[next] else { return nil }
            if word == ",", tokens[sentence.lowerBound].word == "as" {
                return ContentStart(token: min(next + 1, sentence.upperBound), isClause: true)
            }
            return ContentStart(token: isQuoted[next] ? next : sentence.upperBound, isClause: true)
        }
        if frame.contains(.naming), isNaming(index, sentence) { return ContentStart(token: next, isClause: false) }
        if !frame.isDisjoint(with: [.bare, .that, .listener]),
            let that = complementizer(after: index, frame, sentence)
        {
            return ContentStart(token: that, isClause: true)
        }
        if frame.contains(.infinitive), let to = infinitive(after: index, sentence) {
            return ContentStart(token: to, isClause: false)
        }
        if let object = prepositionalStart(index, sentence) { return ContentStart(token: object, isClause: false) }
        if frame.contains(.bare), tokens[next].isWord, !Self.notContent.contains(word) {
            return ContentStart(token: next, isClause: true)
        }
        if frame.contains(.listener), tokens[next].isWord, let start = afterListener(index, sentence) {
            return ContentStart(token: start, isClause: true)
        }
        if frame.contains(.object), tokens[next].isWord, !Self.notContent.contains(word) {
            return ContentStart(token: next, isClause: false)
        }
        guard speaks, (next..<min(sentence.upperBound, next + 14)).contains(where: { isQuoted[$0] }) else { return nil }
        return ContentStart(token: next, isClause: true)
    }

    /// `called for sanctions`, `pointed out that`, `speaking to reporters about`: after the preposition.
    private func prepositionalStart(_ index: Int, _ sentence: Range<Int>) -> Int? {
        let verb = tokens[index].word
        guard ReportingVerbs.isPrepositional(verb) else { return nil }
        for place in index + 1..<min(sentence.upperBound, index + 5) {
            guard tokens[place].isWord, !isQuoted[place] else { return nil }
            if ReportingVerbs.takes(verb, tokens[place].word) {
                return place + 1 < sentence.upperBound && tokens[place + 1].isWord ? place + 1 : nil
            }
        }
        return nil
    }

    /// Where the content ends that begins at `start`: before the author goes on, mostly at the sentence's end.
    ///
    /// A clause is cut only where another begins that is set against it; an object also where a new clause begins.
    func contentEnd(from start: Int, isClause: Bool, _ sentence: Range<Int>) -> Int {
        var index = start + 1
        while index + 1 < sentence.upperBound {
            defer { index += 1 }
            guard !isQuoted[index], [",", ";", "\u{2014}", "\u{2013}", "-"].contains(tokens[index].word) else {
                continue
            }
            let next = tokens[index + 1]
            if Self.contrasts.contains(next.word) { return index }
            if next.shape == .lower, next.word.hasSuffix("ing"), ReportingVerbs.frame(next.word) != nil { return index }
            guard !isClause else { continue }
            if Self.openers.contains(next.word) { return index }
        }
        return sentence.upperBound
    }

    private static let contrasts = WordList("but although though while whereas compared despite")
    private static let openers = WordList("he she they it who which so then there yet even")

    /// `that` may stand some words after the verb: `told reporters on Monday that`.
    private func complementizer(after index: Int, _ frame: ReportingVerbs.Frame, _ sentence: Range<Int>) -> Int? {
        var place = index + 1
        let limit = min(sentence.upperBound, index + 12)
        while place < limit, !isQuoted[place] {
            let word = tokens[place].word
            if place == index + 1 || tokens[index].word == "asked" && word != "that" {
                if Self.complementizers.contains(word) { return place }
            } else if word == "that", frame.contains(.speech) || place == index + 2 {
                return place
            }
            // "said on Monday in Madison, Wisconsin, that": a name stands between commas.
            guard tokens[place].isWord || word == "," && frame.contains(.speech) && hasThat(place, limit) else {
                return nil
            }
            place += 1
        }
        return nil
    }

    private func hasThat(_ comma: Int, _ limit: Int) -> Bool {
        (comma + 1..<limit).contains { tokens[$0].word == "that" && tokens[$0 - 1].word == "," }
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
        let isPassive = index > sentence.lowerBound && Self.beForms.contains(tokens[index - 1].word)
        guard !isPassive, tokens[index + 1].word != "for", tokens[index + 1].word != "on" else { return false }
        return (index + 1..<min(sentence.upperBound, index + 12)).contains {
            isQuoted[$0] || ["as", "a", "an", "for"].contains(tokens[$0].word)
        }
    }
}
