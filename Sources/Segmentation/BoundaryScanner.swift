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

    private let explains: Bool
    private(set) var position = 0
    /// Where the sentence that is being read begins.
    private(set) var sentenceStart = 0
    /// Whether a straight quotation mark is open.
    private var quoteOpen = false
    /// The marker that the next item of the list being read has.
    private var expectedMarker: ListMarker?
    private var startsWithBullet = false
    /// A place in bytes and the same place in scalars; moves forward only.
    private var cursor: (byte: Int, scalar: Int)

    init(
        _ text: UTF8Text,
        rules: LanguageRules,
        newlines: SentenceSegmenter.Newlines,
        firstScalar: Int = 0,
        explains: Bool = false
    ) {
        self.text = text
        self.rules = rules
        self.newlines = newlines
        self.explains = explains
        cursor = (0, firstScalar)
    }

    mutating func run() {
        beginSentence(at: text.whiteSpace(at: 0).end)
        while true {
            position = text.nextCandidate(from: position)
            guard position < text.count else { break }
            readCandidate()
        }
        cut(end: text.trimmed(text.count, from: sentenceStart), next: text.count, .endOfText)
    }

    private mutating func readCandidate() {
        switch text[position] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): readTerminator()
        case UInt8(ascii: "\""): readQuotationMark()
        case UInt8(ascii: ")"): readBracket()
        case 0x0A...0x0D: readLineBreak()
        case 0xE2: readGeneralPunctuation()
        case 0xC2: if text[position + 1] == 0x85 { readLineBreak() } else { position += 1 }
        case _ where text.isFullWidthTerminator(at: position): readTerminator()
        default: position += 1
        }
    }

    private mutating func readGeneralPunctuation() {
        switch (text[position + 1], text[position + 2]) {
        case (0x80, 0xA8...0xA9): readLineBreak()
        case (0x80, 0xA6), (0x80, 0xBC...0xBD), (0x81, 0x87...0x89): readTerminator()
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
        cut(end: end, next: run.end, .lineBreak)
    }

    /// Whether white space alone ends a sentence.
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
        let run = text.terminatorRun(at: start, quoteOpen: &quoteOpen)
        let space = text.whiteSpace(at: run.end)
        position = max(space.end, start + 1)
        stepsAside += position - start
        if endsSentence(space) {
            cut(end: run.end, next: space.end, .lineBreak)
        } else if space.end < text.count {
            decide(run, space)
        }
    }

    private mutating func decide(_ run: TerminatorRun, _ space: WhiteSpaceRun) {
        let before = text.word(before: run.start, from: sentenceStart)
        stepsAside += before.count
        if opensList(before) {
            explain(run.end, .numbering)
            return
        }
        if let item = listItem(before, isFullStop: true) {
            cut(end: text.trimmed(item, from: sentenceStart), next: item, .listItem)
            return
        }
        let candidate = BoundaryCandidate(
            text: text,
            sentenceStart: sentenceStart,
            run: run,
            space: space,
            before: before
        )
        let rule = candidate.rule(rules.lexicon, &stepsAside)
        if rule.endsSentence {
            cut(end: run.end, next: space.end, rule)
        } else {
            explain(run.end, rule)
        }
    }

    // MARK: Lists

    private mutating func readBullet() {
        let length = text.bulletLength(at: position)
        let stands = length > 0 && position > sentenceStart && text.isWhiteSpace(before: position)
        if stands && startsWithBullet {
            cut(end: text.trimmed(position, from: sentenceStart), next: position, .listItem)
        } else {
            position += 1
        }
    }

    /// A bracket may close the marker of the next item of a list: "2)".
    private mutating func readBracket() {
        if expectedMarker != nil {
            let before = text.word(before: position, from: sentenceStart)
            stepsAside += before.count
            if let item = listItem(before, isFullStop: false) {
                cut(end: text.trimmed(item, from: sentenceStart), next: item, .listItem)
                return
            }
        }
        position += 1
    }

    /// Whether `before` is the number of the first item of a list, behind a colon: "as follows: 1. …".
    private mutating func opensList(_ before: WordBefore) -> Bool {
        guard before.isNumber, before.count == 1, let (marker, _) = text.listMarker(at: before.start),
            marker.value == 1,
            text.isWhiteSpace(before: before.start),
            text[text.trimmed(before.start, from: max(sentenceStart, before.start - 4)) - 1] == UInt8(ascii: ":")
        else { return false }
        expectedMarker = marker.next
        return true
    }

    /// Where the next item of the list begins, if `before` is its number or letter.
    private func listItem(_ before: WordBefore, isFullStop: Bool) -> Int? {
        guard let expectedMarker, before.start > sentenceStart, before.count <= 3,
            text.isWhiteSpace(before: before.start),
            let found = text.listMarker(at: before.start), found.marker == expectedMarker,
            (found.marker.style == .bracket) != isFullStop
        else { return nil }
        return before.start
    }

    // MARK: Sentences

    /// Ends the sentence at `end` and begins the next at `next`.
    private mutating func cut(end: Int, next: Int, _ rule: BoundaryRule) {
        if end > sentenceStart {
            spans.append(ScalarSpan(scalar(sentenceStart), scalar(end)))
            explain(end, rule)
        }
        if rule == .lineBreak {
            quoteOpen = false
            expectedMarker = nil
        }
        beginSentence(at: next)
    }

    private mutating func beginSentence(at start: Int) {
        sentenceStart = start
        position = start
        let bullet = text.bulletLength(at: start)
        startsWithBullet = bullet > 0
        position += bullet
        if bullet > 0, text[position] == UInt8(ascii: " ") { position += 1 }
        guard let (marker, end) = text.listMarker(at: position) else { return }
        expectedMarker = marker.next
        position = end
    }

    /// The scalar offset of a byte offset, which never goes back behind the one before.
    private mutating func scalar(_ byte: Int) -> Int {
        cursor = (byte, cursor.scalar + text.scalarCount(cursor.byte..<byte))
        return cursor.scalar
    }

    private mutating func explain(_ offset: Int, _ rule: BoundaryRule) {
        guard explains else { return }
        let scalars = cursor.scalar + text.scalarCount(cursor.byte..<max(cursor.byte, offset))
        decisions.append(BoundaryDecision(offset: scalars, rule: rule))
    }
}
