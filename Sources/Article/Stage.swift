/// One step of the pipeline: a function from article to article that adds its part.
///
/// A stage holds no state between articles and does no input or output, so any worker can run it on any article, any
/// number of times.
package protocol Stage: Sendable {
    /// The name by which the queue knows the stage, such as `segment`.
    var name: String { get }
    /// The model or rule set, for provenance, such as `rules-and-logistic-4`.
    var model: String? { get }
    /// Adds this stage's part. - Throws: ``StageError`` where the article can't be processed, now or ever.
    func process(_ article: Article) throws(StageError) -> Article
}

/// Why a stage gave an article up. The code and the reason end in the dead letters, so they speak to the submitter.
package struct StageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A short name, such as `no_article`, `not_text` or `too_large`.
    package var code: String
    /// What is wrong, where, and what to do.
    package var reason: String
    /// Whether the same article might succeed on another try.
    package var isRetryable: Bool

    package init(code: String, reason: String, isRetryable: Bool = false) {
        self.code = code
        self.reason = reason
        self.isRetryable = isRetryable
    }

    package var description: String { "\(code): \(reason)" }
}
