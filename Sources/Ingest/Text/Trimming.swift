extension StringProtocol {
    /// Without white space at the ends, and with one space for each run of it inside.
    var trimmed: String { split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ") }
}
