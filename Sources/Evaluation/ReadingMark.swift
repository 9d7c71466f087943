package import Article

/// What a careful reader marked in an article: a stance toward one mention of a target.
package struct ReadingMark: Hashable, Sendable {
    /// Words of the sentence, exactly as the article has them; they stand in it once.
    package var fragment: String
    /// The target as that sentence calls it, exactly.
    package var mention: String
    package var label: Article.Label
    /// `author`, or a name.
    package var holder: String

    package init(fragment: String, mention: String, label: Article.Label, holder: String) {
        self.fragment = fragment
        self.mention = mention
        self.label = label
        self.holder = holder
    }

    package var isAuthors: Bool { holder == "author" }

    /// Reads marks, one a line: fragment, mention, label and holder, with tabs between. Blank lines and those that begin with
    /// `#` are left out.
    ///
    /// - Throws: ``ReadingError`` with the line at fault.
    package static func marks(_ table: String) throws(ReadingError) -> [Self] {
        var marks: [Self] = []
        for (index, line) in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4, fields.allSatisfy({ !$0.isEmpty }) else {
                throw ReadingError(
                    line: index + 1,
                    reason: "expected fragment, mention, label and holder, with tabs between"
                )
            }
            guard let label = Article.Label(rawValue: fields[2]) else {
                throw ReadingError(
                    line: index + 1,
                    reason: "\"\(fields[2])\" is no label; expected against, neutral or favor"
                )
            }
            marks.append(Self(fragment: fields[0], mention: fields[1], label: label, holder: fields[3]))
        }
        return marks
    }
}

/// Why marks can't be read or don't fit their article.
package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    package var reason: String

    package var description: String { "\(line): \(reason)" }
}
