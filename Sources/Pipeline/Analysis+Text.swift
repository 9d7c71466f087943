package import Article
internal import Segmentation
internal import Stance

extension Analysis {
    /// The article of a clean text whose every line is a paragraph. Nothing is taken out of the text or changed in it, so
    /// that spans of labelled data still hold.
    ///
    /// - Throws: ``AnalysisError`` with the stage that gave the article up.
    package func article(ofLines text: String) throws(AnalysisError) -> Article {
        var article = Article(
            id: "text",
            source: .init(contentType: "text/plain", bytes: text.utf8.count, sha256: ""),
            text: text
        )
        article.language = "en"
        article.blocks = Self.lines(of: ScalarText(text)).map { Article.Block(.paragraph, $0) }
        return try run(article)
    }

    /// The lines without the white space around them; those that hold nothing else are left out.
    private static func lines(of text: ScalarText) -> [ScalarSpan] {
        var lines: [ScalarSpan] = []
        var start: Int?
        var end = 0
        for (index, scalar) in text.scalars.enumerated() {
            if scalar == "\n" || scalar == "\r" {
                if let first = start.take() { lines.append(ScalarSpan(first, end)) }
            } else if !scalar.properties.isWhitespace {
                start = start ?? index
                end = index + 1
            }
        }
        if let start { lines.append(ScalarSpan(start, end)) }
        return lines
    }
}
