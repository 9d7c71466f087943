package import Article

/// The last stage: who takes which stance toward whom or what.
///
/// Adds attributions, targets, stances and the summary; replaces them where the article has them already.
package struct StanceStage: Stage {
    package let name = "stance"
    private let catalog: TargetCatalog
    private let scorer: any StanceScorer
    private let maximumMentions: Int

    /// More mentions of targets than an article has: a hundred thousand are a book's. Each becomes a stance of some 250
    /// bytes, so that a hostile text of 8 MB would else become a document of 300 MB, made in 2.6 GB of memory.
    package static let defaultMaximumMentions = 100_000

    package var model: String? { scorer.model }

    /// The languages, as primary subtags of BCP 47, whose names, quotations and stances are found.
    package static let languages: Set<String> = ["en"]

    /// - Parameters:
    ///   - catalog: targets beyond the names that are found in the text.
    ///   - scorer: says what the words of a sentence express toward a target.
    ///   - maximumMentions: how many mentions of targets an article may have.
    package init(
        catalog: TargetCatalog = TargetCatalog(),
        scorer: any StanceScorer = LexiconScorer(),
        maximumMentions: Int = defaultMaximumMentions
    ) {
        self.catalog = catalog
        self.scorer = scorer
        self.maximumMentions = maximumMentions
    }

    /// - Throws: ``StageError`` `no_sentences` where the article has not been segmented, `too_many_mentions` where it has
    ///   more than it may have.
    ///
    /// An article in a language that is not one of ``languages`` passes through without stances, and a note says why. One
    /// whose language is not known is taken for English.
    package func process(_ article: Article) throws(StageError) -> Article {
        if let language = article.language, !Self.isSupported(language) {
            var result = article
            (result.attributions, result.targets, result.stances, result.summary) = ([], [], [], [])
            result.addNote("no stances: the article is in \"\(language.prefix(35))\", and this stage reads English")
            return result
        }
        let document = try Document(article)
        let units = document.sentences.map(\.tokens)
        let labels = LabelFinder.labels(document.tokens, in: units)
        let cast = Cast(document.text, document.tokens, units: units, catalog: catalog, labels: labels)
        guard cast.mentions.count <= maximumMentions else {
            throw StageError(
                code: "too_many_mentions",
                reason: "the article mentions targets \(cast.mentions.count) times; at most \(maximumMentions) are"
                    + " taken; split it"
            )
        }
        let found = AttributionFinder.attributions(document, cast)
        let scored = scored(References(document, cast), document, HolderIndex(found.others))
        let targets = TargetList(scored.entities, scored.mentions.lazy.map(\.mention))
        var result = article
        result.attributions = found.attributions
        result.targets = targets.targets
        result.stances = scored.mentions.map {
            Article.Stance(
                sentence: $0.sentence,
                target: targets.id(of: $0.mention.entity),
                span: $0.mention.span,
                holder: $0.holder,
                probabilities: $0.probabilities
            )
        }
        result.summary = StanceSummary.summaries(of: result.stances ?? [], targets: targets.targets)
        let overall = StanceSummary.overall(of: result.stances ?? [])
        for index in targets.targets.indices { result.targets?[index].overall = overall[targets.targets[index].id] }
        return result
    }

    private static func isSupported(_ language: String) -> Bool {
        languages.contains(language.prefix { $0 != "-" && $0 != "_" }.lowercased())
    }

    private func scored(_ references: References, _ document: Document, _ holders: HolderIndex) -> ScoredMentions {
        // Where there are more than may be, those that are no names are left out first.
        let isCrowded = references.mentions.count > maximumMentions
        let mentions = isCrowded ? references.mentions.filter { !$0.isTentative } : references.mentions
        var next = 0
        let sentences = document.sentences.compactMap { sentence -> (Document.Sentence, ArraySlice<Mention>)? in
            let start = next
            while next < mentions.count, mentions[next].tokens.upperBound <= sentence.tokens.upperBound { next += 1 }
            return start < next ? (sentence, mentions[start..<next]) : nil
        }
        let requests = sentences.map { sentence, mentions in
            let span = document.span(sentence.tokens)
            let before = document.sentence(before: sentence)
            return TargetedSentence(
                span,
                targets: mentions.map(\.span),
                previous: before.map { document.span($0.tokens) },
                voices: holders.voices(in: span)
            )
        }
        let scores = scorer.score(requests, of: document.text)
        var scored = zip(sentences, scores).flatMap { entry, scores in
            zip(entry.1, scores).map { mention, probabilities in
                ScoredMention(
                    mention: mention,
                    sentence: entry.0.index,
                    holder: holders.holder(of: mention.span),
                    probabilities: probabilities
                )
            }
        }
        PartialPooling.pool(&scored)
        return ScoredMentions(references.entities, scored)
    }
}
