internal import Article
internal import Client
internal import Documents
internal import JSON
internal import Wire

extension Document {
    /// What is sent to the queue. The id follows from its bytes, so the same document is the same article.
    func handout(priority: Priority, keySuffix: String = "") -> Handout {
        var submission = submission
        submission.key = keySuffix.isEmpty ? submission.key : (submission.key ?? "") + keySuffix
        return Handout(body: submission.json.encoded(), key: submission.key, priority: priority)
    }
}
