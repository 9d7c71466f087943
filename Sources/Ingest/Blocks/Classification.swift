internal import Article

/// The state of telling one draft's pieces apart; each step claims pieces that no step before it has claimed.
struct Classification {
    let draft: Draft
    let known: Metadata
    let features: [Features]
    /// Whether the text is Markdown, which tells paragraphs from headings, so that nobody has to guess.
    let isMarkdown: Bool
    var kinds: [Article.Block.Kind?]
    var found = Metadata()
    /// The first and the last piece of running text; empty where there is none.
    var body: Range<Int> = 0..<0
    /// Where the article is in a text that is a whole page.
    var page: Range<Int>?
    var pageTitle: Int?

    init(_ draft: Draft, known: Metadata) {
        self.draft = draft
        self.known = known
        features = draft.text.withUnsafeBufferPointer { text in
            draft.pieces.map { Features(UnsafeBufferPointer(rebasing: text[$0.range])) }
        }
        isMarkdown = draft.pieces.contains { $0.hint == .paragraph }
        kinds = Array(repeating: nil, count: draft.pieces.count)
    }

    /// The longest standfirst, in words.
    private static let longestStandfirst = 45

    var indices: Range<Int> { draft.pieces.indices }

    /// Whether a piece is before or after all running text.
    func isAtEdge(_ index: Int) -> Bool { !body.contains(index) }

    func string(_ index: Int) -> String { draft.string(draft.pieces[index].range) }

    func isMarkedHeading(_ index: Int) -> Bool {
        if case .heading = draft.pieces[index].hint { true } else { false }
    }

    /// Takes over what Markdown says beyond doubt. Headings and titles come later.
    mutating func applyHints() {
        for index in indices {
            switch draft.pieces[index].hint {
            case .listItem: kinds[index] = .listItem
            case .quote: kinds[index] = .quote
            case .caption: kinds[index] = .caption
            case .table: kinds[index] = .table
            case .aside: kinds[index] = .boilerplate
            case .none, .paragraph, .heading: break
            }
        }
    }

    /// Claims the pieces whose wording is enough.
    mutating func applyWording() {
        for index in indices where kinds[index] == nil || kinds[index] == .listItem {
            let piece = features[index]
            if WordingRules.isConsent(piece) || WordingRules.isBoilerplate(piece) {
                kinds[index] = .boilerplate
            } else if kinds[index] == nil, WordingRules.isCaption(piece) {
                kinds[index] = .caption
            } else if kinds[index] == nil, WordingRules.isPublication(piece), let name = Publication.name(string(index))
            {
                kinds[index] = .publication
                if found.publication == nil { found.publication = name }
            }
        }
    }

    /// Finds the body, so that the steps after this one know the head and the tail.
    mutating func findEdges() {
        let prose = indices.filter { index in
            kinds[index] == nil && features[index].isProse && !isMarkedHeading(index) && index != pageTitle
                && !WordingRules.isAsk(features[index], isAtEdge: true)
        }
        guard let last = prose.last, let first = prose.first(where: { $0 == last || !isStandfirst($0) }) else { return }
        body = first..<last + 1
    }

    /// Whether a sentence or two belong to the head, since a byline or a date comes before any other running text.
    private func isStandfirst(_ index: Int) -> Bool {
        guard features[index].words <= Self.longestStandfirst else { return false }
        for next in indices.dropFirst(index + 1).prefix(3) {
            if kinds[next] == nil, features[next].isProse { return false }
            guard kinds[next] == nil || kinds[next] == .caption, features[next].words <= 24 else { continue }
            let line = string(next)
            if features[next].hasDigit, DateLine(line)?.published != nil { return true }
            if let byline = Byline(line), byline.isMarked || byline.hasRole { return true }
        }
        return false
    }

    mutating func findAsks() {
        for index in indices where kinds[index] == nil || kinds[index] == .listItem {
            if WordingRules.isAsk(features[index], isAtEdge: isAtEdge(index)) { kinds[index] = .boilerplate }
        }
    }

    /// Claims dates and bylines in the head and in the tail.
    mutating func findMetadataLines() {
        // The title comes before its author, so a line with nothing of that kind before it may be the title itself.
        var hasTitleBefore = false
        for index in indices where kinds[index] == nil {
            guard isAtEdge(index), features[index].words <= 24 else {
                hasTitleBefore = true
                continue
            }
            let line = string(index)
            if features[index].hasDigit, let date = DateLine(line) {
                claim(index, date)
            } else if features[index].words >= 2, let byline = Byline(line),
                byline.isMarked || byline.hasRole || hasTitleBefore && isBesideDate(index)
            {
                kinds[index] = .byline
                if found.byline == nil { found.byline = byline.names }
                if let date = byline.date, found.published == nil, !date.isUpdate { found.published = date.published }
            } else {
                hasTitleBefore = true
            }
        }
    }

    private mutating func claim(_ index: Int, _ date: DateLine) {
        kinds[index] = .dateline
        if found.published == nil, !date.isUpdate { found.published = date.published }
    }

    /// Two capitalised words alone may be a heading or a place; beside a date they are an author.
    private func isBesideDate(_ index: Int) -> Bool {
        guard index > 0, features[index].words <= 4 else { return false }
        if kinds[index - 1] == .dateline { return true }
        let next = index + 1
        return next < features.count && features[next].hasDigit && DateLine(string(next)) != nil
    }
}
