import Article
import Testing

/// A page made up for these tests, as its blocks; they are submitted with blank lines between them.
struct PageSample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var blocks: [(kind: Article.Block.Kind, text: String)]
    var title: String?
    var subtitle: String?
    var byline: [String]?
    var publication: String?
    var published: String?

    init(
        _ name: String,
        title: String? = nil,
        subtitle: String? = nil,
        byline: [String]? = nil,
        publication: String? = nil,
        published: String? = nil,
        _ blocks: [(Article.Block.Kind, String)]
    ) {
        testDescription = name
        self.title = title
        self.subtitle = subtitle
        self.byline = byline
        self.publication = publication
        self.published = published
        self.blocks = blocks.map { (kind: $0.0, text: $0.1) }
    }

    var content: String { blocks.map(\.text).joined(separator: "\n\n") }
}
