package import ArgumentParser
internal import Documents
internal import Pipeline
internal import Service
internal import Stance

/// `standpoint analyze`: documents to stances, with no queue.
package struct AnalyzeCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Say who takes which stance toward whom: all three stages in one process, with no queue.",
        discussion: """
            Writes article JSON: one object for one document, JSON Lines for several, in the order of the input. An \
            input object's "id" is the article's id.

            Example: standpoint analyze --targets targets.yaml --explain --format text op-ed.txt

            A document that can't be analysed is reported, and the others go on. \
            Exit status: 0 all done, 1 something in the input failed, 2 wrong usage or no such file.
            """
    )

    @OptionGroup var options: ArticleOptions
    @OptionGroup var model: ModelOptions

    @Option(
        name: .customLong("targets"),
        help: ArgumentHelp("A YAML file of targets beyond the names in the text; may be repeated.", valueName: "file")
    )
    var targets: [String] = []

    @Flag(
        help: ArgumentHelp(
            "Also tell the words that carried each stance.",
            discussion: """
                Each word of the sentence is left out in turn; told are those without which the label would be less likely, \
                with how much less. In JSON: "explanation" in each stance.
                """
        )
    )
    var explain = false

    package init() {}

    package func execute(on console: Console) throws {
        let catalog: TargetCatalog
        do throws(CatalogFileError) { catalog = try TargetCatalog.load(paths: targets) } catch {
            throw CommandError("\(error)", status: .usage)
        }
        let scorer = try model.scorer()
        let analysis = Analysis(catalog: catalog, scorer: scorer)
        try options.forEachDocument(on: console) { document throws(AnalysisError) in
            let article = try analysis.article(of: document.submission, id: document.id)
            return explain ? Explanation.added(to: article, by: scorer) : article
        }
    }
}
