internal import Article
internal import JSON
internal import Stance

/// The words that carried each stance, as members of the article, so that they go wherever it goes.
enum Explanation {
    private static let member = "explanation"

    /// The article with `"explanation": [{"start","end","text","weight"}]` in each stance, the heaviest word first.
    static func added(to article: Article, by scorer: any StanceScorer) -> Article {
        let text = ScalarText(article.text)
        var article = article
        for (index, words) in Occlusion(scorer).words(of: article).enumerated() {
            article.stances?[index].extra[member] = .array(
                words.map { word in
                    [
                        "start": JSON(word.span.start), "end": JSON(word.span.end), "text": JSON(text[word.span]),
                        "weight": JSON((word.weight * 1000).rounded() / 1000),
                    ]
                }
            )
        }
        return article
    }

    /// Such as `“huckster” 0.41, “fantasist” 0.20`; `nil` where the stance has no explanation.
    static func line(of stance: Article.Stance) -> String? {
        guard let words = stance.extra[member]?.array else { return nil }
        let parts = words.compactMap { word -> String? in
            guard let text = word["text"]?.string, let weight = word["weight"]?.double else { return nil }
            let score = ArticleView.score(weight).drop { $0 == "+" || $0 == " " }
            return "“\(TerminalText.line(text))” \(score)"
        }
        return parts.isEmpty ? "no single word" : parts.joined(separator: ", ")
    }
}
