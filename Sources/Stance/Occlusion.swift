package import Article

/// Tells which words carried each stance: those without which its label would be less likely.
///
/// Each word of a sentence is left out in turn and the rest scored again (occlusion; Zeiler & Fergus, ECCV 2014, for images; Li,
/// Monroe & Jurafsky 2016 for text). So it says the same of every scorer, learned or not, and a researcher can check it by
/// leaving out the word.
package struct Occlusion: Sendable {
    /// A word, and how much less likely the stance's label is without it.
    package struct Word: Hashable, Sendable {
        /// In scalars of the article's text.
        package var span: ScalarSpan
        /// From 0 to 1.
        package var weight: Double
    }

    /// Words that matter less are not told.
    package static let leastWeight = 0.02
    /// No more than the heaviest words are told.
    package static let mostWords = 5
    /// Of longer sentences only the first words are left out in turn.
    static let longestSentence = 120

    private let scorer: any StanceScorer

    package init(_ scorer: any StanceScorer) { self.scorer = scorer }

    /// The words behind each of the article's stances, the heaviest first, in the order of the stances.
    package func words(of article: Article) -> [[Word]] {
        let text = ScalarText(article.text)
        let (stances, sentences) = (article.stances ?? [], article.sentences ?? [])
        var words = [[Word]](repeating: [], count: stances.count)
        for (sentence, indices) in Dictionary(grouping: stances.indices, by: { stances[$0].sentence }) {
            guard sentences.indices.contains(sentence) else { continue }
            let span = sentences[sentence].span
            let inside = indices.filter { span.contains(stances[$0].span) }
            let found = self.words(in: span, of: text, stances: inside.map { stances[$0] })
            for (index, reasons) in zip(inside, found) { words[index] = reasons }
        }
        return words
    }

    private func words(in sentence: ScalarSpan, of text: ScalarText, stances: [Article.Stance]) -> [[Word]] {
        let tokens = Tokenizer.tokens(of: text, in: sentence).filter(\.isWord).prefix(Self.longestSentence)
        let whole = Self.question(sentence, without: nil, text, stances)
        let questions = tokens.map { Self.question(sentence, without: $0.span, text, stances) }
        let scores = scorer.score([whole] + questions)
        return stances.indices.map { index in
            let stance = stances[index]
            // The label that is told. Its likelihood is asked in the same way as the others, so that what the rest of the
            // article makes of it does not count.
            let label = stance.probabilities.label
            let full = scores[0][index].probability(of: label)
            return zip(tokens, scores.dropFirst()).compactMap { token, score -> Word? in
                guard !token.span.overlaps(stance.span) else { return nil }
                let weight = full - score[index].probability(of: label)
                return weight >= Self.leastWeight ? Word(span: token.span, weight: weight) : nil
            }.sorted { ($1.weight, $0.span.start) < ($0.weight, $1.span.start) }.prefix(Self.mostWords).map { $0 }
        }
    }

    /// The sentence without one word; mentions that hold it lose it as well.
    private static func question(
        _ sentence: ScalarSpan,
        without word: ScalarSpan?,
        _ text: ScalarText,
        _ stances: [Article.Stance]
    ) -> SentenceQuestion {
        let cut = word ?? ScalarSpan(sentence.end, sentence.end)
        let left = text[ScalarSpan(sentence.start, cut.start)]
        let right = text[ScalarSpan(cut.end, sentence.end)]
        func place(_ offset: Int) -> Int {
            offset - sentence.start - max(0, min(offset, cut.end) - cut.start)
        }
        let count = sentence.count - cut.count
        return SentenceQuestion(
            left + right,
            targets: stances.map {
                // A mention that is nothing but the word keeps a place, of which nothing is told.
                let start = min(place($0.span.start), max(0, count - 1))
                return ScalarSpan(start, max(place($0.span.end), min(start + 1, count)))
            }
        )
    }
}

extension Article.Probabilities {
    package func probability(of label: Article.Label) -> Double {
        switch label {
        case .against: against
        case .neutral: neutral
        case .favor: favor
        }
    }
}
