internal import Client
internal import JSON
internal import Wire

/// Waits for articles to end, one after the other, telling of progress meanwhile.
struct Completion {
    /// The first pause between two looks; it grows while nothing ends.
    private static let firstPause = Duration.milliseconds(5)
    private static let longestPause = Duration.milliseconds(250)
    /// How many articles are asked for at once: enough to keep the queue and this process at work together, few enough
    /// to hold in memory were each as large as an article may be.
    private static let window = 16

    private let client: QueueClient
    private let progress: ProgressReport

    init(_ client: QueueClient, _ progress: ProgressReport) {
        self.client = client
        self.progress = progress
    }

    /// The answers to `article` queries, in the order of `ids`, each when its article has ended.
    ///
    /// - Parameter body: Hears the answer; `state` in it is `done` or `dead`.
    /// - Throws: `ClientError` where the queue is gone; what `body` throws.
    func each(_ ids: [ArticleID], _ body: (Int, JSON) throws -> Void) async throws {
        for start in stride(from: 0, to: ids.count, by: Self.window) {
            let slice = start..<min(start + Self.window, ids.count)
            var ended: [Int: JSON] = [:]
            var next = start
            var pause = Self.firstPause
            while next < slice.upperBound {
                if progress.isDue {
                    let status = StatusReport(try await client.ask(.status).answer)
                    progress.show(status, fetched: next, of: ids.count)
                }
                let open = slice.filter { $0 >= next && ended[$0] == nil }
                let answers = try await client.ask(.article, each: open.map { ["article": JSON("\(ids[$0])")] })
                for (index, answer) in zip(open, answers) where answer["state"] != "pending" { ended[index] = answer }
                while let answer = ended.removeValue(forKey: next) {
                    try body(next, answer)
                    next += 1
                }
                guard next < slice.upperBound else { break }
                try await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        progress.finish()
    }
}
