internal import Client
internal import JSON
internal import Wire

/// Waits for articles to end, one after the other, telling of progress meanwhile.
struct Completion {
    /// The first pause between two looks; it grows while nothing ends.
    private static let firstPause = Duration.milliseconds(5)
    private static let longestPause = Duration.milliseconds(250)

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
        for (index, id) in ids.enumerated() {
            var pause = Self.firstPause
            while true {
                if progress.isDue {
                    let status = StatusReport(try await client.ask(.status).answer)
                    progress.show(status, fetched: index, of: ids.count)
                }
                let answer = try await client.ask(.article, ["article": JSON("\(id)")]).answer
                if answer["state"] != "pending" {
                    try body(index, answer)
                    break
                }
                try await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        progress.finish()
    }
}
