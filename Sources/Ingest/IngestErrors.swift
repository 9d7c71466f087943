internal import Article

extension StageError {
    static func tooLarge(bytes: Int, maximum: Int) -> StageError {
        StageError(
            code: "too_large",
            reason: "the content has \(bytes) bytes, more than the \(maximum) that ingest takes; "
                + "submit the article without what is around it, or raise the limit"
        )
    }

    static func unsupportedType(_ type: String) -> StageError {
        StageError(
            code: "unsupported_type",
            reason: "content_type is \"\(type.prefix(64))\"; ingest reads \(ContentFormat.supported): "
                + "convert the content to one of them, or correct content_type"
        )
    }

    static let empty = StageError(
        code: "empty",
        reason: "the content has nothing but white space and invisible characters; submit the article's text"
    )

    static func notText(_ check: TextCheck) -> StageError {
        StageError(
            code: "not_text",
            reason:
                "\(check.suspects) of the content's \(check.suspects + check.visible) characters are controls or U+FFFD: "
                + "it is a binary file, or was decoded with a wrong character set; submit text, decoded rightly"
        )
    }

    static let noArticle = StageError(
        code: "no_article",
        reason: "the HTML page has no text outside of its scripts and styles; "
            + "submit the page as a browser shows it, or its text"
    )

    static func indexPage(links: Int, prose: Int) -> StageError {
        StageError(
            code: "no_article",
            reason:
                "the HTML page has \(links) links and \(prose) bytes of running text: it leads to articles but is none; "
                + "submit the articles, or the text itself as text/plain"
        )
    }
}
