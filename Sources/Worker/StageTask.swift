package import Article
internal import JSON
package import Wire

/// Runs a ``Stage`` on articles.
package struct StageTask: TaskHandler {
    package let stage: StageName
    package var model: String? { implementation.model }
    private let implementation: any Stage
    private let skipsNearDuplicates: Bool

    /// - Parameter skipsNearDuplicates: Whether articles that are nearly the same as one of before are left alone.
    /// - Precondition: The stage's name is a ``StageName``.
    package init(_ implementation: any Stage, skipsNearDuplicates: Bool = false) {
        self.skipsNearDuplicates = skipsNearDuplicates
        guard let stage = StageName(implementation.name) else {
            preconditionFailure("\(implementation.name) is not the name of a stage")
        }
        self.stage = stage
        self.implementation = implementation
    }

    package func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> TaskResult {
        var article: Article
        do throws(JSONError) { article = try Article(encoded: body) } catch { throw TaskFailure("bad_article", error) }
        // The queue's word, at every stage: what a submission says of itself does not count.
        article.nearDuplicateOf = task.nearDuplicateOf.map { "\($0)" }
        guard skipsNearDuplicates, let original = article.nearDuplicateOf else {
            let given = article
            let done = try sign(stage, model) { () throws(StageError) in try implementation.process(given) }
            return TaskResult(done.encoded())
        }
        article.sign(stage: stage.text, model: model, took: .zero)
        article.provenance[article.provenance.count - 1].note = "left alone: a near duplicate of \(original)"
        return TaskResult(article.encoded())
    }
}

/// Runs the first stage, which makes articles of submissions.
package struct SubmissionTask: TaskHandler {
    package let stage: StageName
    package let model: String?
    private let ingest: @Sendable (Submission, String) throws(StageError) -> Article
    private let sketch: @Sendable (Article) -> Sketch?

    /// - Parameters:
    ///   - ingest: Makes an article of a submission and the id it is to have.
    ///   - sketch: Makes a sketch of the article.
    package init(
        _ stage: StageName,
        model: String?,
        ingest: @escaping @Sendable (Submission, String) throws(StageError) -> Article,
        sketch: @escaping @Sendable (Article) -> Sketch? = { _ in nil }
    ) {
        self.stage = stage
        self.model = model
        self.ingest = ingest
        self.sketch = sketch
    }

    package func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> TaskResult {
        let submission: Submission
        do throws(JSONError) { submission = try Submission(json: JSONReader.read(body)) } catch {
            throw TaskFailure("bad_submission", error)
        }
        let article = try sign(stage, model) { () throws(StageError) in
            try ingest(submission, task.article.description)
        }
        return TaskResult(article.encoded(), sketch: sketch(article))
    }
}

/// Times a stage's work and signs it.
private func sign(
    _ stage: StageName,
    _ model: String?,
    _ work: () throws(StageError) -> Article
) throws(TaskFailure) -> Article {
    let start = ContinuousClock.now
    var article: Article
    do throws(StageError) { article = try work() } catch {
        throw TaskFailure(code: error.code, reason: error.reason, isRetryable: error.isRetryable)
    }
    article.sign(stage: stage.text, model: model, took: ContinuousClock.now - start)
    return article
}

extension TaskFailure {
    fileprivate init(_ code: String, _ error: JSONError) {
        self.init(code: code, reason: "\(error)", isRetryable: false)
    }
}
