/// The name of a publication in a line that says where the article was published.
enum Publication {
    /// The words after the last "in", "by", "on", "at" or colon of the introduction: "Published in: The Example" gives
    /// "The Example".
    ///
    /// - Returns: `nil` where nothing that can be a name is left, so that the line is no such line.
    static func name(_ line: String) -> String? {
        let words = line.split { $0 == " " || $0 == "\n" }
        let markers: Set<Substring> = ["in", "by", "on", "at", "in:", "by:", "on:", "at:", "publication:"]
        guard let marker = words.firstIndex(where: { markers.contains(Substring($0.lowercased())) }) else { return nil }
        var rest = words[(marker + 1)...].joined(separator: " ")
        while let last = rest.last, ".,:;".contains(last) { rest.removeLast() }
        let parts = rest.split(separator: " ")
        guard let first = parts.first?.unicodeScalars.first, let last = parts.last?.unicodeScalars.first else {
            return nil
        }
        // Names begin and end with capitals or digits; "published in the spring" is prose.
        guard !first.properties.isLowercase || parts.first == "the", !last.properties.isLowercase else { return nil }
        guard parts.count <= 8, DateLine(rest) == nil else { return nil }
        return rest
    }
}
