import Article
import JSON

/// Documents for tests, written for this project.
enum Samples {
    static let text = "Skip to content\n\nA Café Too Far\n\n“The mayor dithers,” said Olga Remington. I agree 👍🏽."

    /// An article that has been through all stages, with every member set.
    static var full: Article {
        var source = Article.Source(
            contentType: "text/plain",
            url: "https://example.org/a",
            bytes: 106,
            sha256: String(repeating: "ab", count: 32),
            key: "k-1"
        )
        source.extra["desk"] = "opinion"
        var article = Article(id: "0123456789abcdef0123456789abcdef", source: source, text: text)
        article.title = "A Café Too Far"
        article.subtitle = "On \"dithering\""
        article.byline = ["Nadia Strand", "Per Öst"]
        article.publication = "The Meridian Review"
        article.published = "2031-03"
        article.modified = "2031-03-07T10:20:00+01:00"
        article.canonicalURL = "https://example.org/opinion/a"
        article.language = "en"
        article.blocks = [
            Article.Block(.boilerplate, ScalarSpan(0, 15)), Article.Block(.title, ScalarSpan(17, 31)),
            Article.Block(.paragraph, ScalarSpan(33, 86)),
        ]
        article.sentences = [
            Article.Sentence(ScalarSpan(17, 31), block: 1), Article.Sentence(ScalarSpan(33, 74), block: 2),
            Article.Sentence(ScalarSpan(75, 86), block: 2),
        ]
        let speaker = Article.Speaker(name: "Olga Remington", span: ScalarSpan(59, 73))
        article.attributions = [
            Article.Attribution(.direct, ScalarSpan(33, 53), cue: ScalarSpan(54, 58), speaker: speaker),
            Article.Attribution(.indirect, ScalarSpan(75, 82), speaker: Article.Speaker(name: "Olga Remington")),
            Article.Attribution(.mixed, ScalarSpan(75, 82)),
        ]
        article.targets = [
            Article.Target(
                id: "the-mayor",
                name: "The mayor",
                kind: "person",
                overall: Article.Overall(label: .against, score: -0.75, count: 3)
            )
        ]
        article.stances = [.quoted(name: "Olga Remington"), .quoted(name: nil), .author].map { holder in
            Article.Stance(
                sentence: 1,
                target: "the-mayor",
                span: ScalarSpan(34, 43),
                holder: holder,
                probabilities: Article.Probabilities(against: 0.8, neutral: 0.15, favor: 0.05)
            )
        }
        article.summary = [
            Article.Summary(
                target: "the-mayor",
                holder: .quoted(name: nil),
                label: .against,
                score: -0.75,
                count: 1,
                interval: -0.9 ... -0.5,
                sentences: [1]
            ),
            Article.Summary(
                target: "the-mayor",
                holder: .author,
                label: .neutral,
                score: 0,
                count: 0,
                interval: -1...1,
                sentences: []
            ),
        ]
        article.sign(stage: "ingest", model: "blocks-1", took: .microseconds(400))
        article.provenance.append(
            Article.Provenance(stage: "segment", software: "other 2", model: nil, milliseconds: 1.25, note: "slow")
        )
        article.extra["desk"] = "opinion"
        return article
    }

    static var least: Article {
        let sha256 = String(repeating: "0", count: 64)
        let source = Article.Source(contentType: "text/html", bytes: 0, sha256: sha256)
        return Article(id: "ffffffffffffffffffffffffffffffff", source: source, text: "")
    }
}

/// A step of a path into a document.
enum Step {
    case key(String)
    case index(Int)
}

extension JSON {
    /// This document with the value at `path` replaced, or removed where `value` is `nil`.
    func setting(_ path: [Step], to value: JSON?) -> JSON {
        guard let first = path.first else { return value ?? .null }
        let rest = Array(path.dropFirst())
        switch (first, self) {
        case (.key(let key), .object(var members)):
            members[key] = rest.isEmpty ? value : members[key]?.setting(rest, to: value)
            return .object(members)
        case (.index(let index), .array(var elements)):
            elements[index] = elements[index].setting(rest, to: value)
            return .array(elements)
        default: return self
        }
    }
}

/// Reads a path such as `stances[0].holder.kind`.
func steps(_ path: String) -> [Step] {
    path.split(whereSeparator: { ".[]".contains($0) }).map { part in Int(part).map(Step.index) ?? .key(String(part)) }
}
