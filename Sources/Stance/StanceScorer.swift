package import Article

/// A sentence and the mentions in it whose stances are asked for.
package struct TargetedSentence: Hashable, Sendable {
    /// In scalars of the text.
    package var span: ScalarSpan
    /// In scalars of the text, inside ``span``.
    package var targets: [ScalarSpan]
    /// The sentence before it, in scalars of the text, where there is one; a scorer may read it as context.
    package var previous: ScalarSpan?

    /// The words that somebody quoted or reported says, where that is known. What one voice says is no stance of another.
    package var voices: [Voice]

    /// Words that are not the author's.
    package struct Voice: Hashable, Sendable {
        package var span: ScalarSpan
        package var holder: Article.Holder

        package init(_ span: ScalarSpan, _ holder: Article.Holder) {
            self.span = span
            self.holder = holder
        }
    }

    package init(_ span: ScalarSpan, targets: [ScalarSpan], previous: ScalarSpan? = nil, voices: [Voice] = []) {
        self.span = span
        self.targets = targets
        self.previous = previous
        self.voices = voices
    }
}

/// Says for each mention of a target what the words of its sentence express toward it.
package protocol StanceScorer: Sendable {
    /// The model or rule set, for provenance.
    var model: String { get }
    /// The probabilities for each target of each sentence, in the order given.
    ///
    /// All sentences of an article come at once, so that a scorer may sort and batch them.
    func score(_ sentences: [TargetedSentence], of text: ScalarText) -> [[Article.Probabilities]]
}
