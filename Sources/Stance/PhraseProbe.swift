package import Article

/// What is found in a sentence beside names, and what the model sees of its words: for measuring and training it.
package struct PhraseProbe {
    /// A word that the model is asked about.
    package struct Candidate {
        package var span: ScalarSpan
        /// The place among all words and marks of the sentence.
        package var position: Int
        /// The indices of its weights.
        package var features: [Int]
    }

    package let phrases: [ScalarSpan]
    package let candidates: [Candidate]

    /// The indices of the weights of following no, one, two and more words of a phrase.
    package static let members = (0...3).map(TargetWordFeatures.after)

    package init(_ sentence: ScalarText) {
        let tokens = Tokenizer.tokens(of: sentence, in: ScalarSpan(0, sentence.count))
        let finder = NounPhraseFinder(tokens: tokens)
        let isHeadline = tokens.isHeadline
        phrases = finder.phrases(in: tokens.indices, isHeadline: isHeadline).map { phrase in
            ScalarSpan(tokens[phrase.tokens.lowerBound].span.start, tokens[phrase.head].span.end)
        }
        let keys = tokens.map(WordKeys.init)
        candidates = tokens.indices.filter { finder.isCandidate($0, tokens.indices, isHeadline) }.map { index in
            let indices = TargetWordFeatures(WordKeys.Window(keys: keys, center: index)).indices
            return Candidate(
                span: tokens[index].span,
                position: index,
                features: indices.indices.map { Int(indices[$0]) }
            )
        }
    }
}
