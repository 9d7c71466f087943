import Article
import Ingest

extension Door {
    /// A page of HTML.
    package static let page = Door("page", longest: 16_000) { bytes throws(BrokenRule) in
        try ingest(bytes, as: "text/html")
    }

    /// Plain text; the article's text is plain text that stays as it is.
    package static let text = Door("text", longest: 16_000) { bytes throws(BrokenRule) in
        guard let article = try ingest(bytes, as: "text/plain"), !article.text.contains("<") else { return }
        try require(Normalizer().normalize(article.text) == article.text, "normalized again, the text differs")
    }

    /// Markdown.
    package static let markdown = Door("markdown", longest: 16_000) { bytes throws(BrokenRule) in
        try ingest(bytes, as: "text/markdown")
    }

    @discardableResult
    private static func ingest(_ bytes: [UInt8], as type: String) throws(BrokenRule) -> Article? {
        let submission = Submission(content: String(decoding: bytes, as: UTF8.self), contentType: type)
        let article: Article
        do throws(StageError) { article = try Ingest().article(from: submission, id: "fuzz") } catch {
            let codes = ["empty", "not_text", "no_article"]
            try require(codes.contains(error.code), "refused with the code \(error.code)")
            try require(!error.isRetryable, "the same content is to be tried again")
            return nil
        }
        try expectBlocksCoverText(article)
        let allowed = article.text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace || $0 == " " || $0 == "\n"
        }
        try require(allowed, "white space other than spaces and line feeds in the text")
        try expectReadBack(article)
        return article
    }
}
