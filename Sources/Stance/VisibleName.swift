/// A name out of a file, made fit for one line of an error message.
enum VisibleName {
    /// The longest part of a name that a message repeats, in scalars: a single character may have any number of them.
    private static let limit = 64

    /// The name in quotation marks, cut at 64 scalars; what can't be seen is shown as U+FFFD.
    static func quoted(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(limit) { text.append(isVisible(scalar) ? scalar : "\u{FFFD}") }
        let isCut = name.unicodeScalars.dropFirst(limit).first != nil
        return "\"" + String(text) + (isCut ? "…\"" : "\"")
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
    }
}
