/// Reads plain text: pasted pages, mail, text files.
struct PlainTextReader {
    /// The draft of a text: one piece a paragraph, by the rules of ``LineWrapping``.
    func draft(_ content: String, _ normalizer: Normalizer) -> Draft {
        var content = content
        var text = content.withUTF8 { normalizer.normalize($0) }
        let end = (text.lastIndex { $0 > 0x20 } ?? -1) + 1
        text.removeSubrange(end...)
        let start = text.firstIndex { $0 > 0x20 } ?? 0
        text.removeSubrange(..<start)
        let lines = text.withUnsafeBufferPointer { TextLine.lines(of: $0) }
        return Draft(text: text, pieces: pieces(lines))
    }

    private func pieces(_ lines: [TextLine]) -> [Piece] {
        let wrapping = LineWrapping(lines)
        var pieces: [Piece] = []
        guard var first = lines.first else { return [] }
        var last = first
        func close() { pieces.append(Piece(first.range.lowerBound..<last.range.upperBound, hint(first))) }
        for line in lines.dropFirst() {
            if !wrapping.continues(last, line, first: first) {
                close()
                first = line
            }
            last = line
        }
        close()
        return pieces
    }

    private func hint(_ line: TextLine) -> PieceHint {
        switch line.marker {
        case .item: .listItem
        case .quote: .quote
        case .heading(let level): .heading(level)
        case nil: .none
        }
    }
}
