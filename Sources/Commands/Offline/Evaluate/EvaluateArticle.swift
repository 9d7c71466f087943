package import ArgumentParser
internal import Article
internal import Evaluation
internal import JSON
internal import Pipeline
internal import Service
internal import Stance

/// `standpoint evaluate article`.
package struct EvaluateArticle: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: "Measure what a whole article comes to for or against a target.",
        discussion: """
            DATA is JSON Lines {"text","target","label"}, the target as the article names it, the label what a reader of the \
            whole takes its author's stance to be: against, neutral or favor. Measured is "overall" of the target, in which \
            those count whom the author quotes; an article without the target counts as neutral. The intervals are \
            bootstrapped over articles. Training/evaluation/persent.py makes DATA of PerSenT's tables.

            Example: python3 Training/evaluation/persent.py dev.csv | standpoint evaluate article -

            Exit status: 0 all measured, 1 something in the data failed, 2 wrong usage or no such file.
            """
    )

    @Argument(help: "Labelled data; - is standard input.") var data: String
    @OptionGroup var model: ModelOptions
    @Option(help: "text or json.") var format: FigureFormat = .text

    package init() {}

    package func execute(on console: Console) throws {
        let scorer = try model.scorer()
        var failures = FailureCount()
        let pairs = try LabelledLines(path: data, console: console).map(&failures) { json, place in
            var members = try JSONMembers(json, "an article")
            let text = try members.string("text")
            let target = try members.string("target")
            guard let label = Article.Label(rawValue: try members.string("label")) else {
                throw JSONError("expected against, neutral or favor", path: ["label"])
            }
            let catalog = TargetCatalog([.init(name: target, kind: "person")])
            let analysis = Analysis(catalog: catalog, scorer: scorer)
            do throws(AnalysisError) {
                let article = try analysis.article(of: Submission(content: text, contentType: "text/plain"))
                return StanceScore.Pair(gold: label, predicted: Self.stance(of: article, toward: target))
            } catch { throw place.error("\(error)") }
        }
        try console.output.write(EvaluateScore.table(StanceScore(pairs), of: "articles").render(format))
        try failures.check()
    }

    /// The label of the whole article, as probabilities that are certain of it.
    private static func stance(of article: Article, toward name: String) -> Article.Probabilities {
        let label = article.targets?.first { $0.name == name }?.overall?.label ?? .neutral
        return Article.Probabilities(
            against: label == .against ? 1 : 0,
            neutral: label == .neutral ? 1 : 0,
            favor: label == .favor ? 1 : 0
        )
    }
}
