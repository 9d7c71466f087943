package import Article
internal import Ingest
internal import JSON
internal import Segmentation
package import Stance
package import Wire

/// The three stages in one process, with no queue: what comes out is what the workers make of the same submission.
package struct Analysis: Sendable {
    private let ingest = Ingest()
    private let stages: [any Stage]

    /// - Parameters:
    ///   - catalog: targets beyond the names that are found in the text.
    ///   - scorer: says what the words of a sentence express toward a target.
    package init(catalog: TargetCatalog = TargetCatalog(), scorer: any StanceScorer = LexiconScorer()) {
        stages = [SegmentStage(), StanceStage(catalog: catalog, scorer: scorer)]
    }

    /// The article of a submission with its sentences, targets and stances, signed by each stage.
    ///
    /// - Parameter id: the article's id; without one it is derived as the queue derives it.
    /// - Throws: ``AnalysisError`` with the stage that gave the article up.
    package func article(of submission: Submission, id: String? = nil) throws(AnalysisError) -> Article {
        try run(try extract(submission, id: id))
    }

    /// All stages after the first.
    func run(_ article: Article) throws(AnalysisError) -> Article {
        var article = article
        for stage in stages {
            article = try Self.sign(stage.name, stage.model) { () throws(StageError) in try stage.process(article) }
        }
        return article
    }

    /// The article of a submission as the first stage makes it: metadata, blocks and clean text.
    ///
    /// - Parameter id: as for ``article(of:id:)``.
    /// - Throws: ``AnalysisError`` of the first stage.
    package func extract(_ submission: Submission, id: String? = nil) throws(AnalysisError) -> Article {
        let id = id ?? Self.id(of: submission).description
        return try Self.sign(ingest.name, ingest.model) { () throws(StageError) in
            try ingest.article(from: submission, id: id)
        }
    }

    /// The id that the queue gives to the submission.
    package static func id(of submission: Submission) -> ArticleID {
        ArticleID(deriving: submission.json.encoded(), key: submission.key)
    }

    private static func sign(
        _ stage: String,
        _ model: String?,
        _ work: () throws(StageError) -> Article
    ) throws(AnalysisError) -> Article {
        let start = ContinuousClock.now
        var article: Article
        do throws(StageError) { article = try work() } catch { throw AnalysisError(stage: stage, error: error) }
        article.sign(stage: stage, model: model, took: ContinuousClock.now - start)
        return article
    }
}

/// Why an article could not be analysed, and in which stage.
package struct AnalysisError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the stage, such as `ingest`.
    package var stage: String
    package var error: StageError

    package init(stage: String, error: StageError) {
        self.stage = stage
        self.error = error
    }

    package var description: String { "\(stage): \(error)" }
}
