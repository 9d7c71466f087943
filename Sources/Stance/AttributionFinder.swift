import Article

/// Finds which words of an article are not its author's, and whose they are.
///
/// Quotations come from ``QuoteFinder``, reported speech from ``CueFinder``; this joins them. A quotation of up to three
/// words that no cue reaches is a scare quote: the author's own.
struct AttributionFinder {
    /// Longer quotations are somebody's words even where nothing tells whose.
    static let longestScareQuote = 3

    private let document: Document
    private let speakers: SpeakerFinder
    private let quotations: [Quotation]
    private let isQuoted: [Bool]
    private var found: [Article.Attribution] = []
    /// The content of cues that nobody else speaks: "there is no evidence that", "I should like to say".
    private var own: Set<ScalarSpan> = []
    private var acts: [Article.Attribution] = []
    private var last: Article.Speaker?
    private var lastBlock = -1

    /// All attributions of an article, in the order of the text.
    struct Found {
        var attributions: [Article.Attribution]
        /// What is not the author's after all, in the order of the text: the attributions less what is reported of nobody,
        /// and the objects of verbs that tell a stance ("Holt accused the mayor").
        var others: [Article.Attribution]
    }

    static func attributions(_ document: Document, _ cast: Cast) -> Found {
        var finder = Self(document, cast)
        finder.run()
        let attributions = finder.found.sorted { $0.span < $1.span }
        let others = attributions.filter { !finder.own.contains($0.span) } + finder.acts
        return Found(attributions: attributions, others: others.sorted { $0.span < $1.span })
    }

    private init(_ document: Document, _ cast: Cast) {
        self.document = document
        speakers = SpeakerFinder(document: document, cast: cast)
        quotations = QuoteFinder(tokens: document.tokens).quotations(in: document.paragraphs)
        var isQuoted = [Bool](repeating: false, count: document.tokens.count)
        for quotation in quotations { for index in quotation.tokens { isQuoted[index] = true } }
        self.isQuoted = isQuoted
    }

    private mutating func run() {
        let cueFinder = CueFinder(document: document, speakers: speakers, isQuoted: isQuoted)
        let cues = document.sentences.map { cueFinder.cues(in: $0) }
        let labelled = LabelledSpeech(document: document, speakers: speakers, isQuoted: isQuoted)
        found += labelled.attributions() + labelled.introduced(by: cues)
        var next = 0
        for (index, sentence) in document.sentences.enumerated() {
            var taken: [Range<Int>] = []
            for act in cueFinder.acts(in: sentence) { append(act, sentence) }
            for cue in cues[index] { append(cue, sentence, &taken) }
            while next < quotations.count, quotations[next].tokens.lowerBound < sentence.tokens.upperBound {
                let quotation = quotations[next]
                next += 1
                if taken.contains(where: { $0.contains(quotation.tokens.lowerBound) }) { continue }
                append(quotation, sentenceIndex: index, cues)
            }
        }
    }

    // MARK: Reported speech

    private mutating func append(_ cue: ReportingCue, _ sentence: Document.Sentence, _ taken: inout [Range<Int>]) {
        let speaker = speakers.speaker(cue.subject, last: last, isNear: lastBlock == sentence.block)
        remember(speaker, sentence.block)
        var content = cue.content
        guard !content.isEmpty else { return }
        // A whole quotation after a colon or at the content's edge stands by itself.
        let inside = quotations[firstQuotation(from: content.lowerBound)...].prefix {
            $0.tokens.lowerBound < content.upperBound
        }
        if let whole = inside.first(where: { isWhole($0, in: content) }) {
            content = content.lowerBound..<whole.tokens.lowerBound
            while let last = content.last, !document.tokens[last].isWord { content = content.dropLast() }
        }
        guard !content.isEmpty, content.contains(where: { !isQuoted[$0] }) else { return }
        taken.append(content)
        let isMixed = inside.contains { content.contains($0.tokens.lowerBound) }
        let end = inside.last { content.contains($0.tokens.lowerBound) }.map {
            max($0.span.end, document.span(content).end)
        }
        let span = document.span(content)
        if !isMixed, isNobodys(cue) { own.insert(span) }
        found.append(
            Article.Attribution(
                isMixed ? .mixed : .indirect,
                ScalarSpan(span.start, end ?? span.end),
                cue: document.span(cue.tokens),
                speaker: speaker
            )
        )
    }

    /// A stance that the sentence tells: no words of anybody, so it is only for telling whose a place is.
    private mutating func append(_ act: StanceAct, _ sentence: Document.Sentence) {
        let speaker = speakers.speaker(act.subject, last: last, isNear: lastBlock == sentence.block)
        acts.append(
            Article.Attribution(
                .indirect,
                document.span(act.object),
                cue: document.span(act.verb),
                speaker: speaker
            )
        )
    }

    private func isNobodys(_ cue: ReportingCue) -> Bool {
        guard !cue.isPrescribed else { return true }
        return switch cue.subject {
        case nil, .author: true
        case .unnamed(let words):
            // "It is right to say": whoever may be meant, nobody is told to have said it.
            cue.tokens.lowerBound > 0 && document.tokens[cue.tokens.lowerBound - 1].word == "to"
                || words.count == 1 && Self.nobody.contains(document.tokens[words.lowerBound].word)
        case .named, .pronoun: false
        }
    }

    private static let nobody = WordList("you this that which what there nobody everybody one")

    private func isWhole(_ quotation: Quotation, in content: Range<Int>) -> Bool {
        let start = quotation.tokens.lowerBound
        guard start > content.lowerBound else {
            let end = quotation.tokens.upperBound
            let goesOn =
                end < content.upperBound && document.tokens[end].isWord && document.tokens[max(start, end - 2)].isWord
            return quotation.words > Self.longestScareQuote && !goesOn
        }
        let opensAsSentence = start + 1 < document.tokens.count && document.tokens[start + 1].isCapital
        return [":", ","].contains(document.tokens[start - 1].word) && opensAsSentence
    }

    private func firstQuotation(from token: Int) -> Int {
        var (low, high) = (0, quotations.count)
        while low < high {
            let middle = (low + high) / 2
            if quotations[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Quotations

    private mutating func append(_ quotation: Quotation, sentenceIndex: Int, _ cues: [[ReportingCue]]) {
        let sentence = document.sentences[sentenceIndex]
        let cue = cue(beside: quotation, sentenceIndex, cues)
        let isScare = isShortPhrase(quotation, sentence) || isName(quotation)
        guard cue != nil || !isScare else { return }
        let speaker: Article.Speaker? =
            if let cue {
                speakers.speaker(cue.subject, last: last, isNear: lastBlock == sentence.block)
            } else if quotation.continues || isFollowedUp(quotation, sentence) {
                last.map { Article.Speaker(name: $0.name) }
            } else {
                nameBeforeColon(quotation, sentence)
            }
        remember(speaker, sentence.block)
        found.append(
            Article.Attribution(.direct, quotation.span, cue: cue.map { document.span($0.tokens) }, speaker: speaker)
        )
    }

    /// Few words, and no sentence of their own: a scare quote, unless a cue reaches it.
    private func isShortPhrase(_ quotation: Quotation, _ sentence: Document.Sentence) -> Bool {
        guard quotation.words <= Self.longestScareQuote else { return false }
        let opensSentence = quotation.tokens.lowerBound == sentence.tokens.lowerBound
        guard !document.tokens[quotation.tokens].contains(where: { $0.word == ":" }) else { return true }
        return !(opensSentence && quotation.tokens.upperBound == sentence.tokens.upperBound)
    }

    /// The cue that introduces or follows the quotation: in the sentence where it ends, or where it begins, or at the end
    /// of the sentence before.
    private func cue(beside quotation: Quotation, _ index: Int, _ cues: [[ReportingCue]]) -> ReportingCue? {
        var closing = index
        while closing + 1 < cues.count, document.sentences[closing].tokens.upperBound < quotation.tokens.upperBound {
            closing += 1
        }
        let reach = 14
        let after = cues[closing].first {
            $0.isSpeech && $0.tokens.lowerBound >= quotation.tokens.upperBound
                && $0.tokens.lowerBound - quotation.tokens.upperBound < reach && isAdjacent(quotation, $0)
        }
        if let after { return after }
        let before = cues[index].last { $0.isSpeech && $0.tokens.upperBound <= quotation.tokens.lowerBound }
        if let before { return before }
        guard index > 0, quotation.tokens.lowerBound == document.sentences[index].tokens.lowerBound else { return nil }
        let end = document.sentences[index - 1].tokens.upperBound
        return document.tokens[end - 1].word == ":" ? cues[index - 1].last { $0.isSpeech } : nil
    }

    /// Whether only the subject stands between the quotation and the cue that follows it.
    private func isAdjacent(_ quotation: Quotation, _ cue: ReportingCue) -> Bool {
        let between = quotation.tokens.upperBound..<cue.tokens.lowerBound
        if between.contains(where: { isQuoted[$0] || document.tokens[$0].word == ";" }) { return false }
        let lastInside = document.tokens[max(quotation.tokens.lowerBound, quotation.tokens.upperBound - 2)]
        return !lastInside.isWord || between.isEmpty || document.tokens[between.lowerBound].word == ","
    }

    /// `“…,” he said. “…”`: the same speaker goes on.
    private func isFollowedUp(_ quotation: Quotation, _ sentence: Document.Sentence) -> Bool {
        let opens = quotation.tokens.lowerBound == sentence.tokens.lowerBound
        return opens && last != nil && (lastBlock == sentence.block || lastBlock + 1 == sentence.block)
    }

    /// `Trump: “…”`.
    private func nameBeforeColon(_ quotation: Quotation, _ sentence: Document.Sentence) -> Article.Speaker? {
        let start = quotation.tokens.lowerBound
        guard start > sentence.tokens.lowerBound, document.tokens[start - 1].word == ":" else { return nil }
        let mention = speakers.cast.mentions(in: sentence.tokens.lowerBound..<start).last {
            speakers.cast.entities[$0.entity].isPerson
        }
        return mention.flatMap { speakers.speaker(.named($0), last: nil, isNear: false) }
    }

    /// The title of a book or film: every long word has a capital, and no full stop ends it.
    private func isName(_ quotation: Quotation) -> Bool {
        let isSentence = document.tokens[quotation.tokens.dropLast().last ?? 0].word == "."
        guard !isSentence || quotation.words < 4 else { return false }
        let words = document.tokens[quotation.tokens].filter { $0.isWord && $0.span.count > 3 }
        return words.count >= 2 && words.allSatisfy(\.isCapital)
    }

    private mutating func remember(_ speaker: Article.Speaker?, _ block: Int) {
        guard let speaker else { return }
        last = speaker
        lastBlock = block
    }
}
