internal import Article

/// Whole pages pasted as text, with their menus, teasers and comments around the article: hundreds of lines of which
/// few are the article.
extension Classification {
    /// The fewest short lines that make a text a page, and the part of all lines that they are then at least.
    private static let fewestShortLines = 30
    private static let shortLineShare = 3

    /// Takes a text of many short lines for a page, and finds the article in it: the run of lines that has most words in
    /// sentences, each line that is none counted against it.
    mutating func findPage() {
        let short = features.count { $0.words <= 12 && !$0.end.isSentence }
        guard short >= Self.fewestShortLines, short * Self.shortLineShare >= features.count else { return }
        let run = densestRun()
        guard !run.isEmpty else { return }
        page = run
        for index in indices where kinds[index] == nil || kinds[index] == .listItem || kinds[index] == .quote {
            if run.contains(index) {
                if !belongs(index, in: run) { kinds[index] = .boilerplate }
            } else if index >= run.upperBound || features[index].isProse {
                kinds[index] = .boilerplate
            }
        }
        pageTitle = title(before: run)
        for index in 0..<(pageTitle ?? run.lowerBound) where kinds[index] == nil || kinds[index] == .listItem {
            kinds[index] = .boilerplate
        }
    }

    /// The contiguous lines with the greatest sum of scores (Kadane's algorithm).
    private func densestRun() -> Range<Int> {
        var best = 0..<0
        var bestSum = 0.0
        var sum = 0.0
        var start = 0
        for index in indices {
            if sum <= 0 { (sum, start) = (0, index) }
            sum += score(index)
            if sum > bestSum { (bestSum, best) = (sum, start..<index + 1) }
        }
        return best
    }

    /// Words of sentences, and the price of other lines, tuned on pages.
    private func score(_ index: Int) -> Double {
        let piece = features[index]
        let words = Double(piece.words)
        let isClaimed = kinds[index] == .boilerplate
        if isClaimed { return -8 }
        if piece.isProse { return min(words, 60) }
        if piece.end.isSentence, piece.words >= 4 { return words / 2 }
        return -8 - (piece.words > 12 ? words : 0)
    }

    /// Whether a line of the article's run is the article's: a sentence, or a heading between paragraphs.
    private func belongs(_ index: Int, in run: Range<Int>) -> Bool {
        let piece = features[index]
        if piece.isProse || piece.end.isSentence && piece.words >= 3 { return true }
        if kinds[index] == .listItem, piece.words >= 4 { return true }
        guard (2...12).contains(piece.words), index > run.lowerBound, index + 1 < run.upperBound else { return false }
        return features[index - 1].isProse && features[index + 1].isProse
    }

    /// How far before the article its title may stand, in lines.
    private static let titleReach = 40

    /// The line before the article that is likeliest its title: its words are those of the article, it stands near, and
    /// other lines say it once more or have a date or a name.
    private func title(before run: Range<Int>) -> Int? {
        let text = words(of: run.prefix(60))
        let opening = words(of: run.prefix(4))
        let counts = Dictionary(grouping: indices.compactMap { features[$0].folded?.key }) { $0 }.mapValues(\.count)
        var candidates: [(index: Int, score: Double)] = []
        for index in max(0, run.lowerBound - Self.titleReach)..<min(run.lowerBound + 1, features.count) {
            let piece = features[index]
            guard kinds[index] == nil, isTitleOfPage(piece), let folded = piece.folded else { continue }
            let own = words(of: index..<index + 1)
            guard own.count >= 2 else { continue }
            let size = Double(own.count)
            var score = 6 * Double(own.intersection(text).count) / size
            score += 4 * Double(own.intersection(opening).count) / size
            score += Double(min(piece.words, 8)) / 2 - 0.12 * Double(run.lowerBound - index)
            if piece.end == .fullStop { score -= 8 }
            let line = string(index)
            if Byline(line)?.isMarked == true { score -= 4 }
            if piece.hasDigit, DateLine(line) != nil || DateInLine.first(in: line) != nil { score -= 3 }
            if counts[folded.key, default: 0] > 1 { score += 3 }
            if isFollowedByNameOrDate(index) { score += 2 }
            if index >= run.lowerBound { score -= 3 }
            candidates.append((index, score))
        }
        guard let best = candidates.max(by: { $0.score < $1.score }), best.score > 4 else { return nil }
        return shorter(than: best.index, candidates.map(\.index)) ?? best.index
    }

    /// Whether a line has the length of a title and is no ask, button, count or caption.
    private func isTitleOfPage(_ piece: Features) -> Bool {
        (3...30).contains(piece.words) && piece.length <= 220
            && piece.anywhere.isDisjoint(with: [.ask, .counter, .player])
            && piece.opening.isDisjoint(with: [.share, .skip]) && piece.menuShare < 0.4
            && !WordingRules.isCaption(piece)
    }

    /// The same title without what stands beside it in the line, such as the name of the site, where that is a line too.
    private func shorter(than index: Int, _ candidates: [Int]) -> Int? {
        let whole = features[index].folded?.key ?? []
        return candidates.first { other in
            guard let key = features[other].folded?.key, key.count < whole.count, key.count * 2 > whole.count else {
                return false
            }
            return whole.starts(with: key) || whole.reversed().starts(with: key.reversed())
        }
    }

    private func isFollowedByNameOrDate(_ index: Int) -> Bool {
        (index + 1..<min(index + 4, features.count)).contains { next in
            guard features[next].words <= 24 else { return false }
            let line = string(next)
            return features[next].hasDigit && DateLine(line) != nil || Byline(line)?.isMarked == true
        }
    }

    /// The words of pieces that are long enough to mean something, as hashes.
    private func words(of pieces: Range<Int>) -> Set<Int> {
        var words: Set<Int> = []
        for index in pieces {
            var hasher = Hasher()
            var length = 0
            func end() {
                if length > 3 { words.insert(hasher.finalize()) }
                hasher = Hasher()
                length = 0
            }
            for symbol in FoldedText(string(index)).symbols {
                if FoldedText.isWord(symbol) {
                    hasher.combine(symbol)
                    length += 1
                } else {
                    end()
                }
            }
            end()
        }
        return words
    }

    /// Leaves what nobody claimed outside of a page's article.
    mutating func leaveRestOfPage() {
        guard let page else { return }
        for index in indices where kinds[index] == nil && !page.contains(index) { kinds[index] = .boilerplate }
    }
}
