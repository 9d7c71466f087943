/// Foreign text made harmless for a terminal and for whoever reads lines.
enum LogText {
    /// Whether the scalar could end a line, drive a terminal, hide text or turn its direction.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return false
        case 0..<0x20, 0x7F...0x9F: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
        default: return false
        }
    }

    /// The text as one token: bare if it is plain, else in quotes with escapes; at most `limit` bytes and a mark.
    ///
    /// - Parameter allowsSpaces: whether spaces alone leave it bare, as in messages.
    static func token(_ text: String, limit: Int, allowsSpaces: Bool = false) -> String {
        let needsQuotes =
            text.isEmpty || text.first == " " || text.last == " "
            || text.unicodeScalars.contains {
                $0 == "\"" || $0 == "=" || $0 == "\\" || ($0 == " " && !allowsSpaces) || isUnsafe($0)
            }
        let body = bounded(text, limit: limit, escape: needsQuotes ? quotedForm : plainForm)
        return needsQuotes ? "\"" + body + "\"" : body
    }

    /// The text escaped scalar by scalar, cut before it would exceed `limit` bytes, with `…` where it was cut.
    static func bounded(_ text: String, limit: Int, escape: (Unicode.Scalar) -> String) -> String {
        var result = ""
        var length = 0
        for scalar in text.unicodeScalars {
            let piece = escape(scalar)
            length += piece.utf8.count
            guard length <= limit else { return result + "…" }
            result += piece
        }
        return result
    }

    private static func plainForm(_ scalar: Unicode.Scalar) -> String { String(Character(scalar)) }

    private static func quotedForm(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: isUnsafe(scalar) ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : plainForm(scalar)
        }
    }
}
