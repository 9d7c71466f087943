internal import Article
internal import TextEncoding

/// The documents of a feed: an item's own content, or the file beside the feed that it links to.
struct FeedSource {
    let name: String
    /// Items with no more than a summary, and no file.
    private(set) var passedOver = 0
    private var reader: FeedReader
    private var count = 0
    private let limits: DocumentLimits

    init(_ bytes: [UInt8], name: String, limits: DocumentLimits) {
        self.name = name
        self.limits = limits
        // The declaration names the charset, as that of a page in XML does.
        reader = FeedReader(Array(DecodedText.decode(bytes, isHTML: true).text.utf8), limit: limits.document)
    }

    /// The next document; `nil` at the end. - Throws: ``DocumentError`` for an item's file that can't be read.
    mutating func next() throws(DocumentError) -> Document? {
        while let item = reader.next() {
            count += 1
            guard var submission = try submission(item) else {
                passedOver += 1
                continue
            }
            submission.url = item.link
            submission.title = item.title
            submission.byline = item.authors.isEmpty ? nil : item.authors
            submission.publication = reader.title
            submission.published = item.published
            submission.language = item.language ?? reader.language
            return Document(name: "\(name)[\(count - 1)]", submission: submission)
        }
        return nil
    }

    private func submission(_ item: FeedItem) throws(DocumentError) -> Submission? {
        switch item.article {
        // The element tells the content of the page from what is around it: all of it is the article.
        case .html(let html): return Submission(content: "<article>\(html)</article>", contentType: "text/html")
        case .text(let text): return Submission(content: text, contentType: "text/plain")
        case nil: break
        }
        guard let path = item.link.flatMap({ LocalCopy.path($0, feed: name) }) else { return nil }
        let bytes = try ByteInput.open(path).readAll(limit: limits.document)
        if case .kind(.plainText) = ContentKind.promise(of: path) {
            let text = try TextDecoding.anyText(bytes, isHTML: false, name: path)
            return Submission(content: text, contentType: "text/plain")
        }
        let text = try TextDecoding.anyText(bytes, isHTML: true, name: path)
        return Submission(content: text, contentType: "text/html")
    }
}
