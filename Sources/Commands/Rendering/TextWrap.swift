/// Breaks text into lines.
enum TextWrap {
    /// The text filled into lines of at most `width` columns; a longer word has a line of its own, uncut, so that it can be
    /// copied.
    ///
    /// - Parameters:
    ///   - first: what the first line begins with; its columns count.
    ///   - rest: what each further line begins with.
    static func lines(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        var columns = DisplayWidth.of(first)
        var isEmpty = true
        for word in TerminalText.words(text) {
            let size = DisplayWidth.of(word)
            if !isEmpty, columns + 1 + size > width {
                lines.append(line)
                line = rest
                columns = DisplayWidth.of(rest)
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            columns += isEmpty ? size : 1 + size
            isEmpty = false
        }
        lines.append(line)
        return lines
    }
}
