internal import Article

extension PageOutline {
    /// Claims the lines that name the authors, and finds who they are.
    mutating func findByline() {
        var shown: [String] = []
        let title = kinds.firstIndex(of: .title) ?? 0
        // Near the title or behind the body; further away, names are those of other articles.
        let edges = kinds.indices.filter { index in
            index >= title && (body.isEmpty || index < body.lowerBound + 3 || index >= body.upperBound)
                && index < body.upperBound + 6
        }
        for index in edges where !isBody(index) && kinds[index] != .title && kinds[index] != .subtitle {
            let range = draft.pieces[index].range
            guard range.count <= 240 else { continue }
            let isMarked = pieces[index].traits.contains(.byline)
            guard isMarked || startsWithMarker(index) else { continue }
            let byline = ShownByline(string(index), isTrusted: isMarked)
            guard !byline.names.isEmpty else { continue }
            kinds[index] = .byline
            if shown.isEmpty { shown = byline.names }
        }
        found.byline = AuthorSources(head: head, shown: shown).authors
    }

    /// Whether the line begins with "by", or nearly so: in the middle of others, the word is one like any other.
    private func startsWithMarker(_ index: Int) -> Bool {
        let range = draft.pieces[index].range
        guard draft.text[range].prefix(20).contains(0x20) else { return false }
        let start = draft.text[range].prefix(24).map(ByteClass.lower)
        return Self.markers.contains { start.starts(with: $0.utf8) }
    }

    private static let markers = [
        "by ", "written by ", "story by ", "text by ", "words by ", "reported by ", "author: ",
    ]

    /// Claims the lines with the date, and finds when the article was published.
    mutating func findDates() {
        var shown: String?
        for index in kinds.indices where !isBody(index) && kinds[index] != .title && kinds[index] != .subtitle {
            guard body.isEmpty || index <= body.lowerBound + 3, draft.pieces[index].range.count <= 160,
                draft.text[draft.pieces[index].range].contains(where: ByteClass.isDigit)
            else { continue }
            let line = string(index)
            if let date = DateLine(line) {
                if kinds[index] != .byline { kinds[index] = .dateline }
                if shown == nil, !date.isUpdate { shown = date.published }
            } else if shown == nil, kinds[index] == .byline || !pieces[index].traits.isDisjoint(with: [.date, .byline])
            {
                shown = DateInLine.first(in: line)
            }
        }
        found.published = head.published ?? shown
    }

    /// Takes from the head what the page does not show.
    mutating func fillFromHead(_ normalizer: Normalizer) {
        if found.subtitle == nil, let description = head.ownDescription(title: found.title) {
            found.subtitle = description
        }
        found.publication = head.meta("og:site_name") ?? head.linked.publication ?? head.linkedPage.publication
        found.language = head.language ?? head.linked.language
        found.modified = head.modified
        found.canonicalURL = head.canonical ?? head.meta("og:url") ?? head.linked.url
        found = found.normalized(normalizer)
    }
}
