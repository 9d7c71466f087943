/// Suggestions for mistyped names.
enum EditDistance {
    /// Longer names get no suggestion, which bounds the work; the longest key has under 40 characters.
    private static let longest = 64

    /// The nearest of `known`, if at most a third of the name would have to change; the first of equals.
    static func nearest(to name: String, among known: [String]) -> String? {
        let length = name.utf8.count
        guard length <= longest else { return nil }
        let candidates = known.map { ($0, between(Array(name.utf8), Array($0.utf8))) }
        guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(1, length / 3) else { return nil }
        return best.0
    }

    /// The Levenshtein distance in bytes: insertions, deletions and substitutions.
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == right[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
