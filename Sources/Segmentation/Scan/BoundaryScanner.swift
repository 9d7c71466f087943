internal import Article

/// One walk over a text from its start to its end that cuts it into sentences.
///
/// The walk stops only at the bytes of ``ByteClass``. At each it looks a bounded way back and ahead, so that the time
/// is linear in the length for every text; runs of marks and of white space are walked over once and not looked at
/// again.
struct BoundaryScanner {
    let text: UTF8Text
    let rules: LanguageRules
    let newlines: SentenceSegmenter.Newlines

    private(set) var spans: [ScalarSpan] = []
    /// The decisions in order, where they were asked for.
    private(set) var decisions: [BoundaryDecision] = []
    /// The bytes looked at beside the walk itself, for tests that hold the time to be linear.
    var stepsAside = 0

    /// The places that the model was or would have been asked about, where they were asked for.
    private(set) var candidates: [ModelCandidate] = []

    /// What is longer, in bytes, is taken for no heading, and for no label or date at the start of a line.
    static let longestHeading = 48

    private var blocks: CandidateBlocks
    /// What weighed in the decision that is being made, where that was asked for.
    private var reasons: [BoundaryDecision.Reason] = []
    private let tells: Telling
    private let model: BoundaryModel?
    var position = 0
    /// The end of the last run of marks that was decided about.
    private var decided = 0
    private(set) var isLineStart = true
    /// Where the sentence that is being read begins.
    private(set) var sentenceStart = 0
    /// Whether a straight quotation mark is open.
    var quoteOpen = false
    /// The marker that the next item of the list being read has.
    var expectedMarker: ListMarker?
    /// The number that the next item of a list without marks has.
    var expectedNumber: Int?
    var startsWithBullet = false
    /// What the sentence holds so far, up to where a place without a mark was looked at.
    private var soFar = SentenceSoFar()
    /// Where the sentence that is being read begins, in scalars.
    private var sentenceScalar = 0
    /// The offset in scalars of the text's first.
    private let firstScalar: Int

    init(
        _ text: UTF8Text,
        rules: LanguageRules,
        newlines: SentenceSegmenter.Newlines,
        usesModel: Bool = true,
        firstScalar: Int = 0,
        tells: Telling = .spans
    ) {
        self.text = text
        blocks = CandidateBlocks(text, rules.lexicon)
        self.rules = rules
        self.newlines = newlines
        self.tells = tells
        model = usesModel ? rules.model : nil
        self.firstScalar = firstScalar
    }

    mutating func run() {
        // Sentences of news are a hundred bytes long, more or less.
        spans.reserveCapacity(min(text.count / 80 + 2, 4096))
        beginSentence(at: text.whiteSpace(at: 0).end)
        while true {
            position = blocks.next(from: position)
            guard position < text.count else { break }
            readCandidate()
        }
        cut(end: text.trimmed(text.count, from: sentenceStart), next: text.count, Verdict(.endOfText))
    }

    private mutating func readCandidate() {
        switch text[position] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): readTerminator()
        case UInt8(ascii: "\""): readQuotationMark()
        case UInt8(ascii: ")"): readBracket()
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): readCapital()
        case UInt8(ascii: ":"), UInt8(ascii: "@"): readAddress()
        case 0x0A...0x0D: readLineBreak()
        case 0xE2: readGeneralPunctuation()
        case 0xC2: if text[position + 1] == 0x85 { readLineBreak() } else { position += 1 }
        case _ where text.isTerminator(at: position): readTerminator()
        default: position += 1
        }
    }

    private mutating func readGeneralPunctuation() {
        switch (text[position + 1], text[position + 2]) {
        case (0x80, 0xA8...0xA9): readLineBreak()
        case (0x80, 0xA6), (0x80, 0xBC...0xBD), (0x81, 0x87...0x89): readTerminator()
        case (0xB8...0xB9, _) where text.isTerminator(at: position): readTerminator()
        default: readBullet()
        }
    }

    private mutating func readLineBreak() {
        let run = text.whiteSpace(at: position)
        guard endsSentence(run) else {
            position = run.end
            return
        }
        let end = text.trimmed(position, from: sentenceStart)
        stepsAside += position - end
        cut(end: end, next: run.end, Verdict(.lineBreak))
    }

    /// Whether white space alone ends a sentence.
    @inline(__always)
    private func endsSentence(_ run: WhiteSpaceRun) -> Bool {
        switch newlines {
        case .hard: run.lineBreaks > 0
        case .soft: run.lineBreaks > 1
        }
    }

    private mutating func readQuotationMark() {
        let opens = position == sentenceStart || text.isWhiteSpace(before: position)
        let closes = text.whiteSpaceLength(at: position + 1) > 0
        if opens != closes { quoteOpen = opens } else { quoteOpen.toggle() }
        position += 1
    }

    private mutating func readTerminator() {
        let start = position
        if text.isInsideWord(start) {
            position += 1
            return
        }
        if let rule = text.plainRule(start, from: sentenceStart, rules.lexicon) {
            if rule.endsSentence {
                cut(end: start + 1, next: start + 2, Verdict(rule))
            } else {
                explain(start + 1, Verdict(rule))
                // What is behind it was looked at.
                position += rule == .noSpace ? 2 : 3
            }
            return
        }
        let run = text.terminatorRun(at: start, quoteOpen: &quoteOpen)
        let space = text.whiteSpace(at: run.end)
        position = max(space.end, start + 1)
        stepsAside += position - start
        if endsSentence(space) {
            cut(end: run.end, next: space.end, Verdict(.lineBreak))
        } else if space.end < text.count {
            decide(run, space)
        }
    }

    private mutating func decide(_ run: TerminatorRun, _ space: WhiteSpaceRun) {
        let before = text.word(before: run.start, from: sentenceStart)
        stepsAside += before.count
        if opensList(before) {
            explain(run.end, Verdict(.numbering))
            return
        }
        if let item = listItem(before, isFullStop: true) {
            cut(end: text.trimmed(item, from: sentenceStart), next: item, Verdict(.listItem))
            return
        }
        let candidate = BoundaryCandidate(
            text: text,
            sentenceStart: sentenceStart,
            run: run,
            space: space,
            before: before
        )
        let rule = candidate.rule(rules, &stepsAside)
        decided = run.end
        if rule == .terminator, candidate.isBeforeShortNumber, expectedNumber == nil {
            let (note, behind) = (candidate.after.end, text.whiteSpace(at: candidate.after.end))
            if behind.end >= text.count || endsSentence(behind) {
                // A number alone is no sentence.
                explain(run.end, Verdict(.numbering))
                return
            }
            if candidate.opensBehindNumber(rules.lexicon) {
                cut(end: note, next: behind.end, Verdict(.noteNumber))
                return
            }
        }
        let asks = candidate.isUncertain(rule, rules.lexicon)
        conclude(candidate, rule, asks ? ScanState() : nil)
    }

    /// Decides about a place without a mark: white space from `end` to `next`.
    mutating func decideGap(end: Int, next: Int, cue: ScanState.Cue) {
        guard end > sentenceStart, end > decided else { return }
        let after = text.word(after: next)
        stepsAside += after.end - next
        if ByteClass.isDigit(text[end - 1]), isListNumber(endingAt: end) {
            cut(end: end, next: next, Verdict(.listItem))
            return
        }
        let cue = cue == .none ? text.cue(endingAt: end, from: sentenceStart, rules.lexicon) : cue
        guard cue != .none || mayEnd(at: end, before: after) else { return }
        let before = text.word(before: end, from: sentenceStart)
        // "the Three", "of All": more of the sentence follows.
        guard cue != .none || rules.lexicon[before.key].isDisjoint(with: .linking) else { return }
        decided = end
        let candidate = BoundaryCandidate(
            text: text,
            sentenceStart: sentenceStart,
            run: TerminatorRun(start: end),
            space: WhiteSpaceRun(end: next, lineBreaks: 0),
            before: before,
            after: after
        )
        let rule =
            cue == .sender ? .sender : candidate.ruleWithoutMark(isLineStart: isLineStart, rules.lexicon)
        // Where nothing but the words tells, the model is right no more often than not: it is asked where there is a cue.
        conclude(candidate, rule, rule == .noMark && cue != .none ? ScanState(cue: cue) : nil)
    }

    /// Whether a rule may find a sentence's end at a place without a mark or a cue.
    private func mayEnd(at end: Int, before after: WordAfter) -> Bool {
        let classes = rules.lexicon[after.key]
        if !classes.isDisjoint(with: .opensWithoutMarkAnywhere) { return true }
        guard isLineStart, end - sentenceStart < Self.longestHeading else { return false }
        return ByteClass.isDigit(text[end - 1]) || !classes.isDisjoint(with: .starters)
    }

    /// Ends the sentence or goes on, by the rule, or by the model where there is a `state` for it.
    private mutating func conclude(_ candidate: BoundaryCandidate, _ rule: BoundaryRule, _ state: ScanState?) {
        var verdict = Verdict(rule)
        if var state, let model {
            state.complete(text.word(after: sentenceStart).kind, isLineStart: isLineStart, quoteOpen: quoteOpen)
            stepsAside += 80
            if candidate.run.start == candidate.run.end {
                readSoFar(candidate.run.end)
                state.soFar = soFar
            }
            let features = candidate.features(rule, state, rules.lexicon)
            if tells == .candidates {
                // What training sees must not hang on the weights that were trained before.
                record(candidate.run.end, rule, features)
            } else {
                verdict = Verdict(rule, model.score(features, rule), state.cue)
            }
            if tells == .reasons { reasons = model.reasons(features) }
        }
        if verdict.endsSentence {
            cut(end: candidate.run.end, next: candidate.space.end, verdict)
        } else {
            explain(candidate.run.end, verdict)
        }
        if tells == .reasons { reasons = [] }
    }

    /// Reads the sentence up to `end` where that was not done before, so that no byte is read twice for this.
    private mutating func readSoFar(_ end: Int) {
        if soFar.start != sentenceStart {
            soFar = SentenceSoFar(start: sentenceStart, end: sentenceStart)
        }
        guard !soFar.isLong, end > soFar.end else { return }
        guard end - sentenceStart <= SentenceSoFar.limit else {
            soFar.isLong = true
            return
        }
        text.read(soFar.end..<end, into: &soFar, rules.lexicon)
        stepsAside += end - soFar.end
        soFar.end = end
    }

    // MARK: Sentences

    /// Ends the sentence at `end` and begins the next at `next`.
    mutating func cut(end: Int, next: Int, _ verdict: Verdict) {
        if end > sentenceStart {
            spans.append(ScalarSpan(sentenceScalar, scalar(end)))
            explain(end, verdict)
        }
        isLineStart = verdict.rule == .lineBreak
        if isLineStart {
            quoteOpen = false
            expectedMarker = nil
            expectedNumber = nil
        }
        beginSentence(at: next)
    }

    private mutating func beginSentence(at start: Int) {
        sentenceStart = start
        sentenceScalar = scalar(start)
        if ByteClass.isUpper(text[start]) {
            startsWithBullet = false
            position = start &+ 1
            return
        }
        position = start
        let bullet = text.bulletLength(at: start)
        startsWithBullet = bullet > 0
        position += bullet
        if bullet > 0, text[position] == UInt8(ascii: " ") { position += 1 }
        guard let (marker, end) = text.listMarker(at: position) else { return }
        expectedMarker = marker.next
        position = end
    }

    /// The scalar offset of a byte offset.
    @inline(__always)
    private func scalar(_ byte: Int) -> Int { firstScalar &+ blocks.scalars(before: byte) }

    @inline(__always)
    mutating func explain(_ offset: Int, _ verdict: Verdict) {
        if tells == .decisions || tells == .reasons { keep(offset, verdict) }
    }

    private mutating func keep(_ offset: Int, _ verdict: Verdict) {
        decisions.append(
            BoundaryDecision(
                offset: scalar(offset),
                endsSentence: verdict.endsSentence,
                rule: verdict.rule,
                score: verdict.score,
                reasons: reasons
            )
        )
    }

    private mutating func record(_ offset: Int, _ rule: BoundaryRule, _ features: FeatureList) {
        candidates.append(ModelCandidate(offset: scalar(offset), rule: rule, features: features))
    }
}

/// What a walk keeps beside the spans.
enum Telling {
    case spans, decisions, reasons, candidates
}

/// What the rules and the model say about a place.
struct Verdict {
    var rule: BoundaryRule
    var score: Float?
    var endsSentence: Bool

    init(_ rule: BoundaryRule) {
        self.rule = rule
        endsSentence = rule.endsSentence
    }

    init(_ rule: BoundaryRule, _ score: Float, _ cue: ScanState.Cue) {
        self.rule = rule
        self.score = score
        endsSentence = BoundaryModel.endsSentence(score, rule, cue)
    }
}
