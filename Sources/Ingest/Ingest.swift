package import Article
internal import Crypto
internal import JSON

/// The first stage: raw content becomes an article with a clean text, its blocks and its metadata.
///
/// Nothing of the text is dropped: what is not the article is a block of its own kind. It holds no state between
/// articles.
package struct Ingest: Sendable {
    /// The largest content, in bytes of UTF-8, unless told otherwise: a hundred times a long feature with its page
    /// around.
    package static let defaultMaximumBytes = 8 << 20

    /// The largest content that is taken, in bytes of UTF-8.
    package let maximumBytes: Int
    private let pages = PageReader()
    private let normalizer = Normalizer()

    package init() { self.init(maximumBytes: Self.defaultMaximumBytes) }

    package init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    package var name: String { "ingest" }
    package var model: String? { "rules-blocks-2" }

    /// The article of a submission.
    ///
    /// What the submission says of title, authors and so on wins over what is found in the content.
    ///
    /// - Throws: ``StageError`` with the code `too_large`, `unsupported_type`, `empty`, `not_text` or `no_article`.
    package func article(from submission: Submission, id: String) throws(StageError) -> Article {
        let (format, suspects) = try check(submission)
        var submission = submission
        let original = submission
        var mended: Int?
        // Of a page the source is mended: its head says the same as its text, and is as wrong.
        if let repair = Mojibake.repair(submission.content) {
            (submission.content, mended) = (repair.text, repair.characters)
        }
        let given = Metadata(submission)
        let draft: Draft
        let outline: Outline
        var known = given
        switch format {
        case .plain:
            draft = PlainTextReader().draft(submission.content, normalizer)
            outline = BlockClassifier().outline(of: draft, known: given)
        case .markdown:
            let (text, front) = MarkdownReader().draft(submission.content, normalizer)
            known = given.filled(from: front)
            draft = text
            outline = BlockClassifier().outline(of: draft, known: known)
        case .html:
            (draft, outline) = try pages.read(submission.content, normalizer, known: given)
        }
        if draft.pieces.isEmpty { throw .empty }
        var article = article(original, id, draft, outline, known.filled(from: outline.metadata))
        LanguageFinder.find(in: &article, given: given.language)
        if suspects > 0 { article.addNote("\(suspects) characters are controls or U+FFFD, which could not be read") }
        if let mended { article.addNote("\(mended) characters mended that UTF-8 read as Windows-1252 had become") }
        return article
    }

    private func article(
        _ submission: Submission,
        _ id: String,
        _ draft: Draft,
        _ outline: Outline,
        _ metadata: Metadata
    ) -> Article {
        var article = Article(id: id, source: source(submission), text: String(decoding: draft.text, as: UTF8.self))
        article.title = metadata.title
        article.subtitle = metadata.subtitle
        article.byline = metadata.byline
        article.publication = metadata.publication
        article.published = metadata.published
        article.modified = metadata.modified
        article.canonicalURL = CanonicalURL.resolved(metadata.canonicalURL, at: submission.url)
        article.language = metadata.language
        article.blocks = draft.blocks(outline.kinds)
        for (key, value) in submission.extra where !Self.members.contains(key) { article.extra[key] = value }
        return article
    }

    private func source(_ submission: Submission) -> Article.Source {
        var content = submission.content
        let digest = content.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
        return Article.Source(
            contentType: submission.contentType,
            url: submission.url,
            bytes: content.utf8.count,
            sha256: Hexadecimal.string(digest),
            key: submission.key
        )
    }

    /// The members of the article document, which no member of a submission may replace.
    private static let members: Set<String> = [
        "schema", "id", "source", "title", "subtitle", "byline", "publication", "published", "modified",
        "canonical_url", "language", "near_duplicate_of", "text", "blocks", "sentences", "attributions", "targets",
        "stances", "summary", "provenance",
    ]
}

extension Ingest {
    /// Checks size, kind and content. - Returns: How to read the content, and how many of its characters are no text.
    private func check(_ submission: Submission) throws(StageError) -> (ContentFormat, suspects: Int) {
        var content = submission.content
        guard content.utf8.count <= maximumBytes else {
            throw .tooLarge(bytes: content.utf8.count, maximum: maximumBytes)
        }
        guard let declared = ContentFormat(contentType: submission.contentType) else {
            throw .unsupportedType(submission.contentType)
        }
        let text = content.withUTF8 { TextCheck($0) }
        if text.isEmpty { throw .empty }
        if text.isBinary { throw .notText(text) }
        return (declared != .html && ContentFormat.isHTML(content) ? .html : declared, text.suspects)
    }
}
