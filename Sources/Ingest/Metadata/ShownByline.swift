/// The names in a line that the page itself calls a byline, whatever else is in it: "By Jane Doe Dec 9, 2016",
/// "Jane Doe, Senior Editor · Updated May 4".
struct ShownByline {
    private(set) var names: [String] = []
    /// Whether a word such as "by" introduces the names.
    private(set) var isMarked = false

    /// Names beyond are a list of something else.
    private static let mostNames = 8

    /// - Parameter isTrusted: Whether the page calls the line a byline, so that it needs no "by".
    init(_ line: String, isTrusted: Bool) {
        guard line.utf8.count <= 300 else { return }
        var words: [Substring] = line.split { $0 == " " || $0 == "\n" }
        if let marker = words.firstIndex(where: { Self.markers.contains($0.lowercased()) }), marker <= 12 {
            isMarked = true
            words.removeSubrange(...marker)
        } else if let first = words.first, first.lowercased().hasPrefix("by"), first.count > 3,
            first.dropFirst(2).first?.isUppercase == true
        {
            // "ByJane Doe": the space was a style sheet's.
            isMarked = true
            words[0] = first.dropFirst(2)
        }
        guard isMarked || isTrusted else { return }
        read(words)
    }

    private static let markers: Set<String> = ["by", "by:", "author:", "authors:", "par", "por", "von", "di"]
    private static let conjunctions: Set<String> = ["and", "&", "with", "y", "et", "und", "e"]
    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "vom", "zu", "bin",
        "ibn", "al", "el", "ter", "ten", "af", "av",
    ]
    /// Words that begin what is no name.
    private static let ends: Set<String> = [
        "updated", "published", "posted", "last", "on", "in", "at", "for", "senior", "staff", "editor", "reporter",
        "correspondent", "contributor", "columnist", "writer", "political", "chief", "follow", "share", "email",
        "twitter",
        "the", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday",
        "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "special",
        "associate", "deputy", "managing", "freelance", "guest", "assistant", "global", "national", "read", "minute",
        "min",
        "comments", "photos", "about", "news", "business", "politics",
    ]

    private mutating func read(_ words: [Substring]) {
        var name: [String] = []
        func isDone() -> Bool { names.count >= Self.mostNames }
        func close(_ names: inout [String]) {
            if (2...5).contains(name.count), !names.contains(name.joined(separator: " ")) {
                names.append(name.joined(separator: " "))
            }
            name = []
        }
        for word in words where !isDone() {
            var core = word
            while let first = core.first, "([“\"".contains(first) { core = core.dropFirst() }
            var isEnd = false
            while let last = core.last, ",;)]”\"·|•/".contains(last) {
                isEnd = true
                core = core.dropLast()
            }
            let lower = core.lowercased()
            if core.isEmpty || Self.conjunctions.contains(lower) {
                close(&names)
                continue
            }
            guard Self.isNameWord(core), !Self.ends.contains(lower.filter(\.isLetter)) else {
                close(&names)
                // Behind a role or a date there may be other people, but no authors.
                if !names.isEmpty { return }
                continue
            }
            name.append(String(core))
            if isEnd { close(&names) }
        }
        close(&names)
    }

    private static func isNameWord(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        let isClean = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "'’-.".unicodeScalars.contains($0)
        }
        return isClean && (!first.properties.isLowercase || particles.contains(String(word)))
    }
}
