package import Article

extension MinHash {
    /// The sketch of an article's body: what is around it, such as a paper's own title and appeals, does not count.
    package static func sketch(of article: Article) -> [UInt16]? {
        guard let blocks = article.blocks else { return sketch(of: article.text) }
        let scalars = article.text.unicodeScalars
        var body = String.UnicodeScalarView()
        var (place, index) = (0, scalars.startIndex)
        // Blocks are in order, so one walk over the text is enough.
        for block in blocks where block.kind.isBody && block.span.start >= place {
            guard let start = scalars.index(index, offsetBy: block.span.start - place, limitedBy: scalars.endIndex),
                let end = scalars.index(start, offsetBy: block.span.end - block.span.start, limitedBy: scalars.endIndex)
            else { break }
            body += scalars[start..<end]
            body.append("\n")
            (place, index) = (block.span.end, end)
        }
        return sketch(of: String(body))
    }
}
