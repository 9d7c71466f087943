internal import Article

extension Classification {
    /// The fewest short lines in a row that make a menu.
    private static let shortestMenu = 3
    /// The longest entry, in words.
    private static let longestEntry = 4

    /// Claims menus and lists of other articles at the edges of the page.
    mutating func findMenus() {
        findRuns()
        findRelated()
        findRubric()
        for index in indices where kinds[index] == nil && isAtEdge(index) && index >= body.upperBound {
            // Before any title there are no tags.
            if features[index].opening.contains(.tags), !features[index].end.isSentence, index > 0, !body.isEmpty {
                kinds[index] = .boilerplate
            }
        }
    }

    /// A run of short lines without punctuation, with at least one that is a menu's by its wording, is a menu.
    private mutating func findRuns() {
        let title = lastHeadLine()
        var start = 0
        while start < kinds.count {
            var end = start
            var claimed = 0
            while end < kinds.count, isEntry(end) {
                if kinds[end] == .boilerplate || !features[end].whole.isDisjoint(with: [.menu, .section]) {
                    claimed += 1
                }
                end += 1
            }
            // A title of few words may follow a menu, so the wording must speak for most of the run.
            if end - start >= Self.shortestMenu, claimed * 2 >= end - start {
                for index in start..<end where kinds[index] != .boilerplate && index != title {
                    kinds[index] = .boilerplate
                }
            }
            start = max(end, start + 1)
        }
    }

    private func isEntry(_ index: Int) -> Bool {
        guard kinds[index] == nil || kinds[index] == .boilerplate || kinds[index] == .listItem else { return false }
        return isAtEdge(index) && features[index].words <= Self.longestEntry && features[index].end == .other
            && !isMarkedHeading(index)
    }

    /// The last line of the head that is not known to be anything else; it may be the title.
    private func lastHeadLine() -> Int? {
        (0..<body.lowerBound).last { index in
            kinds[index] == nil && features[index].words <= 20
                && features[index].whole.isDisjoint(with: [.menu, .section])
        }
    }

    /// A rubric such as "Opinion" over the title.
    private mutating func findRubric() {
        guard !body.isEmpty else { return }
        let title = (0..<body.lowerBound).last { kinds[$0] == nil && features[$0].words > 2 }
        for index in 0..<(title ?? 0) where kinds[index] == nil && features[index].whole.contains(.section) {
            kinds[index] = .boilerplate
        }
    }

    /// The titles under "Related articles" and the like.
    private mutating func findRelated() {
        var isInList = false
        for index in indices where isAtEdge(index) {
            let piece = features[index]
            if kinds[index] == nil || kinds[index] == .boilerplate, piece.whole.contains(.relatedHeading) {
                kinds[index] = .boilerplate
                isInList = index >= body.upperBound && !body.isEmpty
            } else if isInList {
                isInList = piece.words <= 20 && !piece.end.isSentence
                if isInList, kinds[index] == nil || kinds[index] == .listItem { kinds[index] = .boilerplate }
            }
        }
    }
}
