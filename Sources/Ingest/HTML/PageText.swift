internal import Article

/// A page's blocks with what its structure says of each, before their wording is looked at.
struct PageText {
    struct Piece {
        /// UTF-8, references resolved, not normalized.
        var text: [UInt8]
        var kind: Article.Block.Kind
        /// The level of a heading, wherever it is.
        var level: Int?
        var traits: Trait
        /// Whether most of it is a link.
        var isLink: Bool
    }

    var pieces: [Piece] = []
    /// The pieces among which the article's body is; those before are its head.
    var body = 0..<0
    var head: PageHead
    /// The blocks that are links and nothing else, and the part of the page's text that is in links.
    var links = 0
    var linkShare = 0.0
    /// Bytes of running text in the body, and of the longest paragraph anywhere.
    var prose = 0
    var longest = 0

    /// Whether the page only leads to others: many links, hardly a paragraph of its own, and nothing that calls it an
    /// article.
    var isIndex: Bool {
        links >= 30 && linkShare >= 0.5 && prose < 600 && longest < 250 && head.linked.title == nil
            && head.meta("og:type")?.lowercased() != "article" && head.published == nil
    }
}
