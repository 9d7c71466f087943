/// Text of others, made harmless for a terminal.
package enum TerminalText {
    /// Shows what could steer a terminal or hide what is written: control characters become their pictures (U+2400…), the
    /// C1 controls and the overrides of writing direction (UAX #9) become U+FFFD. Line breaks and tabs stay.
    package static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement($0) != $0 }) else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.lazy.map(replacement))
        return String(view)
    }

    /// ``visible(_:)`` on one line: each run of white space is one space, none at the ends.
    package static func line(_ text: String) -> String { words(text).joined(separator: " ") }

    /// The words of a text, harmless. A no-break space breaks no word.
    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split { $0.properties.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
            .map { visible(String($0)) }
    }

    private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }
}
