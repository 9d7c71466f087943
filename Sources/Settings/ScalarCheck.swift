internal import VisibleText

/// The check of what stands behind a key or a list dash, all on one line.
///
/// It goes by scalars, as YAML does: by characters, a bracket with a combining mark on it would pass for a letter.
enum ScalarCheck {
    /// What was found.
    enum Result: Equatable {
        /// A plain or quoted text, or a list of them in brackets.
        case present
        /// Nothing, or a comment.
        case missing
        /// Something that a configuration file may not contain, with the reason.
        case unsupported(String)
    }

    private typealias Text = Substring.UnicodeScalarView

    /// Judges the text behind `key:` or `-`.
    static func value(_ line: Substring) -> Result {
        let text = line.unicodeScalars
        var rest = text.drop { $0 == " " }
        guard let first = rest.first, first != "#" else { return .missing }
        if first == "[" { return list(rest.dropFirst()) }
        if let reason = scalar(&rest, inList: false) { return .unsupported(reason) }
        return trailing(rest)
    }

    private static func list(_ text: Text) -> Result {
        var rest = text.drop { $0 == " " }
        while rest.first != "]" {
            if let reason = scalar(&rest, inList: true) { return .unsupported(reason) }
            rest = rest.drop { $0 == " " }
            if rest.first == "," {
                rest = rest.dropFirst().drop { $0 == " " }
            } else if rest.first != "]" {
                return .unsupported("a list in brackets must end on its line")
            }
        }
        return trailing(rest.dropFirst())
    }

    /// Takes one scalar off the front; the reason if it is not one.
    private static func scalar(_ rest: inout Text, inList: Bool) -> String? {
        guard let first = rest.first else { return "a list in brackets must end on its line" }
        if first == "\"" || first == "'" { return quoted(&rest, first) }
        if "&*!|>{}%@`,[]?#".unicodeScalars.contains(first) || rest.elementsEqual("-".unicodeScalars)
            || rest.starts(with: "- ".unicodeScalars)
        {
            return "unsupported YAML (\(VisibleText.quoted(String(first)))); put the text in quotes"
        }
        var length = rest.startIndex
        var previous: Unicode.Scalar = "x"
        while length < rest.endIndex {
            let character = rest[length]
            if inList, "[]{},".unicodeScalars.contains(character) { break }
            if character == "#", previous == " " { break }
            if previous == ":", character == " " { return "a colon followed by a space; put the text in quotes" }
            previous = character
            length = rest.index(after: length)
        }
        if previous == ":" { return "a colon at the end of the text; put the text in quotes" }
        let plain = String(rest[..<length]).lowercased().trimmingSpaces()
        if plain == "~" || plain == "null" { return "null is not a value; leave the key out for its default" }
        rest = rest[length...]
        return nil
    }

    private static func quoted(_ rest: inout Text, _ mark: Unicode.Scalar) -> String? {
        var index = rest.index(after: rest.startIndex)
        while index < rest.endIndex {
            let next = rest.index(after: index)
            if mark == "\"", rest[index] == "\\" {
                guard next < rest.endIndex else { break }
                index = rest.index(after: next)
            } else if rest[index] == mark {
                // Two single quotes stand for one.
                guard mark == "'", next < rest.endIndex, rest[next] == "'" else {
                    rest = rest[next...]
                    return nil
                }
                index = rest.index(after: next)
            } else {
                index = next
            }
        }
        return "the quote is not closed on its line"
    }

    private static func trailing(_ rest: Text) -> Result {
        let text = rest.drop { $0 == " " }
        if text.isEmpty || (text.first == "#" && rest.first == " ") || (rest.first == "#") { return .present }
        return .unsupported("unexpected text after the value: \(VisibleText.quoted(String(text)))")
    }
}

extension String {
    /// The string without spaces at its ends.
    fileprivate func trimmingSpaces() -> Substring {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return text.drop { $0 == " " }
    }
}
