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
        abstract: "Measure what the author of a whole article thinks of a target.",
        discussion: """
            DATA is JSON Lines {"text","target","label"}, the target as the article names it, the label of its author's \
            stance against, neutral or favor. An article whose author says nothing of the target counts as neutral. The \
            intervals are bootstrapped over articles. Training/evaluation/persent.py makes DATA of PerSenT's tables.

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

    /// The author's label in the summary, as probabilities that are certain of it.
    private static func stance(of article: Article, toward name: String) -> Article.Probabilities {
        let id = article.targets?.first { $0.name == name }?.id
        let label = article.summary?.first { $0.target == id && $0.holder == .author }?.label ?? .neutral
        return Article.Probabilities(
            against: label == .against ? 1 : 0,
            neutral: label == .neutral ? 1 : 0,
            favor: label == .favor ? 1 : 0
        )
    }
}
