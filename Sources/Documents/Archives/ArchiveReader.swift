internal import Article
internal import TextEncoding

/// The web pages in a WARC file (ISO 28500), one record at a time: `response` records with status 200 and a page of HTML.
///
/// Common Crawl, the Internet Archive and `wget --warc-file` write such files. All other records are passed over, their
/// content unread. A record at fault is an error, after which the next record may be a page again.
final class ArchiveReader {
    /// Records that are no pages.
    private(set) var passedOver = 0
    var place: ArchivePlace { records.place }
    /// How many bytes of the file have been used.
    var offset: Int { records.offset }
    var name: String { records.name }

    private let records: RecordStream
    private let limits: DocumentLimits
    /// Whether the last record was at fault, so that the next must be looked for.
    private var isLost = false
    /// How many records are to be passed over at first.
    private var skipped: Int

    static let mark = Array("WARC/".utf8)
    /// The fields before a record's content: longer than any address in them.
    private static let longestHead = 64 << 10
    /// The head of a response, above the bound of what servers send.
    private static let longestResponseHead = 256 << 10

    /// - Parameter skipped: How many records to pass over first.
    init(_ records: RecordStream, skipped: Int = 0, limits: DocumentLimits) {
        self.records = records
        self.limits = limits
        self.skipped = skipped
    }

    /// The next page; `nil` at the end.
    ///
    /// - Throws: ``DocumentError`` for a record at fault, or `unreadable` where the file can't be read on.
    func next() throws(DocumentError) -> Document? {
        while true {
            if isLost {
                isLost = false
                try records.skip(toLine: Self.mark)
            }
            guard try records.findRecord() else { return nil }
            // Whatever is thrown from here on leaves the middle of a record.
            isLost = true
            guard let bytes = try records.readHead(limit: Self.longestHead), bytes.starts(with: Self.mark) else {
                throw fault("no WARC record begins here; what is up to the next one is passed over")
            }
            let head = HeaderBlock(bytes)
            guard let length = head["content-length"].flatMap(Int.init), length >= 0 else {
                throw fault("a record without a Content-Length; what is up to the next one is passed over")
            }
            let page = try page(head, length)
            isLost = false
            if let page { return page }
        }
    }

    private func page(_ head: HeaderBlock, _ length: Int) throws(DocumentError) -> Document? {
        guard skipped == 0, head["warc-type"]?.lowercased() == "response" else {
            if skipped > 0 { skipped -= 1 } else { passedOver += 1 }
            guard try records.skip(length) else { throw ended() }
            return nil
        }
        guard length <= limits.document + Self.longestResponseHead else {
            guard try records.skip(length) else { throw ended() }
            isLost = false
            throw DocumentError(tooLarge: name(head), limit: limits.document)
        }
        let bytes = try records.read(length)
        guard bytes.count == length else { throw ended() }
        isLost = false
        guard let response = HTTPResponse(bytes), response.status == 200, Self.isPage(response, head) else {
            passedOver += 1
            return nil
        }
        let content: ArraySlice<UInt8>
        do throws(HTTPResponse.Unreadable) { content = try response.content(limit: limits.document) } catch {
            throw fault(error, head)
        }
        let text = DecodedText.decode(Array(content), charset: response.type?.charset, isHTML: true).text
        let submission = Submission(content: text, contentType: "text/html", url: Self.address(head))
        return Document(name: name(head), place: place, submission: submission)
    }

    private static func isPage(_ response: HTTPResponse, _ head: HeaderBlock) -> Bool {
        if let type = response.type { return type.isPage }
        return head["warc-identified-payload-type"].map { MediaType($0).isPage } ?? false
    }

    /// The page's address; older writers put it into angle brackets.
    private static func address(_ head: HeaderBlock) -> String? {
        head["warc-target-uri"].map { $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0 }
    }

    private func name(_ head: HeaderBlock) -> String {
        Self.address(head).map { "\(here): \($0.prefix(200))" } ?? here
    }

    /// Such as `crawl.warc.gz@4096`: the file and where in it the record begins.
    private var here: String {
        place.records > 0 ? "\(name)@\(place.offset)+\(place.records)" : "\(name)@\(place.offset)"
    }

    private func fault(_ reason: String) -> DocumentError { DocumentError(.damaged, here, reason) }

    private func ended() -> DocumentError { fault("the file ends in the middle of a record; get it anew") }

    private func fault(_ error: HTTPResponse.Unreadable, _ head: HeaderBlock) -> DocumentError {
        switch error {
        case .damaged: DocumentError(.damaged, name(head), "the page's compressed data are damaged")
        case .tooLarge: DocumentError(tooLarge: name(head), limit: limits.document)
        case .coding(let coding):
            DocumentError(
                .unsupported,
                name(head),
                "compressed as \"\(coding)\", which is not read; gzip and deflate are"
            )
        }
    }
}
