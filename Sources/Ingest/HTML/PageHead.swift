/// What the elements of a page say about it, beside its text.
struct PageHead {
    var language: String?
    private(set) var description: String?
    private var titleElement: [UInt8] = []
    private var time: String?
    /// The first content of each name.
    private var values: [String: String] = [:]

    /// Longer values are no titles or names; they would only cost memory. In bytes.
    private static let longestValue = 2000

    private static let names: [String: String] = [
        "og:title": "title", "twitter:title": "title2", "description": "description", "og:description": "description",
        "author": "author", "article:author": "author", "article:published_time": "published", "og:site_name": "site",
        "datepublished": "published", "date": "published2", "pubdate": "published2", "publish-date": "published2",
        "dc.date": "published2", "dc.date.issued": "published2",
    ]

    mutating func addTitle(_ text: UnsafeBufferPointer<UInt8>) {
        guard titleElement.isEmpty, text.count <= Self.longestValue else { return }
        HTMLReferences.append(text, to: &titleElement)
    }

    mutating func addMeta(_ tag: HTMLTag, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard let content = tag.attributes[.content], content.count <= Self.longestValue, !content.isEmpty else {
            return
        }
        for attribute in [HTMLAttribute.property, .name, .itemprop] {
            guard let range = tag.attributes[attribute], range.count <= 40 else { continue }
            let name = String(decoding: range.map { ByteClass.lower(bytes[$0]) }, as: UTF8.self)
            guard let key = Self.names[name] else { continue }
            let value = HTMLReferences.resolve(UnsafeBufferPointer(rebasing: bytes[content])).trimmed
            // An author may be given as the address of a page.
            guard !value.isEmpty, key != "author" || !value.contains("://") else { continue }
            if values[key] == nil { values[key] = value }
            if key == "description", description == nil { description = value }
        }
    }

    mutating func addTime(_ value: String, isAside: Bool) {
        if time == nil, !isAside { time = Self.date(value) }
    }

    /// - Parameter hasHeading: Whether the page shows a heading of level 1, which is a better title than the title
    ///   element with its site names.
    func metadata(hasHeading: Bool) -> Metadata {
        var metadata = Metadata()
        metadata.publication = values["site"]
        if let title = values["title"] ?? values["title2"] {
            metadata.title = withoutSite(title)
        } else if !hasHeading {
            metadata.title = withoutSite(String(decoding: titleElement, as: UTF8.self))
        }
        metadata.byline = values["author"].map { author in Byline("by " + author)?.names ?? [author] }
        metadata.published = values["published"].flatMap(Self.date) ?? values["published2"].flatMap(Self.date) ?? time
        metadata.language = language
        return metadata
    }

    private static func date(_ value: String) -> String? { ISODate.parse(value.trimmed) ?? DateLine(value)?.published }

    /// A title without the name of the site after it: what is behind the last " | ", and behind the last dash where it
    /// is the site's name.
    private func withoutSite(_ title: String) -> String {
        let title = title.trimmed
        for separator in [" | ", " - ", " – ", " — ", " · ", " :: "] {
            var parts = title.split(separator: separator)
            guard parts.count > 1, let last = parts.popLast() else { continue }
            let isSite =
                values["site"].map { FoldedText($0).key == FoldedText(String(last)).key } ?? (separator == " | ")
            if isSite { return parts.joined(separator: separator) }
        }
        return title
    }
}
