package import Article

/// The last stage: who takes which stance toward whom or what.
///
/// Adds attributions, targets, stances and the summary; replaces them where the article has them already.
package struct StanceStage: Stage {
    package let name = "stance"
    private let catalog: TargetCatalog
    private let scorer: any StanceScorer

    package var model: String? { scorer.model }

    /// - Parameters:
    ///   - catalog: targets beyond the names that are found in the text.
    ///   - scorer: says what the words of a sentence express toward a target.
    package init(catalog: TargetCatalog = TargetCatalog(), scorer: any StanceScorer = LexiconScorer()) {
        self.catalog = catalog
        self.scorer = scorer
    }

    /// - Throws: ``StageError`` `no_sentences` where the article has not been segmented.
    package func process(_ article: Article) throws(StageError) -> Article {
        let document = try Document(article)
        let units = document.sentences.map(\.tokens)
        let labels = LabelFinder.labels(document.tokens, in: units)
        let cast = Cast(document.text, document.tokens, units: units, catalog: catalog, labels: labels)
        let attributions = AttributionFinder.attributions(document, cast)
        let targets = TargetList(cast)
        var result = article
        result.attributions = attributions
        result.targets = targets.targets
        result.stances = stances(document, cast, targets, HolderIndex(attributions))
        result.summary = StanceSummary.summaries(of: result.stances ?? [], targets: targets.targets)
        return result
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
            return TargetedSentence(span, targets: $0.mentions.map(\.span), voices: holders.voices(in: span))
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
