package import Article
internal import JSON
package import Wire

/// Runs a ``Stage`` on articles.
package struct StageTask: TaskHandler {
    package let stage: StageName
    package var model: String? { implementation.model }
    private let implementation: any Stage

    /// - Precondition: The stage's name is a ``StageName``.
    package init(_ implementation: any Stage) {
        guard let stage = StageName(implementation.name) else {
            preconditionFailure("\(implementation.name) is not the name of a stage")
        }
        self.stage = stage
        self.implementation = implementation
    }

    package func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> [UInt8] {
        let article: Article
        do throws(JSONError) { article = try Article(encoded: body) } catch { throw TaskFailure("bad_article", error) }
        return try sign(stage, model) { () throws(StageError) in try implementation.process(article) }
    }
}

/// Runs the first stage, which makes articles of submissions.
package struct SubmissionTask: TaskHandler {
    package let stage: StageName
    package let model: String?
    private let ingest: @Sendable (Submission, String) throws(StageError) -> Article

    /// - Parameter ingest: Makes an article of a submission and the id it is to have.
    package init(
        _ stage: StageName,
        model: String?,
        ingest: @escaping @Sendable (Submission, String) throws(StageError) -> Article
    ) {
        self.stage = stage
        self.model = model
        self.ingest = ingest
    }

    package func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> [UInt8] {
        let submission: Submission
        do throws(JSONError) { submission = try Submission(json: JSONReader.read(body)) } catch {
            throw TaskFailure("bad_submission", error)
        }
        return try sign(stage, model) { () throws(StageError) in try ingest(submission, task.article.description) }
    }
}

/// Times a stage's work and signs it.
private func sign(
    _ stage: StageName,
    _ model: String?,
    _ work: () throws(StageError) -> Article
) throws(TaskFailure) -> [UInt8] {
    let start = ContinuousClock.now
    var article: Article
    do throws(StageError) { article = try work() } catch {
        throw TaskFailure(code: error.code, reason: error.reason, isRetryable: error.isRetryable)
    }
    article.sign(stage: stage.text, model: model, took: ContinuousClock.now - start)
    return article.encoded()
}

extension TaskFailure {
    fileprivate init(_ code: String, _ error: JSONError) {
        self.init(code: code, reason: "\(error)", isRetryable: false)
    }
}
