/// What the JSON-LD of a page says of its article (schema.org's Article and its kinds).
struct LinkedArticle {
    var title: String?
    var alternativeTitle: String?
    var description: String?
    var authors: [String] = []
    var publication: String?
    var published: String?
    var modified: String?
    var language: String?
    var url: String?
    /// The whole text, escapes as they are.
    var body: Range<Int>?

    /// The first article in the scripts; what it does not say, others and a web page may.
    static func read(_ page: UnsafeBufferPointer<UInt8>, _ scripts: [Range<Int>]) -> (LinkedArticle, LinkedArticle) {
        var article = LinkedArticle()
        var webPage = LinkedArticle()
        var seen = 0
        for script in scripts {
            let data = LinkedData(page, script)
            for index in data.values.indices where data.values[index].kind == .object {
                guard let type = data.member(index, "@type") else { continue }
                let kind = Self.kind(data, type)
                guard kind != .other, seen < Self.most else { continue }
                seen += 1
                let found = LinkedArticle(data, index)
                if kind == .article { article.fill(from: found) } else { webPage.fill(from: found) }
            }
        }
        return (article, webPage)
    }

    /// Those behind the first few are other articles; each may look through its script for its authors.
    private static let most = 16
    private static let mostReferences = 8

    private enum TypeKind { case article, page, other }

    private static func kind(_ data: LinkedData, _ type: Int) -> TypeKind {
        var kind = TypeKind.other
        for element in data.elements(type) {
            guard let name = data.text(element) else { continue }
            if name.hasSuffix("Article") || name.hasSuffix("Posting") || articleTypes.contains(name) { return .article }
            if name.hasSuffix("WebPage") || name.hasSuffix("ItemPage") { kind = .page }
        }
        return kind
    }

    private static let articleTypes: Set<String> = [
        "Report", "Review", "CriticReview", "OpinionNewsArticle", "CreativeWork", "Article", "SatiricalArticle",
    ]

    init() {}

    private init(_ data: LinkedData, _ index: Int) {
        func text(_ name: StaticString) -> String? {
            data.member(index, name).flatMap { data.elements($0).first }.flatMap { data.text($0) }.flatMap(Self.filled)
        }
        title = text("headline") ?? text("name")
        alternativeTitle = text("alternativeHeadline") ?? text("alternateName")
        description = text("description")
        published = text("datePublished") ?? text("dateCreated")
        modified = text("dateModified")
        language = text("inLanguage")
        url = text("url")
        if url == nil, let entity = data.member(index, "mainEntityOfPage") {
            url = data.text(entity) ?? data.member(entity, "@id").flatMap { data.text($0) }
        }
        if let body = data.member(index, "articleBody"), data.values[body].kind == .string {
            self.body = data.values[body].content
        }
        if let author = data.member(index, "author") ?? data.member(index, "creator") {
            var references = 0
            authors = data.elements(author).compactMap { Self.name(data, $0, &references) }
        }
        if let publisher = data.member(index, "publisher") {
            var references = 0
            publication = data.elements(publisher).first.flatMap { Self.name(data, $0, &references) }
        }
    }

    /// A name that is given itself, as an object's, or as a reference to another object of the script.
    private static func name(_ data: LinkedData, _ index: Int, _ references: inout Int) -> String? {
        if let text = data.text(index) { return filled(text) }
        if let name = data.member(index, "name") {
            return data.elements(name).first.flatMap { data.text($0) }.flatMap(filled)
        }
        guard let id = data.member(index, "@id").flatMap({ data.text($0) }), references < mostReferences else {
            return nil
        }
        references += 1
        for other in data.values.indices where other != index && data.values[other].kind == .object {
            guard data.member(other, "@id").flatMap({ data.text($0) }) == id, let name = data.member(other, "name")
            else {
                continue
            }
            return data.text(name).flatMap(filled)
        }
        return nil
    }

    private static func filled(_ text: String) -> String? {
        let text = text.trimmed
        return text.isEmpty ? nil : text
    }

    private mutating func fill(from other: LinkedArticle) {
        // The parts of one article belong together; a second article on the page is another one.
        guard title == nil else { return }
        let language = language ?? other.language
        self = other
        self.language = language
    }
}
