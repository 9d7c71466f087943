import Article

/// The cues of one sentence, and what stands between them and a target.
struct ClauseAnalysis {
    private struct Cue {
        var tokens: Range<Int>
        var role: LexiconEntry.Role
        /// Strength; below 0 where the cue is negated.
        var factor: Double
        /// Whether it stands under "would", "could" or "if".
        var isUnreal: Bool
        var isPassive: Bool
    }

    private let tokens: [Token]
    private var cues: [Cue] = []
    /// For each token the borders of clauses before it.
    private var clause: [Double]
    private var quoted: [Bool]
    private let negation: [Bool]

    init(_ text: ScalarText, _ sentence: ScalarSpan) {
        tokens = Tokenizer.tokens(of: text, in: sentence)
        clause = []
        clause.reserveCapacity(tokens.count)
        quoted = [Bool](repeating: false, count: tokens.count)
        negation = tokens.map { Lexicon.english.trie[$0.word]?.role == .negator }
        markClauses()
        let quotations = QuoteFinder(tokens: tokens).quotations(in: [
            QuoteFinder.Paragraph(tokens: tokens.indices, block: 0)
        ])
        for quotation in quotations { for index in quotation.tokens { quoted[index] = true } }
        findCues()
    }

    // MARK: Preparation

    private static let borders: [String: Double] = [
        ",": 0.5, ";": 1, ":": 0.7, "\u{2014}": 1, "\u{2013}": 1, "(": 1, ")": 1, "but": 1, "although": 1, "though": 1,
        "while": 1,
        "whereas": 1, "despite": 1, "however": 1, "because": 0.5, "and": 0.3, "who": 0.2, "which": 0.5, "that": 0.2,
        "when": 0.5, "if": 0.5,
        "as": 0.2, ".": 1.5, "?": 1.5, "!": 1.5,
    ]
    private static let beForms = WordList("is was were are be been being am 's 're get gets got getting 'm")
    private static let unrealWords = WordList("would could should might may must if whether unless")
    private static let longNegations = WordList("evidence never nothing nobody neither cannot")

    private mutating func markClauses() {
        var sum = 0.0
        for token in tokens {
            sum += Self.borders[token.word] ?? 0
            clause.append(sum)
        }
    }

    private mutating func findCues() {
        var index = 0
        while index < tokens.count {
            guard let (end, entry) = Lexicon.english.entry(in: tokens, at: index, end: tokens.count) else {
                index += 1
                continue
            }
            switch entry.role {
            case .word, .verb:
                // A capital inside a sentence is that of a name: "Justice", "Hope".
                let isName = index > 0 && tokens[index].isCapital && end == index + 1 && tokens[index - 1].isWord
                if !isName {
                    cues.append(cue(index..<end, entry))
                }
            case .negator, .scale: break
            }
            index = end
        }
    }

    private func isPassive(_ verb: Int) -> Bool {
        var index = verb - 1
        while index >= max(0, verb - 3) {
            if Self.beForms.contains(tokens[index].word) { return true }
            guard tokens[index].word.hasSuffix("ly") || negation[index] else { return false }
            index -= 1
        }
        return false
    }

    /// What the words before a cue make of it. Negation reaches four words back in the clause, and farther where it
    /// denies a whole statement ("no evidence that …").
    private func cue(_ range: Range<Int>, _ entry: LexiconEntry) -> Cue {
        let cue = range.lowerBound
        var factor = 1.0
        var (negated, isUnreal) = (false, false)
        var index = cue - 1
        while index >= max(0, cue - 9) {
            let word = tokens[index].word
            let isNear = cue - index <= 4 && clause[cue] - clause[index] < 0.5
            if negation[index], isNear || index + 1 < cue && Self.longNegations.contains(tokens[index + 1].word) {
                negated.toggle()
            }
            if isNear, Self.unrealWords.contains(word) { isUnreal = true }
            if cue - index == 1, case .scale(let scale) = Lexicon.english.trie[word]?.role { factor *= scale }
            index -= 1
        }
        return Cue(
            tokens: range,
            role: entry.role,
            factor: negated ? -factor : factor,
            isUnreal: isUnreal,
            isPassive: entry.isParticiple && isPassive(cue)
        )
    }

    // MARK: Weights

    /// What each cue says about the target.
    func weights(
        toward target: ScalarSpan,
        voices: [TargetedSentence.Voice] = [],
        _ parameters: LexiconParameters
    ) -> [LexiconScorer.Reason] {
        func holder(_ offset: Int) -> Article.Holder? { voices.last { $0.span.contains(offset) }?.holder }
        let voice = holder(target.start)
        let inside = tokens.indices(in: target)
        let start = min(inside.lowerBound, max(0, tokens.count - 1))
        let place = start..<max(start, inside.upperBound)
        guard !tokens.isEmpty else { return [] }
        // A guess that is needed only where nobody has found the voices.
        let speech = voices.isEmpty ? ownSpeech(place) : { _ in false }
        return cues[near(place)].compactMap { cue in
            guard !cue.tokens.overlaps(place) else { return nil }
            var weight = base(cue, place, parameters)
            guard weight != 0 else { return nil }
            let magnitude = abs(cue.factor)
            weight *= cue.factor < 0 ? magnitude * parameters.negation : magnitude
            if cue.isUnreal { weight *= parameters.unreal }
            if speech(cue.tokens.lowerBound) { weight *= parameters.ownSpeech }
            let span = ScalarSpan(tokens[cue.tokens.lowerBound].span.start, tokens[cue.tokens.upperBound - 1].span.end)
            guard holder(span.start) == voice else { return nil }
            return LexiconScorer.Reason(span: span, weight: weight)
        }
    }

    /// Words farther away than this weigh nothing that could be seen: half-lives of 30 tokens leave 3%.
    private static let reach = 150

    /// The cues within reach, found by bisection, so that long texts with many targets take linear time.
    private func near(_ place: Range<Int>) -> Range<Int> {
        func firstCue(from token: Int) -> Int {
            var (low, high) = (0, cues.count)
            while low < high {
                let middle = (low + high) / 2
                if cues[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return firstCue(from: place.lowerBound - Self.reach)..<firstCue(from: place.upperBound + Self.reach)
    }

    private func base(_ cue: Cue, _ place: Range<Int>, _ parameters: LexiconParameters) -> Double {
        let isBefore = place.lowerBound < cue.tokens.lowerBound
        let distance = isBefore ? cue.tokens.lowerBound - place.upperBound : place.lowerBound - cue.tokens.upperBound
        let borders = abs(clause[cue.tokens.lowerBound] - clause[min(place.lowerBound, clause.count - 1)])
        let decay = power(0.5, Double(distance) / parameters.halfLife) * power(parameters.border, borders)
        switch cue.role {
        case .word(let weight):
            let isPredicate = isBefore ? isPredicate(place.upperBound..<cue.tokens.lowerBound) : distance <= 1
            return weight * decay * (isPredicate ? parameters.predicate : 1)
        case .verb(let agent, let patient):
            let isAgent = isBefore != cue.isPassive
            if cue.isPassive && !isBefore {
                let hasBy =
                    distance <= 3 && tokens[cue.tokens.upperBound..<place.lowerBound].contains { $0.word == "by" }
                return hasBy ? agent * parameters.role : 0
            }
            if isAgent { return agent * decay * parameters.role }
            let isNext = distance <= 3 && borders < 0.5
            return patient * decay * parameters.role * (isNext || cue.isPassive ? 1 : parameters.distantRole)
        case .negator, .scale: return 0
        }
    }

    /// `Kim is a …`, `Kim's …`: a form of "be" or a possessive follows the target, and no border does.
    private func isPredicate(_ between: Range<Int>) -> Bool {
        guard let first = between.first, between.count <= 6 else { return false }
        return Self.beForms.contains(tokens[first].word)
            && !tokens[between].contains { Self.borders[$0.word] ?? 0 >= 0.5 }
    }

    /// Tells which tokens are the target's own words: a quotation or a clause beside a verb of saying whose subject it is.
    private func ownSpeech(_ place: Range<Int>) -> (Int) -> Bool {
        guard !quoted[min(place.lowerBound, quoted.count - 1)] else { return { _ in false } }
        var verb: Int?
        for index in place.upperBound..<min(tokens.count, place.upperBound + 3) where verb == nil {
            let word = tokens[index].word
            if ReportingVerbs.isSpeech(word) { verb = index }
            // A comma ends an apposition: "One engineer, Jonas Weidt, called …".
            guard word == "," || ReportingWords.between.contains(word) || word.hasSuffix("ly") else { break }
        }
        // `…, said Holt`, but not `Adler said Holt was`.
        if verb == nil, place.lowerBound > 1, !tokens[place.lowerBound - 2].isWord,
            ReportingVerbs.isSpeech(tokens[place.lowerBound - 1].word),
            !(place.upperBound < tokens.count && ReportingWords.between.contains(tokens[place.upperBound].word))
        {
            verb = place.lowerBound - 1
        }
        guard let verb else { return { _ in false } }
        return { index in index > verb || quoted[index] || clause[verb] - clause[index] >= 0.5 }
    }
}
