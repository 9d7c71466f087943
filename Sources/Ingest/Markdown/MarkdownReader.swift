/// Reads Markdown: the blocks of CommonMark and the tables, footnotes and front matter of its common extensions.
///
/// Marks of emphasis and the addresses of links go, their text stays. A picture's description is a caption, and code is set
/// apart, since neither is the author's prose. Lists and quotations in one another become one level.
struct MarkdownReader {
    /// The draft of a text, and what its front matter says.
    func draft(_ content: String, _ normalizer: Normalizer) -> (draft: Draft, metadata: Metadata) {
        var content = content
        return content.withUTF8 { bytes in
            let lines = MarkdownLine.lines(of: bytes)
            let front = FrontMatter(lines)
            let body = lines[(front?.lineCount ?? 0)...]
            var builder = MarkdownBuilder(normalizer, references: LinkReferences(body))
            for line in body { builder.take(line) }
            return (builder.finish(), front?.metadata.normalized(normalizer) ?? Metadata())
        }
    }
}

/// A line of Markdown, without its indentation and the white space at its end.
struct MarkdownLine {
    /// In columns; a tab goes to the next multiple of four.
    var indentation: Int
    var text: UnsafeBufferPointer<UInt8>
    /// Whether two spaces or a backslash at its end ask for a line break.
    var isBroken: Bool

    var isBlank: Bool { text.isEmpty }

    init(_ bytes: UnsafeBufferPointer<UInt8>, indentation: Int = 0) {
        var start = 0
        var columns = indentation
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 {
            columns = bytes[start] == 0x20 ? columns + 1 : (columns / 4 + 1) * 4
            start += 1
        }
        var end = bytes.count
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let spaces = bytes[end...].count { $0 == 0x20 }
        isBroken = spaces >= 2
        if end - start > 1, bytes[end - 1] == UInt8(ascii: "\\"), bytes[end - 2] != UInt8(ascii: "\\") {
            isBroken = true
            end -= 1
        }
        self.indentation = columns
        text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// What is behind the first `count` bytes, as a line of its own.
    func dropping(_ count: Int) -> MarkdownLine {
        var line = MarkdownLine(UnsafeBufferPointer(rebasing: text[count...]))
        line.isBroken = isBroken
        return line
    }

    /// The lines of a text, whatever ends them.
    static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [MarkdownLine] {
        var lines: [MarkdownLine] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            lines.append(MarkdownLine(UnsafeBufferPointer(rebasing: bytes[start..<end])))
            start = end + 1
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
        }
        return lines
    }
}
