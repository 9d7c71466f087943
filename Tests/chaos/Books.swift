import Client
import JSON
import Wire

/// What the client was told, kept apart from all that the queue says of itself.
actor Books {
    struct Promise {
        let number: Int
        let contentBytes: Int
    }

    private var corpus: Corpus
    private(set) var accepted: [ArticleID: Promise] = [:]
    private(set) var refused: [String] = []
    private(set) var bytes = 0
    private var old: [Corpus.Item] = []

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// The next articles to hand in; now and then one that was handed in before, as a careful client would after a crash.
    func batch(_ count: Int) -> [Corpus.Item] {
        var items = (0..<count).map { _ in corpus.next() }
        if let again = old.last { items.append(again) }
        old = Array((items.prefix(1) + old).prefix(8))
        return items
    }

    func told(_ item: Corpus.Item, _ receipt: Receipt) {
        switch receipt {
        case .accepted(let id, _):
            let own = ArticleID(deriving: item.body, key: nil)
            if id != own { refused.append("article \(item.number) was accepted under the id \(id), not \(own)") }
            if accepted[own] == nil { bytes += item.body.count }
            accepted[own] = Promise(number: item.number, contentBytes: item.contentBytes)
        case .refused(let code, let reason):
            refused.append("article \(item.number) was refused: \(reason) (\(code))")
        }
    }
}

/// The books, held against what the client was told.
struct Reckoning: Sendable {
    var accepted = 0
    var done = 0
    var dead = 0
    var lost = 0
    var doubled = 0
    var faults: [String] = []

    /// Asks for everything: the audit, each result, each dead letter.
    ///
    /// - Parameter allowsPending: Whether articles may be unfinished; they must then be known to the queue.
    static func make(_ client: QueueClient, _ books: Books, allowsPending: Bool = false) async throws -> Reckoning {
        let promises = await books.accepted
        var reckoning = Reckoning()
        reckoning.accepted = promises.count
        reckoning.faults = await books.refused
        var endings: [ArticleID: Int] = [:]
        // Page by page: all results of a long run together would not fit into memory.
        try await results(client) { article in
            reckoning.done += 1
            guard let id = article["id"]?.string.flatMap({ ArticleID($0) }), let promise = promises[id] else {
                reckoning.faults.append("a result that nobody was promised: \(article["id"]?.string ?? "no id")")
                return
            }
            endings[id, default: 0] += 1
            if let fault = Self.fault(article, promise) {
                reckoning.faults.append("article \(promise.number) (\(id)): \(fault)")
            }
        }
        for letter in try await letters(client) {
            reckoning.dead += 1
            guard let id = letter["id"]?.string.flatMap({ ArticleID($0) }), let promise = promises[id] else {
                reckoning.faults.append("a dead letter that nobody was promised: \(letter["id"]?.string ?? "no id")")
                continue
            }
            endings[id, default: 0] += 1
            let (code, reason) = (letter["code"]?.string ?? "?", letter["reason"]?.string ?? "?")
            reckoning.faults.append("article \(promise.number) became a dead letter: \(reason) (\(code))")
        }
        for (id, promise) in promises where endings[id] == nil {
            if allowsPending, let state = try? await client.ask(.article, ["article": JSON("\(id)")]).answer["state"],
                state == "pending"
            {
                continue
            }
            reckoning.lost += 1
            reckoning.faults.append("article \(promise.number) (\(id)) was accepted and is lost")
        }
        for (id, count) in endings where count > 1 {
            reckoning.doubled += 1
            reckoning.faults.append("article \(id) ended \(count) times")
        }
        let audit = try await client.ask(.audit).answer
        if audit["balanced"] != true || audit["accepted"]?.int != promises.count {
            reckoning.faults.append(
                "the audit, for \(promises.count) accepted: \(String(decoding: audit.encoded(), as: UTF8.self))"
            )
        }
        return reckoning
    }

    private static func results(_ client: QueueClient, _ body: (JSON) -> Void) async throws {
        var cursor: String?
        while true {
            let (answer, next) = try await client.ask(.results, cursor: cursor)
            guard let page = answer["articles"]?.array, !page.isEmpty else { return }
            page.forEach(body)
            cursor = next
        }
    }

    private static func letters(_ client: QueueClient) async throws -> [JSON] {
        var all: [JSON] = []
        var cursor: String?
        repeat {
            let (answer, next) = try await client.ask(.dead, cursor: cursor)
            all += answer["dead"]?.array ?? []
            cursor = next
        } while cursor != nil
        return all
    }

    /// What is wrong with a result.
    static func fault(_ article: JSON, _ promise: Books.Promise) -> String? {
        if article["chaos_number"]?.int != promise.number { return "the result is that of another article" }
        let stages = article["provenance"]?.array?.compactMap { $0["stage"]?.string }
        if stages != ["ingest", "segment", "stance"] { return "it went through \(stages ?? [])" }
        if article["source"]?["bytes"]?.int != promise.contentBytes { return "its source has another length" }
        guard article["text"]?.string?.hasSuffix(Corpus.mark(promise.number)) == true else { return "its text is cut" }
        return nil
    }
}
