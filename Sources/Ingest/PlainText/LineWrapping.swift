/// Tells the line breaks that only wrap a paragraph from those that end one.
///
/// A blank line always ends a paragraph. What a single line break means depends on the text:
///
/// - In a *hard-wrapped* text, a break is a wrap where the line before it is full: the first word of the next line
///   would not have fitted into the text's width. A break after a line that had room left ends a paragraph.
/// - In any other text each line is a paragraph of its own, as word processors and web pages give it.
/// - In both, a line that begins in lower case continues a line that does not end as a sentence does.
/// - In both, a list, quote or heading marker begins a new piece, and so does a deeper indentation, save under a list
///   item.
///
/// A text is hard-wrapped where nearly all lines (95%) are at most ``maximumWidth`` long and most of its single breaks
/// after long lines come in the middle of a sentence. Paragraphs on lines of their own end with their sentences.
struct LineWrapping {
    /// The widest line that a person or a program wraps to, in scalars: the 132 columns of wide terminals.
    static let maximumWidth = 132
    /// The narrowest: below it, lines are menus, verse or addresses.
    static let minimumWidth = 40

    /// How far under the width a line may end although the next word is short: editors leave ragged edges.
    private static let tolerance = 6

    /// The width that the text is wrapped to, or `nil` where it is not hard-wrapped.
    let width: Int?

    init(_ lines: [TextLine]) {
        var width = 0
        var long = 0
        for line in lines {
            if line.length > Self.maximumWidth { long += 1 } else { width = max(width, line.length) }
        }
        guard width >= Self.minimumWidth, long * 20 <= lines.count else {
            self.width = nil
            return
        }
        var full = 0
        var broken = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !next.opensParagraph && line.length * 2 > width {
            full += 1
            if !line.endsSentence { broken += 1 }
        }
        self.width = broken * 2 > full ? width : nil
    }

    /// Whether `next` continues the paragraph of `line`, the line before it.
    ///
    /// - Parameter first: The first line of the paragraph.
    func continues(_ line: TextLine, _ next: TextLine, first: TextLine) -> Bool {
        if next.opensParagraph { return false }
        if let marker = next.marker { return marker == .quote && line.marker == .quote }
        if case .heading = first.marker { return false }
        if next.indentation > line.indentation + 1, first.marker != .item { return false }
        if next.startsLower, !line.endsSentence { return true }
        guard let width, line.length <= Self.maximumWidth else { return false }
        return line.length + 1 + next.firstWord > width - Self.tolerance
    }
}
