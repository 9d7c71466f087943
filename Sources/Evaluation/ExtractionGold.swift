package import Article
package import JSON

/// What people say a page holds: one line of gold data.
///
/// `html` (inline, or a path), and where known `title`, `subtitle`, `authors`, `date`, `paragraphs` [{`text`, `optional`,
/// `heading`}], `body` and `captions`. Optional paragraphs and headings neither help nor harm.
package struct ExtractionGold: Hashable, Sendable {
    package struct Paragraph: Hashable, Sendable {
        package var text: String
        package var isFree: Bool
        package var isOptional: Bool

        package init(text: String, isOptional: Bool = false, isHeading: Bool = false) {
            self.text = text
            self.isOptional = isOptional
            isFree = isOptional || isHeading
        }
    }

    package var html: String
    package var url: String?
    package var title: String?
    package var subtitle: String?
    package var authors: [String]
    package var date: String?
    package var paragraphs: [Paragraph]
    package var body: String?
    package var captions: [String]

    /// - Throws: ``JSONError`` with the path of the first member that is missing or of the wrong kind.
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a page")
        html = try members.string("html")
        url = try members.optionalString("url")
        title = try members.optionalString("title")
        subtitle = try members.optionalString("subtitle")
        authors = try members.strings("authors") ?? []
        date = try members.optionalString("date")
        paragraphs =
            try members.list("paragraphs") { json throws(JSONError) in
                var members = try JSONMembers(json, "a paragraph")
                return Paragraph(
                    text: try members.string("text"),
                    isOptional: try members.optional("optional", "a boolean", \.bool) ?? false,
                    isHeading: try members.optional("heading", "a boolean", \.bool) ?? false
                )
            } ?? []
        body = try members.optionalString("body")
        captions = try members.strings("captions") ?? []
    }

    /// The whole body that is wanted; `nil` where it is not known.
    var wanted: String? {
        if let body { return body }
        if paragraphs.isEmpty { return nil }
        return paragraphs.filter { !$0.isOptional }.map(\.text).joined(separator: "\n")
    }
}

/// What was made of a page, as far as it is compared.
package struct ExtractionPrediction: Hashable, Sendable {
    package var title: String?
    package var subtitle: String?
    package var authors: [String]
    package var date: String?
    /// The paragraphs of the body.
    package var paragraphs: [String]

    package init(title: String?, subtitle: String?, authors: [String], date: String?, paragraphs: [String]) {
        self.title = title
        self.subtitle = subtitle
        self.authors = authors
        self.date = date
        self.paragraphs = paragraphs
    }

    /// The head of an article, and the blocks of its body as paragraphs.
    package init(_ article: Article) {
        let text = ScalarText(article.text)
        self.init(
            title: article.title,
            subtitle: article.subtitle,
            authors: article.byline ?? [],
            date: article.published,
            paragraphs: (article.blocks ?? []).filter(\.kind.isBody).map { text[$0.span] }
        )
    }

    /// - Throws: ``JSONError`` with the path of the first member that is of the wrong kind.
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a prediction")
        self.init(
            title: try members.optionalString("title"),
            subtitle: try members.optionalString("subtitle"),
            authors: try members.strings("authors") ?? [],
            date: try members.optionalString("date"),
            paragraphs: try members.strings("paragraphs") ?? []
        )
    }

    /// Nothing was found.
    package static let nothing = ExtractionPrediction(title: nil, subtitle: nil, authors: [], date: nil, paragraphs: [])
}
