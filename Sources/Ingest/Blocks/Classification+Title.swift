internal import Article

extension Classification {
    /// The longest title and subtitle, in words.
    private static let longestTitle = 30
    private static let longestSubtitle = 45

    /// Claims the title: the piece that is the title known beforehand, else the first heading of level 1 before the end
    /// of the body, else the first piece of the head that can be one.
    mutating func findTitle() {
        let index = known.title.flatMap(piece(matching:)) ?? pageTitle ?? firstHeading() ?? firstLine()
        guard let index else { return }
        kinds[index] = .title
        // Without the number signs of Markdown.
        found.title = String(string(index).drop { $0 == "#" }).trimmed
    }

    /// The first piece of the head, or its neighbour, that says the same as `text`, whatever its punctuation.
    private func piece(matching text: String) -> Int? {
        let key = FoldedText(text).key
        guard !key.isEmpty else { return nil }
        let head = 0..<(body.isEmpty ? kinds.count : min(kinds.count, body.lowerBound + 1))
        return head.first { index in
            guard let folded = features[index].folded, kinds[index] != .title else { return false }
            return folded.key == key
        }
    }

    private func firstHeading() -> Int? {
        indices.first { index in
            guard case .heading(1) = draft.pieces[index].hint, !body.isEmpty, index < body.upperBound else {
                return false
            }
            return kinds[index] == nil
        }
    }

    private func firstLine() -> Int? {
        guard !body.isEmpty else { return nil }
        let first = (0..<body.lowerBound).first { index in
            kinds[index] == nil || [.listItem, .quote, .table].contains(kinds[index])
        }
        guard let first, kinds[first] == nil, isTitleLike(first) else { return nil }
        return first
    }

    /// Titles end with a full stop so rarely that such a piece is a short paragraph.
    private func isTitleLike(_ index: Int) -> Bool {
        let piece = features[index]
        return (1...Self.longestTitle).contains(piece.words) && piece.end != .colon && features[index].end != .fullStop
    }

    /// Claims the subtitle: the piece that is the one known beforehand, else the piece after the title where it is a
    /// line that is no sentence, or a sentence or two with the byline or another line of the head behind it.
    mutating func findSubtitle() {
        if let text = known.subtitle, let index = piece(matching: text), kinds[index] == nil,
            index < body.lowerBound || isFollowedByHead(index)
        {
            claimSubtitle(index)
            return
        }
        guard let title = kinds.firstIndex(of: .title), let index = pieceAfter(title) else { return }
        let piece = features[index]
        guard piece.words <= Self.longestSubtitle, piece.end != .colon, draft.pieces[index].hint != .listItem else {
            return
        }
        let isFollowed = index + 1 < kinds.count && index < body.upperBound
        guard isFollowed else { return }
        if features[index].end == .fullStop {
            guard isFollowedByHead(index) else { return }
        } else if piece.words <= 2 || index >= body.lowerBound && isMarkdown {
            // "Introduction" is a heading of the body.
            return
        }
        claimSubtitle(index)
    }

    private mutating func claimSubtitle(_ index: Int) {
        kinds[index] = .subtitle
        found.subtitle = string(index).trimmed
    }

    /// The piece after the title, with boilerplate between them passed over.
    private func pieceAfter(_ title: Int) -> Int? {
        let next = (title + 1..<kinds.count).first { kinds[$0] != .boilerplate }
        guard let next, kinds[next] == nil else { return nil }
        return next
    }

    /// Whether a byline or another line of the head comes after the piece, and then running text.
    private func isFollowedByHead(_ index: Int) -> Bool {
        guard index + 1 < body.upperBound, let next = kinds[index + 1] else { return false }
        return [.byline, .dateline, .publication, .caption].contains(next) && hasProse(after: index)
    }

    private func hasProse(after index: Int) -> Bool {
        (index + 1..<kinds.count).contains { kinds[$0] == nil && features[$0].isProse }
    }

    /// Claims headings: those that are marked, and in plain text short lines between paragraphs.
    mutating func findHeadings() {
        for index in indices where kinds[index] == nil {
            if isMarkedHeading(index) || !isMarkdown && isHeadingLine(index) { kinds[index] = .heading }
        }
    }

    /// Whether a line of plain text is a heading: short, begins a sentence but does not end one, and the next piece is
    /// running text or a list.
    private func isHeadingLine(_ index: Int) -> Bool {
        let piece = features[index]
        guard (1...14).contains(piece.words), piece.length <= 100, !piece.startsLower, piece.end != .colon,
            features[index].end != .fullStop, index > 0, index + 1 < kinds.count, !body.isEmpty
        else { return false }
        guard let first = piece.folded?.symbols.first, FoldedText.isWord(first) else { return false }
        // A line that ends with a comma or a dash goes on.
        guard let last = string(index).last, last.isLetter || last.isNumber || last == "?" || last == "’" else {
            return false
        }
        let next = index + 1
        return kinds[next] == .listItem || kinds[next] == nil && features[next].isProse
    }
}
