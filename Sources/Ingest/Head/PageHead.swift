/// All that the head of a page says, each source by itself.
struct PageHead {
    var linked = LinkedArticle()
    var linkedPage = LinkedArticle()
    /// The first content of each name, in lower case.
    private(set) var metas: [String: [String]] = [:]
    var titleElement: String?
    var canonical: String?
    var language: String?
    /// The first `datetime` values, in document order.
    var times: [String] = []

    /// Longer values are no titles or names; they would only cost memory. In bytes.
    private static let longestValue = 2000
    private static let longestName = 40

    init(_ skeleton: Skeleton, _ page: UnsafeBufferPointer<UInt8>) {
        let facts = skeleton.facts
        (linked, linkedPage) = LinkedArticle.read(page, facts.linkedData)
        func value(_ range: Range<Int>) -> String? {
            guard range.count <= Self.longestValue else { return nil }
            let text = HTMLReferences.resolve(UnsafeBufferPointer(rebasing: page[range])).trimmed
            return text.isEmpty ? nil : text
        }
        for meta in facts.metas where meta.name.count <= Self.longestName {
            let name = String(decoding: page[meta.name].lazy.map(ByteClass.lower), as: UTF8.self)
            guard Self.wanted.contains(name), let text = value(meta.content) else { continue }
            metas[name, default: []].append(text)
        }
        titleElement = facts.title.flatMap(value)
        canonical = facts.canonical.flatMap(value)
        language = facts.language.flatMap(value)
        times = facts.times.prefix(8).compactMap { value($0.value) }
    }

    /// The first of `names` that is there.
    func meta(_ names: String...) -> String? {
        for name in names {
            if let value = metas[name]?.first { return value }
        }
        return nil
    }

    private static let wanted: Set<String> = [
        "og:title", "twitter:title", "title", "dc.title", "headline", "parsely-title", "sailthru.title",
        "description", "og:description", "twitter:description", "sailthru.description", "dc.description",
        "author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "og:article:author",
        "twitter:creator", "citation_author", "authors", "dcterms.creator", "article.author", "cxenseparse:author",
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
        "article.published", "publishdate", "publication_date", "originalpublicationdate", "article_date_original",
        "cxenseparse:recs:publishtime", "published_time", "date.created",
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
        "og:type", "og:site_name", "application-name", "dc.publisher", "og:url", "og:locale", "content-language",
    ]
}

extension PageHead {
    /// When the article was published, in ISO 8601.
    var published: String? {
        let names = [
            "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
            "published_time",
            "publishdate", "publish-date", "publication_date", "originalpublicationdate", "article.published",
            "article_date_original", "sailthru.date", "cxenseparse:recs:publishtime", "dcterms.created", "date.created",
            "dc.date.issued", "dc.date", "dcterms.date", "date", "pubdate",
        ]
        let values =
            [linked.published] + names.map { metas[$0]?.first } + [linkedPage.published] + times.prefix(3).map { $0 }
        for value in values.compactMap({ $0 }) {
            if let date = ISODate.parse(anyForm: value) { return date }
        }
        return nil
    }

    /// When it was changed last, in ISO 8601.
    var modified: String? {
        let names = [
            "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
        ]
        for value in ([linked.modified] + names.map { metas[$0]?.first }).compactMap({ $0 }) {
            if let date = ISODate.parse(anyForm: value) { return date }
        }
        return nil
    }

    /// What the page says of itself in a sentence, where it says it whole.
    func ownDescription(title: String?) -> String? {
        let key = title.map { FoldedText($0).key }
        let all = [
            linked.description, meta("og:description", "description", "twitter:description"), linked.alternativeTitle,
        ]
        return all.compactMap { $0 }.first { text in
            !text.hasSuffix("...") && !text.hasSuffix("…") && text.utf8.count >= 20 && FoldedText(text).key != key
        }
    }
}
