/// Makes the sequences that answer a question: one, or for a sentence too long for the model, one window for each group of
/// targets that lie near each other.
struct SequencePlanner: Sendable {
    let tokens: WordPiece
    let cls: Int32
    let sep: Int32
    let maximumTokens: Int
    let readsPrevious: Bool

    /// The most that is read of the sentence before, from its end.
    private static let previousTokens = 64

    /// Adds the sequences for a question; none where it has no target.
    func append(
        _ question: StanceQuestion,
        _ index: Int,
        of text: [Unicode.Scalar],
        to sequences: inout [TokenSequence],
        _ workspace: Workspace
    ) {
        guard !question.targets.isEmpty else { return }
        var lead = [cls]
        if readsPrevious, let previous = question.previous {
            workspace.pieces.removeAll(keepingCapacity: true)
            tokens.append(text, previous, to: &workspace.pieces, &workspace.word)
            // Where sequences are short, at least half of one is left to the sentence.
            let most = min(Self.previousTokens, maximumTokens / 2 - 3)
            lead += workspace.pieces.suffix(most).map(\.id)
            lead.append(sep)
        }
        workspace.pieces.removeAll(keepingCapacity: true)
        tokens.append(text, question.sentence, to: &workspace.pieces, &workspace.word)
        let pieces = workspace.pieces
        guard !pieces.isEmpty else {
            // Nothing in it can be read; the answer is that of the first token.
            let targets = question.targets.indices.map {
                TokenSequence.Target(tokens: 0..<1, question: index, target: $0)
            }
            return sequences.append(TokenSequence(ids: lead + [sep], sentence: 0..<1, targets: targets))
        }
        let room = maximumTokens - lead.count - 1
        let places = question.targets.enumerated().map { target, span in
            (tokens: Self.tokens(of: span, from: question.sentence.lowerBound, in: pieces), target: target)
        }
        for (window, group) in Self.windows(places, count: pieces.count, room: room) {
            let shift = lead.count - window.lowerBound
            let targets = group.map { place in
                let inside = place.tokens.clamped(to: window)
                return TokenSequence.Target(
                    tokens: inside.lowerBound + shift..<inside.upperBound + shift,
                    question: index,
                    target: place.target
                )
            }
            sequences.append(
                TokenSequence(
                    ids: lead + pieces[window].map(\.id) + [sep],
                    sentence: lead.count..<lead.count + window.count,
                    targets: targets
                )
            )
        }
    }

    /// The pieces that share a scalar with the span; where none does, the next piece, else the last.
    private static func tokens(of span: Range<Int>, from start: Int, in pieces: [Piece]) -> Range<Int> {
        // The pieces are in the order of the text, so both ends are found by bisection.
        let low = pieces.partition { Int($0.end) > span.lowerBound - start }
        let high = pieces.partition { Int($0.start) >= span.upperBound - start }
        if low < high { return low..<high }
        let nearest = min(low, pieces.count - 1)
        return nearest..<nearest + 1
    }

    /// Windows of at most `room` pieces, with the targets that each answers for. Each target has a quarter of a window
    /// before and after it, where the sentence goes on so far; one that is longer than a window is cut.
    private static func windows(
        _ places: [(tokens: Range<Int>, target: Int)],
        count: Int,
        room: Int
    ) -> [(Range<Int>, [(tokens: Range<Int>, target: Int)])] {
        if count <= room { return [(0..<count, places)] }
        var windows: [(Range<Int>, [(tokens: Range<Int>, target: Int)])] = []
        for place in places.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            if let (window, _) = windows.last,
                place.tokens.upperBound <= window.upperBound - (window.upperBound == count ? 0 : room / 4)
            {
                windows[windows.count - 1].1.append(place)
            } else {
                let start = max(0, min(place.tokens.lowerBound - room / 4, count - room))
                windows.append((start..<start + room, [place]))
            }
        }
        return windows
    }
}

extension Array {
    /// The index of the first element for which `isAfter` holds, which then holds for all that follow.
    fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
