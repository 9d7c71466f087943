package import Article

/// What became of one mark of a careful reader.
package struct ReadingOutcome: Hashable, Sendable {
    package var mark: ReadingMark
    /// The stance that was found at the mention, where one was.
    package var found: Article.Stance?

    package var isFound: Bool { found != nil }
    package var isLabelRight: Bool { found?.label == mark.label }

    package var isHolderRight: Bool {
        switch found?.holder {
        case nil: false
        case .author: mark.isAuthors
        case .quoted(let name):
            // Nobody's name is right for "opponents" and "the general staff".
            !mark.isAuthors && (name.map { Self.isSame($0, mark.holder) } ?? !Self.isName(mark.holder))
        }
    }

    package var isAllRight: Bool { isHolderRight && isLabelRight }

    /// The same person by the last word of the name: `Saarin` is `Viktor Saarin`.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.split(separator: " ").last?.lowercased() == right.split(separator: " ").last?.lowercased()
    }

    private static func isName(_ holder: String) -> Bool {
        let words = holder.split(separator: " ")
        return words.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false } && words[0] != "The"
    }
}

/// Compares the stances found in an article with a careful reader's marks.
package struct ReadingScore: Sendable {
    package let outcomes: [ReadingOutcome]

    /// - Throws: ``ReadingError`` where a fragment is not in the text exactly once, or its mention not near it.
    package init(_ article: Article, marks: [ReadingMark]) throws(ReadingError) {
        let text = ScalarText(article.text)
        let stances = (article.stances ?? []).sorted { $0.span < $1.span }
        var outcomes: [ReadingOutcome] = []
        for (index, mark) in marks.enumerated() {
            let head = try Self.head(of: mark, line: index + 1, text, article)
            outcomes.append(ReadingOutcome(mark: mark, found: stances.first { $0.span.overlaps(head) }))
        }
        self.outcomes = outcomes
    }

    /// The span of the word that carries the mention: the last before "of", "on" and the like.
    private static func head(
        of mark: ReadingMark,
        line: Int,
        _ text: ScalarText,
        _ article: Article
    ) throws(ReadingError) -> ScalarSpan {
        let fragments = occurrences(of: mark.fragment, in: text, within: ScalarSpan(0, text.count))
        guard let fragment = fragments.first, fragments.count == 1 else {
            throw ReadingError(
                line: line,
                reason: "the text has \"\(mark.fragment)\" \(fragments.count) times, not once"
            )
        }
        let sentence = article.sentences?.first { $0.span.overlaps(fragment) }
        let block = article.blocks?.first { $0.span.overlaps(fragment) }
        for place in [sentence?.span, block?.span].compactMap({ $0 }) {
            let mentions = occurrences(of: mark.mention, in: text, within: place).filter { isWhole($0, text) }
            let nearest = mentions.min { distance($0, fragment) < distance($1, fragment) }
            if let nearest { return headWord(of: mark.mention, at: nearest, text) }
        }
        throw ReadingError(
            line: line,
            reason: "no \"\(mark.mention)\" in the sentence or paragraph of \"\(mark.fragment)\""
        )
    }

    private static func distance(_ left: ScalarSpan, _ right: ScalarSpan) -> Int {
        max(0, max(left.start - right.end, right.start - left.end))
    }

    /// Whether no word goes on before or after the span.
    private static func isWhole(_ span: ScalarSpan, _ text: ScalarText) -> Bool {
        let isOpen = { (index: Int) in
            text.scalars.indices.contains(index) && text.scalars[index].properties.isAlphabetic
        }
        return !isOpen(span.start - 1) && !isOpen(span.end)
    }

    private static let prepositions: Set<Substring> = ["of", "on", "in", "for", "to", "with", "that", "who", "against"]

    private static func headWord(of mention: String, at span: ScalarSpan, _ text: ScalarText) -> ScalarSpan {
        var (start, end) = (span.start, span.start)
        var offset = span.start
        for word in mention.split(separator: " ", omittingEmptySubsequences: false) {
            if prepositions.contains(word), end > span.start { break }
            (start, end) = (offset, offset + word.unicodeScalars.count)
            offset = end + 1
        }
        return ScalarSpan(start, max(start, end))
    }

    private static func occurrences(of part: String, in text: ScalarText, within place: ScalarSpan) -> [ScalarSpan] {
        let part = Array(part.unicodeScalars)
        guard let first = part.first, part.count <= place.count else { return [] }
        return (place.start...place.end - part.count).filter {
            text.scalars[$0] == first && text.scalars[$0..<$0 + part.count].elementsEqual(part)
        }.map { ScalarSpan($0, $0 + part.count) }
    }
}

/// The outcomes over articles, added up.
package struct ReadingReport: Hashable, Sendable {
    package struct Figure: Hashable, Sendable {
        package var name: String
        package var value: Double
        package var interval: ClosedRange<Double>
        package var count: Int
    }

    package let figures: [Figure]

    /// - Parameters:
    ///   - outcomes: those of each article; articles are drawn anew for the intervals.
    ///   - resamples: how often.
    ///   - seed: equal seeds give equal intervals.
    package init(_ articles: [[ReadingOutcome]], resamples: Int = 1000, seed: UInt64 = 1) {
        var bootstrap = Bootstrap(seed: seed)
        let draws = articles.isEmpty ? [] : (0..<resamples).map { _ in bootstrap.resample(articles).flatMap { $0 } }
        let all = articles.flatMap { $0 }
        func share(_ outcomes: [ReadingOutcome], _ isRight: (ReadingOutcome) -> Bool) -> Double {
            outcomes.isEmpty ? 0 : Double(outcomes.count(where: isRight)) / Double(outcomes.count)
        }
        func figure(
            _ name: String,
            among isCounted: @escaping (ReadingOutcome) -> Bool = { _ in true },
            _ isRight: @escaping (ReadingOutcome) -> Bool
        ) -> Figure {
            let value = { (outcomes: [ReadingOutcome]) in share(outcomes.filter(isCounted), isRight) }
            let point = value(all)
            return Figure(
                name: name,
                value: point,
                interval: Bootstrap.interval(of: draws.map(value), around: point),
                count: all.count(where: isCounted)
            )
        }
        figures = [
            figure("targets_found", \.isFound),
            figure("holder_right_of_found", among: \.isFound, \.isHolderRight),
            figure("label_right_of_found", among: \.isFound, \.isLabelRight),
            figure("all_right", \.isAllRight),
            figure("all_right_author", among: \.mark.isAuthors, \.isAllRight),
            figure("all_right_quoted", among: { !$0.mark.isAuthors }, \.isAllRight),
        ]
    }
}
