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
        let attributions = AttributionFinder.attributions(document, cast)
        let targets = TargetList(cast)
        var result = article
        result.attributions = attributions
        result.targets = targets.targets
        result.stances = stances(document, cast, targets, HolderIndex(attributions))
        result.summary = StanceSummary.summaries(of: result.stances ?? [], targets: targets.targets)
        return result
    }

    private static func isSupported(_ language: String) -> Bool {
        languages.contains(language.prefix { $0 != "-" && $0 != "_" }.lowercased())
    }

    private func stances(
        _ document: Document,
        _ cast: Cast,
        _ targets: TargetList,
        _ holders: HolderIndex
    ) -> [Article.Stance] {
        let sentences = document.sentences.map { (sentence: $0, mentions: cast.mentions(in: $0.tokens)) }
            .filter { !$0.mentions.isEmpty }
        let requests = sentences.map {
            let span = document.span($0.sentence.tokens)
            let before = document.sentence(before: $0.sentence)
            return TargetedSentence(
                span,
                targets: $0.mentions.map(\.span),
                previous: before.map { document.span($0.tokens) },
                voices: holders.voices(in: span)
            )
        }
        let scores = scorer.score(requests, of: document.text)
        return zip(sentences, scores).flatMap { entry, scores in
            zip(entry.mentions, scores).map { mention, probabilities in
                Article.Stance(
                    sentence: entry.sentence.index,
                    target: targets.id(of: mention.entity),
                    span: mention.span,
                    holder: holders.holder(of: mention.span),
                    probabilities: probabilities
                )
            }
        }
    }
}
