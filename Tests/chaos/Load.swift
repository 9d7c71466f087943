import Client
import JSON
import Wire
import ZeroMQ

/// Clients of one queue: they hand in articles, and watch how it goes on.
struct Load: Sendable {
    let endpoint: String
    var security = Security.none
    let books: Books
    /// No more is handed in while so many articles are pending.
    var mostPending = 100
    /// The pause after each 25 articles.
    var pause = Duration.zero

    /// A client that waits for a queue that is killed again and again, and says again soon what was lost.
    func client(patience: Duration = .seconds(60), repetition: Duration = .milliseconds(500)) throws -> QueueClient {
        try QueueClient(
            endpoint: endpoint,
            patience: patience,
            repetition: repetition,
            security: security,
            context: Context()
        )
    }

    /// Hands in articles until `isOver`, or so many, whichever comes first.
    func submit(upTo most: Int = .max, until isOver: @Sendable () async -> Bool = { false }) async throws {
        let client = try client()
        var count = 0
        while count < most, !(await isOver()) {
            let items = await books.batch(min(25, most - count))
            count += 25
            try await hand(items, client)
            try await Task.sleep(for: pause)
            while !(await isOver()), try await client.ask(.status).answer["pending"]?.int ?? 0 >= mostPending {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        await client.close()
    }

    /// Hands in these, and notes what was said of each.
    func hand(_ items: [Corpus.Item], _ client: QueueClient) async throws {
        var next = items.makeIterator()
        var receipts: [(Int, Receipt)] = []
        try await client.submit(
            next: { next.next().map { Handout(body: $0.body, key: nil) } },
            receipt: { receipts.append(($0, $1)) }
        )
        for (index, receipt) in receipts { await books.told(items[index], receipt) }
    }

    /// Waits until nothing is pending. - Returns: Whether that came within `limit`.
    func drained(within limit: Duration) async throws -> Bool {
        let client = try client()
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if try await client.ask(.status).answer["pending"] == 0 {
                await client.close()
                return true
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        await client.close()
        return false
    }

    func reckoning(allowsPending: Bool = false) async throws -> Reckoning {
        // Counting a long run's articles takes the queue a while.
        let client = try client(patience: .seconds(600), repetition: .seconds(600))
        let reckoning = try await Reckoning.make(client, books, allowsPending: allowsPending)
        await client.close()
        return reckoning
    }
}
