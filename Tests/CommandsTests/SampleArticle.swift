import Article

/// An article by hand: a title, a heading, two sentences with a control character and an emoji, two stances.
func sampleArticle() -> Article {
    let text = "=Bridge\n\nWhy\n\nAnn, 😀 \u{1B}[2Jpraised Bob. He left."
    var article = Article(
        id: "a1",
        source: .init(contentType: "text/plain", bytes: 1, sha256: "00", key: "-k"),
        text: text
    )
    article.title = "=Bridge"
    article.subtitle = "A \"good\" one"
    article.publication = "The Courier"
    article.byline = ["Cy Doe", "Di Roe"]
    article.published = "2020-01-02"
    article.blocks = [
        .init(.title, ScalarSpan(0, 7)), .init(.heading, ScalarSpan(9, 12)), .init(.paragraph, ScalarSpan(14, 46)),
    ]
    article.sentences = [
        .init(ScalarSpan(0, 7), block: 0), .init(ScalarSpan(9, 12), block: 1), .init(ScalarSpan(14, 37), block: 2),
        .init(ScalarSpan(38, 46), block: 2),
    ]
    article.targets = [
        .init(id: "bob", name: "Bob", kind: "person"), .init(id: "bridge", name: "Bridge", kind: "place"),
    ]
    article.stances = [
        .init(
            sentence: 2,
            target: "bob",
            span: ScalarSpan(33, 36),
            holder: .quoted(name: "Ann"),
            probabilities: .init(against: 0.05, neutral: 0.1, favor: 0.85)
        ),
        .init(
            sentence: 0,
            target: "bridge",
            span: ScalarSpan(1, 7),
            holder: .author,
            probabilities: .init(against: 0.5, neutral: 0.25, favor: 0.25)
        ),
    ]
    article.summary = [
        .init(
            target: "bob",
            holder: .quoted(name: "Ann"),
            label: .favor,
            score: 0.8,
            count: 1,
            interval: 0.7...0.9,
            sentences: [2]
        ),
        .init(
            target: "bridge",
            holder: .author,
            label: .against,
            score: -0.25,
            count: 1,
            interval: -0.4...0,
            sentences: [0]
        ),
    ]
    return article
}
