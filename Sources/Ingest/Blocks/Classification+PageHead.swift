internal import Article

/// The names and dates between the title of a pasted page and its article.
extension Classification {
    /// How many lines behind the title are looked at, and the longest of them, in words.
    private static let headReach = 30
    private static let longestHeadLine = 24

    /// Claims the lines with the authors and the day. They stand there among other things, and often without the space that a
    /// style sheet put between them: "Jane DoeTravel Writer|Published 2 days ago".
    mutating func findPageHead() {
        guard let page, let title = pageTitle, title < page.lowerBound else { return }
        let zone = (title + 1..<page.lowerBound).prefix(Self.headReach).filter {
            kinds[$0] == nil && features[$0].words <= Self.longestHeadLine && features[$0].length <= 200
        }
        let lines = zone.map { (index: $0, parts: HeadLine(string($0))) }
        var updated: String?
        for (place, line) in lines.enumerated() {
            if let day = line.parts.day, found.published == nil {
                if line.parts.isUpdate { updated = updated ?? day } else { found.published = day }
            }
            // Two capitalised words are a person where a time or a role stands beside them.
            let isNear = lines.indices.contains { abs($0 - place) <= 2 && lines[$0].parts.hasTime }
            let names = line.parts.names(isTrusted: isNear || line.parts.hasRole)
            if !names.isEmpty {
                kinds[line.index] = .byline
                if found.byline == nil { found.byline = names }
            } else if line.parts.hasTime, features[line.index].end != .fullStop {
                kinds[line.index] = .dateline
            }
        }
        if found.published == nil { found.published = updated }
    }
}

/// A line near a title, taken apart where its parts run into one another.
private struct HeadLine {
    /// The line with a bar between its parts.
    let text: String
    let day: String?
    /// Whether the day is that of a change.
    let isUpdate: Bool
    /// Whether a day or a time is told, such as "2 hours ago" or "5 min read".
    let hasTime: Bool
    /// Whether what an author is stands behind a name.
    let hasRole: Bool

    init(_ line: String) {
        text = Self.parted(line)
        day = DateInLine.first(in: text)
        let lower = text.lowercased()
        isUpdate =
            ["updated", "modified"].contains { lower.contains($0) }
            && !["published", "posted"].contains { lower.contains($0) }
        let words = lower.split { !$0.isLetter && !$0.isNumber }
        let hasNumber = lower.utf8.contains { ByteClass.isDigit($0) }
        hasTime = day != nil || hasNumber && words.contains { Self.times.contains(String($0)) }
        hasRole = words.contains { Self.roles.contains(String($0)) }
    }

    private static let times: Set<String> = [
        "ago", "read", "published", "posted", "updated", "minutes", "mins", "hours", "days", "weeks", "months",
    ]
    private static let roles: Set<String> = [
        "reporter", "correspondent", "editor", "writer", "columnist", "contributor", "journalist", "producer",
    ]

    /// The authors that the line names: behind "by", or as its first part where that is trusted to be a name.
    func names(isTrusted: Bool) -> [String] {
        let marked = ShownByline(text, isTrusted: false)
        if marked.isMarked { return marked.names }
        guard isTrusted, let first = text.split(whereSeparator: { "|·•/".contains($0) }).first else { return [] }
        let part = String(first).trimmed
        if let names = Byline(part)?.names, names.count <= 3 { return names }
        // "Jane Doe 7 hours ago": a name and a time.
        let name = part.prefix { !$0.isNumber }
        guard name.endIndex < part.endIndex else { return [] }
        return Byline(String(name).trimmed)?.names ?? []
    }

    /// A bar where a small letter is followed by a capital or a digit, save in names that are written so.
    private static func parted(_ line: String) -> String {
        var result = ""
        var word = ""
        for character in line {
            if let last = word.last, last.isLowercase, character.isUppercase || character.isNumber,
                !["Mc", "Mac", "Fitz", "De", "Di", "Da", "La", "Le", "Van", "Du", "Von"].contains(word)
            {
                result.append(" | ")
                word = ""
            }
            if character.isLetter { word.append(character) } else { word = "" }
            result.append(character)
        }
        return result
    }
}
