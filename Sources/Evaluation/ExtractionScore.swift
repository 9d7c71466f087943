/// How well one page was extracted; `nil` is what gold does not know.
package struct ExtractionScore: Hashable, Sendable {
    package var shinglePrecision: Double?
    package var shingleRecall: Double?
    /// 1 where all words of the body agree, else 0, as are all figures that can only be right or wrong.
    package var isBodyExact: Double?
    package var paragraphPrecision: Double?
    package var paragraphRecall: Double?
    package var paragraphF1: Double?
    package var isTitleExact: Double?
    package var isSubtitleExact: Double?
    package var areAuthorsExact: Double?
    package var authorsF1: Double?
    package var isDateSameDay: Double?
    /// The photo captions that must not be in the body, and how many of them are: the fewer the better.
    package var captions = 0
    package var captionsKept = 0
    /// The paragraphs of the body that gold has not and that ask for something.
    package var asks: [String] = []
    /// 1 where there are such; the fewer the better.
    package var hasAsks: Double?

    package init(gold: ExtractionGold, predicted: ExtractionPrediction) {
        let paragraphs = predicted.paragraphs.filter { !ExtractionFold($0).isEmpty }
        let body = paragraphs.joined(separator: "\n")
        let folded = ExtractionFold(body)
        if let wanted = gold.wanted { scoreBody(wanted, body, folded, gold) }
        if !gold.paragraphs.isEmpty {
            scoreParagraphs(gold, paragraphs)
            let known = Set(gold.paragraphs.map { ExtractionFold($0.text) })
            asks = paragraphs.filter { !known.contains(ExtractionFold($0)) && AskCheck.isAsk($0) }
            hasAsks = asks.isEmpty ? 0 : 1
        }
        scoreCaptions(gold, folded)
        isTitleExact = Self.isSame(gold.title, predicted.title)
        isSubtitleExact = Self.isSame(gold.subtitle, predicted.subtitle)
        if !gold.authors.isEmpty {
            let (wanted, found) = (AuthorNames.names(gold.authors), AuthorNames.names(predicted.authors))
            areAuthorsExact = wanted == found ? 1 : 0
            let all = wanted.count + found.count
            authorsF1 = all == 0 ? 1 : 2 * Double(wanted.intersection(found).count) / Double(all)
        }
        if let day = CalendarDay.first(in: gold.date) {
            isDateSameDay = day == CalendarDay.first(in: predicted.date) ? 1 : 0
        }
    }

    private mutating func scoreBody(_ wanted: String, _ body: String, _ folded: ExtractionFold, _ gold: ExtractionGold)
    {
        let want = Shingles(wanted)
        var have = Shingles(body)
        for paragraph in gold.paragraphs where paragraph.isOptional {
            guard folded.text.contains(ExtractionFold(paragraph.text).text) else { continue }
            var extra = Shingles(paragraph.text)
            extra.subtract(want)
            have.subtract(extra)
        }
        let counts = AgreementCounts(gold: want.counts, predicted: have.counts)
        let isEmpty = counts.found + counts.added + counts.missed == 0
        // A page that nothing was found on has no precision, one with nothing to find no recall, as in scrapinghub's benchmark.
        if counts.found + counts.added > 0 { shinglePrecision = counts.precision }
        if counts.found + counts.missed > 0 { shingleRecall = counts.recall }
        let isExact = ExtractionWords.words(of: wanted).elementsEqual(ExtractionWords.words(of: body)) {
            $0.elementsEqual($1)
        }
        isBodyExact = isEmpty || isExact ? 1 : 0
    }

    private mutating func scoreParagraphs(_ gold: ExtractionGold, _ paragraphs: [String]) {
        func counts(_ texts: some Sequence<String>) -> [ExtractionFold: Int] {
            texts.reduce(into: [:]) { $0[ExtractionFold($1), default: 0] += 1 }
        }
        let need = counts(gold.paragraphs.lazy.filter { !$0.isFree }.map(\.text))
        var have = counts(paragraphs)
        for (text, count) in counts(gold.paragraphs.lazy.filter(\.isFree).map(\.text)) {
            guard let own = have[text] else { continue }
            have[text] = own > count ? own - count : nil
        }
        let agreement = AgreementCounts(gold: need, predicted: have)
        let isEmpty = agreement.added == 0 && agreement.missed == 0
        paragraphPrecision = isEmpty || agreement.found + agreement.added > 0 ? agreement.precision : 0
        paragraphRecall = isEmpty || agreement.found + agreement.missed > 0 ? agreement.recall : 0
        let sum = (paragraphPrecision ?? 0) + (paragraphRecall ?? 0)
        paragraphF1 = sum == 0 ? 0 : 2 * (paragraphPrecision ?? 0) * (paragraphRecall ?? 0) / sum
    }

    /// Captions of 25 characters or fewer, and those that are said in the body too, prove nothing.
    private mutating func scoreCaptions(_ gold: ExtractionGold, _ folded: ExtractionFold) {
        let body = ExtractionFold(gold.wanted ?? "").text
        let captions = gold.captions.map { ExtractionFold($0).text }
            .filter { $0.unicodeScalars.count > 25 && !body.contains($0) }
        self.captions = captions.count
        captionsKept = captions.count { folded.text.contains($0) }
    }

    private static func isSame(_ gold: String?, _ predicted: String?) -> Double? {
        guard let gold, !gold.isEmpty else { return nil }
        return ExtractionFold(gold) == ExtractionFold(predicted ?? "") ? 1 : 0
    }
}
