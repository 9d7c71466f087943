import Article

/// Tells whose words a place in the text is.
struct HolderIndex: Sendable {
    private let attributions: [Article.Attribution]
    /// For each attribution the farthest end of it and those before it, so that a look-up can stop early.
    private var farthest: [Int] = []

    /// - Parameter attributions: in the order of the text.
    init(_ attributions: [Article.Attribution]) {
        self.attributions = attributions
        var end = 0
        for attribution in attributions {
            end = max(end, attribution.span.end)
            farthest.append(end)
        }
    }

    /// The speaker of the innermost attribution around `span`; the author where there is none.
    func holder(of span: ScalarSpan) -> Article.Holder {
        var (low, high) = (0, attributions.count)
        while low < high {
            let middle = (low + high) / 2
            if attributions[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0, farthest[index] >= span.end {
            if attributions[index].span.contains(span) { return .quoted(name: attributions[index].speaker?.name) }
            index -= 1
        }
        return .author
    }

    /// The words in `span` that are somebody's other than the author's, the innermost last. A verb that ascribes and
    /// judges at once ("praised the dam as …") speaks for whoever it ascribes to, so cues before the words count as theirs.
    func voices(in span: ScalarSpan) -> [TargetedSentence.Voice] {
        var (low, high) = (0, farthest.count)
        while low < high {
            let middle = (low + high) / 2
            if farthest[middle] <= span.start { low = middle + 1 } else { high = middle }
        }
        return attributions[low...].prefix { $0.span.start < span.end }.filter { $0.span.overlaps(span) }.map {
            attribution in
            let start = attribution.span.start
            let isBefore = attribution.cue.map { $0.end <= start && start - $0.end <= 1 } ?? false
            let words = isBefore ? ScalarSpan(attribution.cue?.start ?? start, attribution.span.end) : attribution.span
            return TargetedSentence.Voice(words, .quoted(name: attribution.speaker?.name))
        }
    }
}
