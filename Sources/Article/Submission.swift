package import JSON

/// What a client hands in: content as it was found, and what is known of it.
///
/// Its JSON is the body of a `submit` message, and the body of a task of the first stage.
package struct Submission: Hashable, Sendable {
    /// The content: plain text or HTML, decoded to Unicode.
    package var content: String
    /// A media type: `text/plain`, `text/html`, or another that ingest knows.
    package var contentType: String
    package var key: String?
    package var url: String?
    package var title: String?
    package var subtitle: String?
    package var byline: [String]?
    package var publication: String?
    package var published: String?
    package var language: String?
    /// Members that this version does not know; they become members of the article.
    package var extra: JSONObject

    package init(content: String, contentType: String, key: String? = nil, url: String? = nil) {
        self.content = content
        self.contentType = contentType
        self.key = key
        self.url = url
        extra = [:]
    }
}
