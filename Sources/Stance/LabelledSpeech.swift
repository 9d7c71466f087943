import Article

/// Speech without quotation marks that the layout ascribes: `HOLT: …` in a transcript, `Holt: …` in a headline, and a
/// paragraph after one that ends with a colon.
struct LabelledSpeech {
    let document: Document
    let speakers: SpeakerFinder
    let isQuoted: [Bool]

    private var tokens: [Token] { document.tokens }

    /// A speaker's name before a colon.
    private struct Label {
        var tokens: Range<Int>
        var mention: Mention?
        /// `HOLT:` or `Q:`, which go on until the next label.
        var isTranscript: Bool
    }

    /// Words of labels are few.
    private static let longestLabel = 5
    /// A speech in a transcript has no more paragraphs without a label than this.
    private static let longestSpeech = 8

    // MARK: Labels

    func attributions() -> [Article.Attribution] {
        let labels = document.paragraphs.map(label)
        let isTranscript = labels.count { $0?.isTranscript ?? false } > 1
        return labels.indices.flatMap { index -> [Article.Attribution] in
            guard let label = labels[index], !label.isTranscript || isTranscript else { return [] }
            let last = label.isTranscript ? lastParagraph(of: index, labels) : index
            return (index...last).compactMap { paragraph in
                let range = document.paragraphs[paragraph].tokens
                let start = paragraph == index ? label.tokens.upperBound + 1 : range.lowerBound
                return attribution(start..<range.upperBound, label)
            }
        }
    }

    /// The paragraphs between two labels of a transcript are the first speaker's.
    private func lastParagraph(of index: Int, _ labels: [Label?]) -> Int {
        let following = labels[(index + 1)...].prefix(Self.longestSpeech)
        guard let next = following.firstIndex(where: { $0?.isTranscript ?? false }) else { return index }
        return next - 1
    }

    private func attribution(_ range: Range<Int>, _ label: Label) -> Article.Attribution? {
        guard range.count > 3 || label.isTranscript, !range.isEmpty, !isQuoted[range.lowerBound] else { return nil }
        return Article.Attribution(
            .direct,
            document.span(range),
            cue: tokens[label.tokens.upperBound].span,
            speaker: label.mention.map {
                Article.Speaker(name: speakers.cast.entities[$0.entity].name, span: $0.span)
            }
        )
    }

    private func label(_ paragraph: QuoteFinder.Paragraph) -> Label? {
        let range = paragraph.tokens
        let limit = min(range.upperBound, range.lowerBound + Self.longestLabel + 1)
        guard let colon = (range.lowerBound..<limit).first(where: { tokens[$0].word == ":" }),
            colon > range.lowerBound, colon + 1 < range.upperBound
        else { return nil }
        let words = range.lowerBound..<colon
        guard tokens[words].allSatisfy({ $0.isWord && $0.shape != .number || $0.word == "." }) else { return nil }
        let mention = speakers.cast.mentions(in: words).last
        let isQuestion = colon - range.lowerBound == 1 && ["q", "a"].contains(tokens[range.lowerBound].word)
        let isUpper = tokens[words].allSatisfy { $0.shape == .upper && $0.span.count > 2 || !$0.isWord }
        if isQuestion || isUpper { return Label(tokens: words, mention: mention, isTranscript: true) }
        guard !["the", "this"].contains(tokens[range.lowerBound].word) || mention == nil else { return nil }
        let speaks = mention.map { $0.tokens.upperBound == colon && canSpeak($0) } ?? false
        guard speaks || ReportingWords.voices.contains(tokens[colon - 1].word) else { return nil }
        return Label(tokens: words, mention: mention, isTranscript: false)
    }

    private func canSpeak(_ mention: Mention) -> Bool {
        ["person", "organization"].contains(speakers.cast.entities[mention.entity].kind)
    }

    // MARK: Paragraphs after a colon

    /// - Parameter cues: those of each sentence.
    func introduced(by cues: [[ReportingCue]]) -> [Article.Attribution] {
        var found: [Article.Attribution] = []
        for (index, sentence) in document.sentences.enumerated() {
            guard tokens[sentence.tokens.upperBound - 1].word == ":", let cue = cues[index].last(where: \.isSpeech),
                let next = paragraph(after: sentence)
            else { continue }
            let speaker = speakers.speaker(cue.subject, last: nil, isNear: false)
            for paragraph in quoted(from: next) where !isQuoted[paragraph.tokens.lowerBound] {
                found.append(
                    Article.Attribution(
                        .direct,
                        document.span(paragraph.tokens),
                        cue: document.span(cue.tokens),
                        speaker: speaker.map { Article.Speaker(name: $0.name) }
                    )
                )
            }
        }
        return found
    }

    /// The index of the paragraph that follows, if the sentence ends its own.
    private func paragraph(after sentence: Document.Sentence) -> Int? {
        var (low, high) = (0, document.paragraphs.count)
        while low < high {
            let middle = (low + high) / 2
            if document.paragraphs[middle].tokens.lowerBound < sentence.tokens.upperBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < document.paragraphs.count, low > 0,
            document.paragraphs[low - 1].tokens.upperBound == sentence.tokens.upperBound
        else { return nil }
        return low
    }

    /// The paragraph, and those that the page sets apart as one quotation with it.
    private func quoted(from index: Int) -> ArraySlice<QuoteFinder.Paragraph> {
        var end = index + 1
        guard document.kind(ofBlock: document.paragraphs[index].block) == .quote else {
            return document.paragraphs[index..<end]
        }
        while end < document.paragraphs.count, document.kind(ofBlock: document.paragraphs[end].block) == .quote {
            end += 1
        }
        return document.paragraphs[index..<end]
    }
}
