extension BodyFilter {
    /// Leaves what stands over the title, where that is not a part of the text of its own.
    mutating func leaveBeforeTitle() {
        let title = range.first { element($0) == .h1 && !beside[blocks[$0].node] }
        guard let title else { return }
        var before = 0
        for index in range.lowerBound..<title where blocks[index].isProse { before += blocks[index].ink }
        guard before * 4 < finder.prose(in: container) else { return }
        for index in range.lowerBound..<title where isBody(index) { set(index, .beside) }
    }

    /// The fewest bytes of prose that an article has before a river of other articles may begin.
    private static let shortestArticle = 500

    /// Leaves the teasers of other articles that follow without an end: from some heading on, nearly all headings are
    /// links, with a paragraph or two under each.
    mutating func leaveRivers() {
        let headings = range.filter { index in
            guard let level = element(index).level, level > 1, level < 6 else { return false }
            return isBody(index) || isLink[index - range.lowerBound] && !beside[blocks[index].node]
        }
        guard headings.count >= 3 else { return }
        // From the last heading backwards, how many there are, how many are links, and the most prose under one.
        var linked = 0
        var longest = 0
        var end = range.upperBound
        var start: Int?
        for (position, heading) in headings.enumerated().reversed() {
            let prose = (heading + 1..<end).count { blocks[$0].isProse && isBody($0) }
            longest = max(longest, prose)
            end = heading
            let isLinked = isLink[heading - range.lowerBound]
            if isLinked { linked += 1 }
            if longest > 2 { break }
            let count = headings.count - position
            if isLinked, count >= 3, linked * 5 >= count * 4 { start = heading }
        }
        guard let start else { return }
        let before = (range.lowerBound..<start).reduce(0) { $0 + (blocks[$1].isProse ? blocks[$1].ink : 0) }
        guard before >= Self.shortestArticle else { return }
        for index in start..<range.upperBound where isBody(index) { set(index, .beside) }
    }

    /// Leaves what a caption says once more, as pages do for pictures that are shown in large.
    mutating func leaveRepeatedCaptions() {
        let captions = range.filter { verdicts[$0 - range.lowerBound] == .caption && blocks[$0].ink > 20 }
            .prefix(64).map { key($0) }
        guard !captions.isEmpty else { return }
        for index in range where isBody(index) && element(index) != .p && (21...600).contains(blocks[index].ink) {
            let own = key(index)
            if captions.contains(where: { $0 == own || own.count > 25 && $0.starts(with: own) }) {
                set(index, .caption)
            }
        }
    }

    private func key(_ index: Int) -> [UInt8] {
        let bytes = skeleton.text.bytes[blocks[index].start..<blocks[index].end].filter { $0 > 2 }
        return bytes.withUnsafeBufferPointer { FoldedText($0).key }
    }

    /// Leaves lines outside of any paragraph where the text is in paragraphs.
    mutating func leaveStrays() {
        var inParagraphs = 0
        var all = 0
        for index in range where isBody(index) && blocks[index].isProse {
            all += blocks[index].ink
            if element(index) == .p { inParagraphs += blocks[index].ink }
        }
        guard inParagraphs * 5 > all * 4 else { return }
        for index in range where isBody(index) && !blocks[index].isProse {
            switch element(index) {
            case .div, .section, .article, .main, .inline: set(index, .beside)
            default: break
            }
        }
    }

    /// Leaves what is no running text at the start and at the end.
    mutating func trimEnds() {
        // A table is its own kind of block, wherever it stands.
        let edges = range.filter { isBody($0) && (blocks[$0].isProse || element($0) != .td && element($0) != .th) }
        for index in edges {
            if (blocks[index].isProse || isSentence(index)) && element(index).level == nil || element(index) == .li {
                break
            }
            set(index, .beside)
        }
        for index in edges.reversed() where isBody(index) {
            if blocks[index].isProse || isSentence(index) || element(index) == .li && blocks[index].words > 4 { break }
            set(index, .beside)
        }
    }

    /// A short paragraph that is a sentence.
    private func isSentence(_ index: Int) -> Bool {
        element(index) == .p && blocks[index].words >= 3 && blocks[index].sentenceEnd.isSentence
            && blocks[index].linkInk * 2 < blocks[index].ink
    }
}
