/// Untrusted text made fit for one line of an error message.
package enum VisibleText {
    /// The longest piece of a foreign value that a message repeats, in scalars.
    private static let limit = 80

    /// The text in double quotes, cut at 80 scalars, with everything that is not printable escaped.
    package static func quoted(_ text: String) -> String { "\"" + escaped(text, limit: limit) + "\"" }

    /// The same without quotes, for paths and names; 1,024 scalars at most.
    package static func plain(_ text: String) -> String { escaped(text, limit: 1_024) }

    private static func escaped(_ text: String, limit: Int) -> String {
        var result = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == limit { return result + "…" }
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                    result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                default:
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
