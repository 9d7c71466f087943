package import ArgumentParser
internal import Documents
internal import Pipeline
internal import Service

/// `standpoint extract`: documents to clean articles.
package struct ExtractCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Extract articles: title, authors, date, and clean text in blocks.",
        discussion: """
            Writes article JSON: one object for one document, JSON Lines for several.

            Example: standpoint extract page.html

            A document that can't be read is reported, and the others go on. \
            Exit status: 0 all done, 1 something in the input failed, 2 wrong usage or no such file.
            """
    )

    @OptionGroup var options: ArticleOptions

    package init() {}

    package func execute(on console: Console) throws {
        let analysis = Analysis()
        try options.forEachDocument(on: console) { document throws(AnalysisError) in
            try analysis.extract(document.submission, id: document.id)
        }
    }
}
