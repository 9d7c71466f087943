package import Article

/// Scores by a lexicon that a researcher can read: words of praise and blame near the target, verbs by who does what to
/// whom, negation, strength, distance and clauses.
///
/// A baseline: it knows no irony, no context, and no word that its tables don't list.
package struct LexiconScorer: StanceScorer {
    /// A word that moved a score, and by how much.
    package struct Reason: Hashable, Sendable {
        package var span: ScalarSpan
        /// Toward favor above 0, toward against below.
        package var weight: Double
    }

    package let model = "lexicon-en-1"
    private let parameters: LexiconParameters

    package init() { parameters = LexiconParameters() }

    package init(parameters: LexiconParameters) { self.parameters = parameters }

    package func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]] {
        sentences.map { sentence in
            let analysis = ClauseAnalysis(text, sentence.span)
            return sentence.targets.map { target in
                let weights = analysis.weights(toward: target, voices: sentence.voices, parameters)
                return parameters.probabilities(of: weights.reduce(0) { $0 + $1.weight })
            }
        }
    }

    /// The words that made the score of one target, the heaviest first.
    package func explain(_ sentence: ScalarSpan, target: ScalarSpan, of text: ScalarText) -> [Reason] {
        let weights = ClauseAnalysis(text, sentence).weights(toward: target, parameters)
        return weights.filter { $0.weight != 0 }.sorted { abs($0.weight) > abs($1.weight) }
    }
}

/// The few numbers of the lexicon scorer.
///
/// Set by hand with a coordinate search for macro-F1 on the train split of NewsMTSC (Hamborg & Donnay 2021, MIT licence)
/// as a guide, and rounded; the slope by log loss there.
package struct LexiconParameters: Hashable, Sendable {
    /// Tokens over which a word's weight halves.
    package var halfLife = 30.0
    /// The factor for each clause border between word and target.
    package var border = 0.8
    /// The factor for a negated word.
    package var negation = -0.3
    /// The factor for a word that is predicated of the target or stands just before it.
    package var predicate = 2.0
    /// The factor for the roles of verbs.
    package var role = 1.5
    /// The factor for a patient weight where the target is not next to the verb.
    package var distantRole = 0.3
    /// The factor for words that the target itself says.
    package var ownSpeech = 0.0
    /// The factor for words under "would", "could", "if".
    package var unreal = 0.7
    /// The slope of the log-odds.
    package var slope = 0.55
    /// The log-odds of neutral where no word speaks.
    package var neutral = 0.12
    /// Added to every score: news is written about what goes wrong.
    package var prior = 0.0

    package init() {}

    /// A softmax over (−slope·s, neutral, slope·s).
    func probabilities(of score: Double) -> Article.Probabilities {
        let score = max(-8, min(8, score + prior))
        let (against, middle, favor) = (exponential(-slope * score), exponential(neutral), exponential(slope * score))
        let sum = against + middle + favor
        return Article.Probabilities(against: against / sum, neutral: middle / sum, favor: favor / sum)
    }
}
