import Article

/// A mention and the stance toward it.
struct ScoredMention: Sendable {
    var mention: Mention
    /// The index in ``Article/sentences``.
    var sentence: Int
    var holder: Article.Holder
    var probabilities: Article.Probabilities
}

/// The mentions that are targets, with their stances.
///
/// A name is a target wherever it stands. What is called by a noun or a pronoun only is one where somebody takes a stance
/// toward it; where that happens and the article comes back to it, all its mentions count, the neutral ones too.
struct ScoredMentions: Sendable {
    let entities: [Entity]
    let mentions: [ScoredMention]

    /// What is spoken of so often is a subject of the article.
    private static let recurring = 3

    init(_ entities: [Entity], _ scored: [ScoredMention]) {
        self.entities = entities
        var counts = [Int](repeating: 0, count: entities.count)
        var isTaken = [Bool](repeating: false, count: entities.count)
        for entry in scored {
            counts[entry.mention.entity] += 1
            if !entry.mention.isTentative || entry.probabilities.label != .neutral {
                isTaken[entry.mention.entity] = true
            }
        }
        mentions = scored.filter {
            guard $0.mention.isTentative, $0.probabilities.label == .neutral else { return true }
            return isTaken[$0.mention.entity] && counts[$0.mention.entity] >= Self.recurring
        }
    }
}
