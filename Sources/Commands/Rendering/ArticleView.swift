internal import Article

/// An article as the renderings see it: its sentences in order, those of the body numbered, with their stances.
struct ArticleView {
    struct Sentence {
        /// The index in ``Article/sentences``.
        var index: Int
        /// From 1; `nil` for the title, the subtitle and headings.
        var number: Int?
        var kind: Article.Block.Kind
        var text: String
        var stances: [Article.Stance]
    }

    let article: Article
    let sentences: [Sentence]
    private let targets: [String: Article.Target]

    init(_ article: Article) {
        self.article = article
        // An article of another program may name a target twice.
        targets = Dictionary((article.targets ?? []).map { ($0.id, $0) }) { first, _ in first }
        let text = ScalarText(article.text)
        let stances = Dictionary(grouping: article.stances ?? [], by: \.sentence)
        var number = 0
        sentences = (article.sentences ?? []).enumerated().map { index, sentence in
            let kind = article.blocks?[sentence.block].kind ?? .paragraph
            let isNumbered = kind.isBody && kind != .heading
            if isNumbered { number += 1 }
            return Sentence(
                index: index,
                number: isNumbered ? number : nil,
                kind: kind,
                text: text[sentence.span],
                stances: (stances[index] ?? []).sorted { $0.span < $1.span }
            )
        }
    }

    func name(ofTarget id: String) -> String { targets[id]?.name ?? id }
    func kind(ofTarget id: String) -> String { targets[id]?.kind ?? "" }

    static func name(of holder: Article.Holder) -> String {
        switch holder {
        case .author: "author"
        case .quoted(let name): name ?? "quoted, unnamed"
        }
    }

    /// A score with its sign and two digits, such as `+0.81`.
    static func score(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        let digits = String(hundredths.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return (hundredths < 0 ? "-" : hundredths > 0 ? "+" : " ") + padded.dropLast(2) + "." + padded.suffix(2)
    }
}
