#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How text for people is laid out.
package struct TextStyle: Hashable, Sendable {
    /// In columns.
    package var width: Int
    package var usesColor: Bool

    /// - Parameter width: taken as no less than 40, under which nothing lines up.
    package init(width: Int = 100, usesColor: Bool = false) {
        self.width = max(40, width)
        self.usesColor = usesColor
    }

    /// The style for standard output: as wide as the terminal, at most 100 columns (longer lines are hard to read), in colour
    /// on a terminal unless `NO_COLOR` is set (no-color.org) or `TERM` is `dumb`.
    package static var ofTerminal: TextStyle {
        guard isatty(1) == 1 else { return TextStyle() }
        var size = winsize()
        let columns = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
        let isPlain = environment("NO_COLOR").map { !$0.isEmpty } ?? false || environment("TERM") == "dumb"
        return TextStyle(width: min(columns, 100), usesColor: !isPlain)
    }

    private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// The few colours in use (ECMA-48, SGR).
enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"

    func on(_ text: String, _ style: TextStyle) -> String {
        style.usesColor ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
