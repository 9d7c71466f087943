import Article

/// A place in the text where an entity is named.
struct Mention: Sendable {
    var span: ScalarSpan
    /// The tokens of the mention.
    var tokens: Range<Int>
    /// The index in ``Cast/entities``.
    var entity: Int
    /// Whether it is no name, and a target only where somebody takes a stance toward it.
    var isTentative = false
}

/// Somebody or something that the article names, before it is known whether stances are taken toward it.
struct Entity: Sendable {
    enum Gender: Sendable { case female, male, unknown }

    var name: String
    /// The words of the name, in lower case.
    var words: [String]
    var kind: String
    var gender: Gender = .unknown
    /// The titles that stand before the name, in lower case.
    var titles: Set<String> = []

    var isPerson: Bool { kind == "person" }
}
