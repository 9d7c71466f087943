import Article

@testable import Stance

/// An article written in a test: one array of sentences for each paragraph.
struct WrittenArticle {
    let article: Article

    init(_ paragraphs: [[String]], kind: Article.Block.Kind = .paragraph) {
        var text = ""
        var blocks: [Article.Block] = []
        var sentences: [Article.Sentence] = []
        for paragraph in paragraphs {
            if !text.isEmpty { text += "\n\n" }
            let start = text.unicodeScalars.count
            for (index, sentence) in paragraph.enumerated() {
                if index > 0 { text += " " }
                let offset = text.unicodeScalars.count
                text += sentence
                sentences.append(Article.Sentence(ScalarSpan(offset, text.unicodeScalars.count), block: blocks.count))
            }
            blocks.append(Article.Block(kind, ScalarSpan(start, text.unicodeScalars.count)))
        }
        var article = Article(id: "a", source: .init(contentType: "text/plain", bytes: 0, sha256: ""), text: text)
        article.blocks = blocks
        article.sentences = sentences
        self.article = article
    }

    init(_ sentences: String...) { self.init([sentences]) }

    func analyzed(_ catalog: TargetCatalog = TargetCatalog()) throws -> Article {
        try StanceStage(catalog: catalog).process(article)
    }
}

extension Article {
    func words(_ span: ScalarSpan) -> String { ScalarText(text)[span] }

    /// The attributions as `kind | speaker | words`.
    var quoted: [String] {
        (attributions ?? []).map { "\($0.kind.rawValue) | \($0.speaker?.name ?? "-") | \(words($0.span))" }
    }

    /// The names and kinds of the targets.
    var cast: [String] { (targets ?? []).map { "\($0.name): \($0.kind)" } }
}
