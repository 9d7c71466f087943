/// The authors that a line names: "By Jane Doe and John Roe, Staff writers".
struct Byline: Hashable {
    private(set) var names: [String] = []
    /// The date on the same line, where there is one.
    private(set) var date: DateLine?
    /// Whether a word such as "by" introduces the names.
    private(set) var isMarked = false
    /// Whether a role follows the names.
    private(set) var hasRole = false

    private static let markers = [
        "by", "written by", "story by", "text by", "words by", "reported by", "author:", "authors:", "by:", "par",
        "por",
        "von", "di",
    ]

    /// Reads a line on which only names, roles and a date are. - Returns: `nil` for any other line.
    init?(_ line: String) {
        guard line.utf8.count <= 240 else { return nil }
        let sections = line.split { "|·•".contains($0) }
        guard let first = sections.first, sections.count <= 4 else { return nil }
        guard read(first) else { return nil }
        for section in sections.dropFirst() {
            let text = String(section).trimmed
            if let date = DateLine(text) {
                self.date = self.date ?? date
            } else if Self.isRole(text) {
                hasRole = true
            } else {
                return nil
            }
        }
    }

    private mutating func read(_ section: Substring) -> Bool {
        var words = section.split { $0 == " " || $0 == "\n" }
        for marker in Self.markers {
            let parts = marker.split(separator: " ")
            guard words.count > parts.count, zip(words, parts).allSatisfy({ $0.lowercased() == $1 }) else { continue }
            words.removeFirst(parts.count)
            isMarked = true
            break
        }
        guard words.count <= 24 else { return false }
        var parts: [String] = []
        var current: [Substring] = []
        func close() {
            if !current.isEmpty { parts.append(current.joined(separator: " ")) }
            current = []
        }
        for word in words {
            if Self.conjunctions.contains(word.lowercased()) {
                close()
            } else if word.hasSuffix(",") || word.hasSuffix(";") {
                current.append(word.dropLast())
                close()
            } else {
                current.append(word)
            }
        }
        close()
        return read(parts)
    }

    /// Names come first; from the first part that is a role or a place on, nothing is a name.
    private mutating func read(_ parts: [String]) -> Bool {
        for part in parts {
            if Self.isRole(part) {
                hasRole = true
            } else if hasRole || !Self.isName(part, isMarked: isMarked) {
                // Behind a role may stand the house or the city: "Staff Writer, Springfield".
                guard hasRole, !names.isEmpty else { return false }
            } else {
                names.append(part)
            }
        }
        return !names.isEmpty
    }

    private static let conjunctions: Set<String> = ["and", "&", "with", "y", "et", "und", "e"]

    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "vom", "zu", "bin",
        "ibn", "al", "el", "ter", "ten", "af", "av", "y",
    ]

    /// Whether `part` is two to five capitalised words and particles, such as "Jane van der Doe" or "J. R. Roe Jr.".
    private static func isName(_ part: String, isMarked: Bool) -> Bool {
        let words = part.split(separator: " ")
        guard (2...5).contains(words.count) || isMarked && isAgency(part) else { return false }
        guard let first = words.first, let last = words.last, isCapitalized(first), isCapitalized(last) else {
            return false
        }
        return words.allSatisfy { word in
            let isClean = word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "'’-.".unicodeScalars.contains($0)
            }
            return isClean && (isCapitalized(word) || particles.contains(String(word)))
        }
    }

    private static func isCapitalized(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        // Letters without case are names as they are.
        return first.properties.isAlphabetic && !first.properties.isLowercase
    }

    private static func isAgency(_ part: String) -> Bool {
        ["reuters", "afp", "ap", "upi", "dpa", "efe", "ansa", "xinhua", "staff"].contains(part.lowercased())
    }

    /// Whether a part says what somebody is: "Staff Writer", "special to the Example".
    private static func isRole(_ part: String) -> Bool {
        var copy = part
        let features = copy.withUTF8 { Features($0) }
        return features.words <= 8 && features.anywhere.contains(.role)
    }
}
