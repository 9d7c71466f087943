import Article

/// Finds who is meant by the words beside a verb of saying.
struct SpeakerFinder {
    /// What stands as the subject.
    enum Subject {
        case named(Mention)
        /// `he`, `she`, or `who`: somebody named before.
        case pronoun(Int)
        /// `a source`, `they`: somebody, but the text names nobody.
        case unnamed(Range<Int>)
        /// `I`, `we`: the author.
        case author

        var tokens: Range<Int>? {
            switch self {
            case .named(let mention): mention.tokens
            case .pronoun(let index): index..<index + 1
            case .unnamed(let range): range
            case .author: nil
            }
        }
    }

    let document: Document
    let cast: Cast

    private var tokens: [Token] { document.tokens }

    /// Pronouns and other words that end the search to the left of a verb.
    private static let borders = WordList(
        "and but or that which because if when while as although though since after before until where whether so for , ; : . ( )"
    )
    private static let determiners = WordList(
        "the a an this that these those one another some many several his her its their"
    )

    /// The subject to the left of the verb at `verb`.
    func subject(before verb: Int, from start: Int) -> Subject? {
        var index = verb - 1
        while index >= start, isBetween(tokens[index]) || joinsAdverbs(index, verb) { index -= 1 }
        guard index >= start else { return nil }
        if tokens[index].word == "," { return afterComma(index, from: start) }
        if ["who", "whom"].contains(tokens[index].word) {
            let antecedent = tokens[max(start, index - 1)].word == "," ? index - 1 : index
            return mention(endingAt: antecedent, from: start).map(Subject.named) ?? .unnamed(index..<index + 1)
        }
        if let pronoun = pronoun(index) { return pronoun }
        if let mention = mention(endingAt: index + 1, from: start) { return .named(mention) }
        return phrase(endingAt: index, from: start).map(Subject.unnamed)
    }

    /// `Eliot Cohen, a senior official in …, said`; `One expert, Jeffrey Lewis, called`.
    private func afterComma(_ comma: Int, from start: Int) -> Subject? {
        var opening = comma - 1
        while opening >= start, tokens[opening].word != "," { opening -= 1 }
        if opening >= start {
            let inside = cast.mentions(in: opening + 1..<comma).first { isPerson($0) }
            if let inside, inside.tokens == opening + 1..<comma { return .named(inside) }
            if let outside = mention(endingAt: opening, from: start), isPerson(outside) { return .named(outside) }
            if let inside, tokens[opening + 1].word != "a", inside.tokens.upperBound == comma { return .named(inside) }
        }
        return cast.mentions(in: start..<comma).first { isPerson($0) && isFollowedByComma($0) }.map(Subject.named)
    }

    private func isFollowedByComma(_ mention: Mention) -> Bool {
        mention.tokens.upperBound < tokens.count && tokens[mention.tokens.upperBound].word == ","
    }

    /// The subject of the clause before, for a second verb: `… and says`.
    func sharedSubject(before verb: Int, from start: Int) -> Subject? {
        guard verb > start, ["and", "but"].contains(tokens[verb - 1].word) else { return nil }
        let first = cast.mentions(in: start..<verb).first { isPerson($0) }
        return first.map(Subject.named) ?? .unnamed(verb..<verb)
    }

    /// The subject to the right of the verb: `said Piet Vandersloot`, `said her spokesman, …`.
    func subject(after verb: Int, to end: Int) -> Subject? {
        var index = verb + 1
        guard index < end, tokens[index].isWord else { return nil }
        if let pronoun = pronoun(index) { return pronoun }
        let start = index
        while index < end, tokens[index].isWord, index - start < 10 {
            if ["for", "of", "in", "at", "on", "to", "from", "with", "during", "that"].contains(tokens[index].word) {
                break
            }
            let first = cast.firstMention(from: index)
            if first < cast.mentions.count, cast.mentions[first].tokens.lowerBound == index {
                let mention = cast.mentions[first]
                let next = mention.tokens.upperBound < end ? tokens[mention.tokens.upperBound] : nil
                if isPerson(mention) || !(next?.isWord ?? false) { return .named(mention) }
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return start < index ? .unnamed(start..<index) : nil
    }

    /// Who is meant, for the attribution; a pronoun is whoever `fits` among the last speakers and mentions.
    func speaker(_ subject: Subject?, last: Article.Speaker?, isNear: Bool) -> Article.Speaker? {
        switch subject {
        case .named(let mention): Article.Speaker(name: cast.entities[mention.entity].name, span: mention.span)
        case .pronoun(let index): antecedent(of: index, last: last, isNear: isNear)
        case .unnamed, .author, nil: nil
        }
    }

    /// - Parameter isNear: whether the last speaker spoke in the same paragraph, and so is more likely meant than others
    ///   named there.
    private func antecedent(of index: Int, last: Article.Speaker?, isNear: Bool) -> Article.Speaker? {
        let gender: Entity.Gender = tokens[index].word == "she" ? .female : .male
        func fits(_ name: String) -> Bool {
            guard let entity = cast.indices[name].map({ cast.entities[$0] }), entity.isPerson else { return false }
            // A single word of unknown kind ("Selmark") may be no person at all.
            return entity.gender == .unknown ? entity.words.count > 1 : entity.gender == gender
        }
        let span = tokens[index].span
        if isNear, let last, fits(last.name) { return Article.Speaker(name: last.name, span: span) }
        let before = cast.mentions[..<cast.firstMention(from: index)].suffix(Self.farthestMention)
        let mention = before.last { isPerson($0) && fits(cast.entities[$0.entity].name) }
        if let mention { return Article.Speaker(name: cast.entities[mention.entity].name, span: span) }
        return last.flatMap { fits($0.name) ? Article.Speaker(name: $0.name, span: span) : nil }
    }

    /// A pronoun that reaches farther back than this many names is a guess.
    private static let farthestMention = 12

    private func pronoun(_ index: Int) -> Subject? {
        switch tokens[index].word {
        case "he", "she": .pronoun(index)
        case "i", "we": .author
        case "they", "it", "you", "this", "which", "what", "there", "nobody", "everybody": .unnamed(index..<index + 1)
        default: nil
        }
    }

    /// The "and" of "openly and often".
    private func joinsAdverbs(_ index: Int, _ verb: Int) -> Bool {
        tokens[index].word == "and" && index > 0 && index + 1 < verb && isBetween(tokens[index - 1])
    }

    private func isBetween(_ token: Token) -> Bool {
        ReportingWords.between.contains(token.word) || token.shape == .lower && token.word.hasSuffix("ly")
    }

    /// The mention that ends before the token `end`; a mention followed by other words of a noun phrase is not it.
    private func mention(endingAt end: Int, from start: Int) -> Mention? {
        let next = cast.firstMention(from: end)
        guard next > 0 else { return nil }
        let mention = cast.mentions[next - 1]
        return mention.tokens.upperBound == end && mention.tokens.lowerBound >= start ? mention : nil
    }

    private func isPerson(_ mention: Mention) -> Bool { cast.entities[mention.entity].isPerson }

    /// The words back to the border of the clause: `another source`, `the Clinton campaign`.
    private func phrase(endingAt end: Int, from start: Int) -> Range<Int>? {
        var index = end
        while index >= start, end - index < 12, !Self.borders.contains(tokens[index].word),
            !["\u{201D}", "\""].contains(tokens[index].word)
        {
            index -= 1
        }
        return index < end ? index + 1..<end + 1 : nil
    }
}
