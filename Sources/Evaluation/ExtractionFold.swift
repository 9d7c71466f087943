/// Text as extraction is compared: in lower case, with plain quotes, dashes and single spaces, so that neither typography nor
/// layout counts.
package struct ExtractionFold: Hashable, Sendable {
    package let text: String

    package init(_ original: String) {
        var view = String.UnicodeScalarView()
        var isPendingSpace = false
        for scalar in original.unicodeScalars {
            if scalar.properties.isWhitespace {
                isPendingSpace = !view.isEmpty
                continue
            }
            if isPendingSpace { view.append(" ") }
            isPendingSpace = false
            Self.append(scalar, to: &view)
        }
        text = String(view).lowercased()
    }

    package var isEmpty: Bool { text.isEmpty }

    /// The compatibility characters that news is set in; text is otherwise compared by canonical equivalence, as Swift's
    /// strings are.
    private static func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x2018, 0x2019: view.append("'")
        case 0x201C, 0x201D: view.append("\"")
        case 0x2010, 0x2011, 0x2013, 0x2014: view.append("-")
        case 0x2026: view.append(contentsOf: "...".unicodeScalars)
        case 0x2122: view.append(contentsOf: "TM".unicodeScalars)
        case 0xFB00...0xFB06:
            let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
            view.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
        case 0xFF01...0xFF5E: view.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        default: view.append(scalar)
        }
    }
}

/// The words of a text: runs of letters, digits and underscores.
enum ExtractionWords {
    static func words(of text: String) -> [Substring.UnicodeScalarView] {
        text[...].unicodeScalars.split { !isWord($0) }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }
}
