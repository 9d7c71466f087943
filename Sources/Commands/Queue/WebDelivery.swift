internal import Article
internal import Client
internal import Documents
internal import Fetch
internal import TextEncoding
internal import Wire

/// Fetches pages and hands them to a queue, one after the other.
struct WebDelivery {
    /// In the order of the pages; one that could not be fetched or was refused is missing.
    private(set) var items: [Delivery.Item] = []
    private(set) var failures = 0

    /// - Parameters:
    ///   - record: What is known of pages handed in before; what is handed in is noted. One that has not changed since is
    ///     the article that it was.
    ///   - roomLimit: How long to wait while the queue is full; `nil` for as long as it takes.
    ///   - refetches: Whether pages are fetched that have not changed.
    ///   - complain: Hears of each page that failed.
    ///   - note: Hears what is good to know, such as that a page has not changed.
    /// - Throws: `ClientError` where the queue does not answer; ``CommandError`` where it stays full; `CancellationError`.
    init(
        _ addresses: [WebAddress],
        by fetcher: Fetcher,
        to client: QueueClient,
        priority: Priority,
        roomLimit: Duration? = nil,
        refetches: Bool = false,
        record: inout FetchRecord,
        complain: (String) -> Void,
        note: @escaping (String) -> Void
    ) async throws {
        var room = RoomWait(limit: roomLimit, note: note)
        for address in addresses {
            let known = refetches ? nil : record[address.text]
            do {
                guard let page = try await fetcher.fetch(address, unlessAs: known?.validators ?? .init()) else {
                    guard let id = known.flatMap({ ArticleID($0.article) }) else { continue }
                    note("\(address): not changed since it was handed in")
                    items.append(Delivery.Item(name: address.text, id: id, isDuplicate: true))
                    continue
                }
                let document = try page.document(asked: address)
                guard let item = try await Self.submit(document, to: client, priority, &room, items.count, complain)
                else {
                    failures += 1
                    continue
                }
                items.append(item)
                record.note(address.text, .init(validators: page.validators, article: "\(item.id)"))
            } catch let error as FetchError {
                failures += 1
                complain("\(error)")
            }
        }
        room.finish()
    }

    private static func submit(
        _ document: Document,
        to client: QueueClient,
        _ priority: Priority,
        _ room: inout RoomWait,
        _ accepted: Int,
        _ complain: (String) -> Void
    ) async throws -> Delivery.Item? {
        var handout: Handout? = document.handout(priority: priority)
        var item: Delivery.Item?
        try await client.submit(
            next: { handout.take() },
            receipt: { _, receipt in
                room.hasRoom()
                switch receipt {
                case .accepted(let id, let isDuplicate):
                    item = Delivery.Item(name: document.name, id: id, isDuplicate: isDuplicate)
                case .refused(let code, let reason):
                    complain("\(document.name): refused: \(reason) (\(code))")
                }
            },
            busy: { _ in try room.isFull(accepted: accepted) }
        )
        return item
    }
}

extension FetchedPage {
    /// The page as a document: its text, decoded, with the type that the site gave it.
    ///
    /// - Parameter address: What was asked for, which is what the document is called.
    /// - Throws: ``FetchError`` `contentType` where it is neither text nor HTML.
    func document(asked address: WebAddress) throws(FetchError) -> Document {
        let parts = contentType.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
        let names = [
            "text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain",
            "text/markdown": "text/markdown",
        ]
        guard let type = parts.first.flatMap({ names[$0] }) else {
            let shown = contentType.isEmpty ? "without a type" : "as \(contentType.prefix(64))"
            throw FetchError(.contentType, url, "came \(shown); HTML, plain text and Markdown are taken")
        }
        let charset = parts.first { $0.hasPrefix("charset=") }?.dropFirst(8).filter { $0 != "\"" && $0 != "'" }
        let text = DecodedText.decode(bytes, charset: charset, isHTML: type == "text/html").text
        return Document(name: address.text, submission: Submission(content: text, contentType: type, url: url))
    }
}
