package import Article
internal import JSON

/// What is known of an article beside its text. A member without a value is unknown.
package struct Metadata: Hashable, Sendable {
    package var title: String?
    package var subtitle: String?
    package var byline: [String]?
    package var publication: String?
    /// ISO 8601.
    package var published: String?
    /// ISO 8601.
    package var modified: String?
    /// As it was found, perhaps relative.
    package var canonicalURL: String?
    /// BCP 47.
    package var language: String?

    package init() {}

    /// What the submitter says. Empty values say nothing.
    package init(_ submission: Submission) {
        title = Self.filled(submission.title)
        subtitle = Self.filled(submission.subtitle)
        byline = submission.byline.flatMap { names in names.isEmpty ? nil : names }
        publication = Self.filled(submission.publication)
        published = Self.filled(submission.published)
        modified = Self.filled(submission.extra["modified"]?.string)
        canonicalURL = Self.filled(submission.extra["canonical_url"]?.string)
        language = Self.filled(submission.language)
    }

    /// These, and those of `other` where these have nothing.
    package func filled(from other: Metadata) -> Metadata {
        var result = self
        result.title = title ?? other.title
        result.subtitle = subtitle ?? other.subtitle
        result.byline = byline ?? other.byline
        result.publication = publication ?? other.publication
        result.published = published ?? other.published
        result.modified = modified ?? other.modified
        result.canonicalURL = canonicalURL ?? other.canonicalURL
        result.language = language ?? other.language
        return result
    }

    /// These, with each text in the form of the article's.
    func normalized(_ normalizer: Normalizer) -> Metadata {
        func clean(_ text: String?) -> String? {
            guard let text = text.map({ normalizer.normalize($0).trimmed }), !text.isEmpty else { return nil }
            return text
        }
        var result = self
        result.title = clean(title)
        result.subtitle = clean(subtitle)
        result.byline = byline.flatMap { names in
            let names = names.compactMap(clean)
            return names.isEmpty ? nil : names
        }
        result.publication = clean(publication)
        result.published = clean(published)
        result.modified = clean(modified)
        result.language = clean(language)
        return result
    }

    private static func filled(_ text: String?) -> String? {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }
}
