import Article

/// An article cut into tokens, with its sentences and blocks as ranges of them.
struct Document: Sendable {
    struct Sentence: Sendable {
        /// The index in ``Article/sentences``.
        var index: Int
        var block: Int
        var tokens: Range<Int>
        /// Where it stands in ``Document/sentences``.
        var position: Int
        /// Whether nearly all its long words have a capital, as in a headline.
        var isHeadline = false
    }

    let text: ScalarText
    private(set) var tokens: [Token] = []
    /// The sentences of the title, the subtitle and the body.
    private(set) var sentences: [Sentence] = []
    private(set) var paragraphs: [QuoteFinder.Paragraph] = []
    private let blocks: [Article.Block]

    /// - Throws: ``StageError`` `no_sentences` where the article has not been segmented.
    init(_ article: Article) throws(StageError) {
        guard let sentences = article.sentences else {
            throw StageError(
                code: "no_sentences",
                reason: "the article has no sentences; run the segment stage before the stance stage"
            )
        }
        text = ScalarText(article.text)
        blocks = article.blocks ?? []
        // Sentences from another program may come in any order and overlap; the rules need them in the order of the text.
        let order = sentences.indices.sorted { sentences[$0].span < sentences[$1].span }
        var end = 0
        for index in order {
            let sentence = sentences[index]
            guard sentence.span.start >= end, !sentence.span.isEmpty else { continue }
            if blocks.indices.contains(sentence.block), !blocks[sentence.block].kind.isSegmented { continue }
            end = sentence.span.end
            append(sentence, index)
        }
    }

    /// A longer sentence is none that anybody wrote; it is taken in pieces, because the rules may look at each word of a
    /// sentence from each other.
    private static let longestPiece = 400

    private mutating func append(_ sentence: Article.Sentence, _ index: Int) {
        let start = tokens.count
        tokens += Tokenizer.tokens(of: text, in: sentence.span)
        let range = start..<tokens.count
        guard !range.isEmpty else { return }
        var piece = start
        while piece < range.upperBound {
            let end = min(piece + Self.longestPiece, range.upperBound)
            sentences.append(
                Sentence(
                    index: index,
                    block: sentence.block,
                    tokens: piece..<end,
                    position: sentences.count,
                    isHeadline: tokens[piece..<end].isHeadline
                )
            )
            piece = end
        }
        if let last = paragraphs.last, last.block == sentence.block {
            paragraphs[paragraphs.count - 1].tokens = last.tokens.lowerBound..<tokens.count
        } else {
            paragraphs.append(QuoteFinder.Paragraph(tokens: range, block: sentence.block))
        }
    }

    /// The sentence before another, in the order of the text.
    func sentence(before sentence: Sentence) -> Sentence? {
        sentence.position > 0 ? sentences[sentence.position - 1] : nil
    }

    /// The kind of a block; `paragraph` where the article has none.
    func kind(ofBlock block: Int) -> Article.Block.Kind {
        blocks.indices.contains(block) ? blocks[block].kind : .paragraph
    }

    func span(_ range: Range<Int>) -> ScalarSpan {
        ScalarSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }
}
