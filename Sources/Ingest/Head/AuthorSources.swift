/// Resolves what the parts of a page say about its authors.
///
/// JSON-LD is trusted most, then `meta`, then what is shown. Names that are the publication's own give way to names of
/// people: many sites sign everything with their own name.
struct AuthorSources {
    let head: PageHead
    /// From a line of the page.
    let shown: [String]

    var authors: [String]? {
        let metas = [
            "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
            "cxenseparse:author", "citation_author", "authors", "dcterms.creator", "article.author",
            "og:article:author",
        ]
        var sources = [head.linked.authors]
        sources += metas.compactMap { head.metas[$0] }
        sources.append(shown)
        let cleaned = sources.map { Self.names($0) }.filter { !$0.isEmpty }
        let sites = Set(
            [head.meta("og:site_name"), head.linked.publication, head.meta("application-name")]
                .compactMap { $0 }.map { FoldedText($0).key }
        )
        return cleaned.first { names in !names.allSatisfy { sites.contains(FoldedText($0).key) } } ?? cleaned.first
    }

    /// The names in values such as "By Jane Doe and John Roe", each once.
    static func names(_ values: [String]) -> [String] {
        var names: [String] = []
        for value in values where value.utf8.count <= 300 && !value.contains("://") && !value.contains("@") {
            for name in split(value) where !names.contains(name) && names.count < 20 { names.append(name) }
        }
        return names
    }

    private static func split(_ value: String) -> [String] {
        if let byline = Byline(value) { return byline.names }
        var text = value.trimmed
        for marker in ["by ", "By ", "BY "] where text.hasPrefix(marker) { text = String(text.dropFirst(3)) }
        let parts = text.split { ",;|/".contains($0) }.flatMap { String($0).split(separator: " and ") }
            .flatMap { String($0).split(separator: " & ") }
        return parts.map { String($0).trimmed }.filter { !$0.isEmpty && !$0.contains { "():".contains($0) } }
    }
}
