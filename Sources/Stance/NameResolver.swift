import Article

/// A name and the short forms by which the article may also call it.
struct ResolvedName: Sendable {
    var entity: Entity
    var aliases: [[String]]
}

/// Joins the sequences of one article into entities: short forms to full names, and a kind for each.
struct NameResolver {
    private struct Tally {
        var first: Range<Int>
        var count = 0
        /// How often the words before said it was a person, and by which title.
        var titled = 0
        var title: String?
        var titles: Set<String> = []
        var afterPlacePreposition = 0
        var besideSpeech = 0
        var opening = 0
        var afterThe = 0
    }

    private let text: ScalarText
    private let tokens: [Token]
    private var tallies: [[String]: Tally] = [:]
    private var order: [[String]] = []

    init(_ text: ScalarText, _ tokens: [Token], _ candidates: [NameFinder.Candidate]) {
        self.text = text
        self.tokens = tokens
        for candidate in candidates { count(candidate) }
    }

    private mutating func count(_ candidate: NameFinder.Candidate) {
        let range = candidate.tokens
        let words = tokens[range].map(\.word)
        if tallies[words] == nil { order.append(words) }
        var tally = tallies[words] ?? Tally(first: range)
        tally.count += 1
        if candidate.opensSentence { tally.opening += 1 }
        if let title = candidate.title {
            tally.titled += 1
            tally.title = title
            tally.titles.insert(title)
        }
        if range.lowerBound > 0 {
            let before = tokens[range.lowerBound - 1].word
            if ["in", "at", "near", "across", "throughout", "outside", "around"].contains(before) {
                tally.afterPlacePreposition += 1
            }
            if before == "the" { tally.afterThe += 1 }
            if ReportingVerbs.isSpeech(before) { tally.besideSpeech += 1 }
        }
        if range.upperBound < tokens.count, ReportingVerbs.isSpeech(tokens[range.upperBound].word) {
            tally.besideSpeech += 1
        }
        tallies[words] = tally
    }

    /// The entities in the order of their first full mention.
    func entities() -> [ResolvedName] {
        var names: [ResolvedName] = []
        var shortForms: Set<String> = []
        for words in order where words.count > 1 {
            guard let tally = tallies[words] else { continue }
            let kind = kind(words, tally)
            let aliases = kind == "person" ? personAliases(words) : []
            for alias in aliases { shortForms.formUnion(alias) }
            names.append(ResolvedName(entity: entity(words, tally, kind), aliases: aliases))
        }
        for words in order where words.count == 1 && !shortForms.contains(words[0]) {
            guard let tally = tallies[words], isTrusted(words[0], tally) else { continue }
            names.append(ResolvedName(entity: entity(words, tally, kind(words, tally)), aliases: []))
        }
        return names.sorted { place($0) < place($1) }
    }

    private func place(_ name: ResolvedName) -> Int { tallies[name.entity.words]?.first.lowerBound ?? 0 }

    /// A word that only ever opens sentences is a name if a table knows it or it stands by a verb of speech.
    private func isTrusted(_ word: String, _ tally: Tally) -> Bool {
        if tally.opening < tally.count || tally.titled > 0 || tally.besideSpeech > 0 { return true }
        return NameTables.places.contains(word) || tokens[tally.first.lowerBound].shape == .upper || tally.count > 1
    }

    private func entity(_ words: [String], _ tally: Tally, _ kind: String) -> Entity {
        let (start, end) = (tokens[tally.first.lowerBound].span.start, tokens[tally.first.upperBound - 1].span.end)
        let name = text.name(ScalarSpan(start, end))
        guard kind == "person" else { return Entity(name: name, words: words, kind: kind) }
        let surname = words.last.flatMap { words.count > 1 ? tallies[[$0]]?.titles : nil } ?? []
        return Entity(
            name: name,
            words: words,
            kind: kind,
            gender: gender(words, tally),
            titles: tally.titles.union(surname)
        )
    }

    private func gender(_ words: [String], _ tally: Tally) -> Entity.Gender {
        let titles = [tally.title, words.last.flatMap { tallies[[$0]]?.title }].compactMap { $0 }
        if titles.contains(where: NameTables.femaleTitles.contains) { return .female }
        if titles.contains(where: NameTables.maleTitles.contains) { return .male }
        guard words.count > 1 else { return .unknown }
        if NameTables.femaleNames.contains(words[0]) { return .female }
        return NameTables.givenNames.contains(words[0]) ? .male : .unknown
    }

    /// The surname, which is the first word where family names come first; and a given name that stands alone elsewhere.
    private func personAliases(_ words: [String]) -> [[String]] {
        let (first, last) = ([words[0]], [words[words.count - 1]])
        let isFamilyFirst = NameTables.familyFirst.contains(words[0]) && !NameTables.givenNames.contains(words[0])
        let standsFirst = tallies[first] != nil || isFamilyFirst && tallies[last] == nil
        if isFamilyFirst && standsFirst { return [first] }
        var aliases = [last]
        if words.count > 2, NameTables.particles.contains(words[words.count - 2]) { aliases.append(words.suffix(2)) }
        if tallies[first] != nil, NameTables.givenNames.contains(words[0]) { aliases.append(first) }
        return aliases
    }

    private func kind(_ words: [String], _ tally: Tally) -> String {
        let (head, last) = (words[0], words[words.count - 1])
        if words.count > 1 {
            if NameTables.places.contains(words.joined(separator: " ")) { return "place" }
            if words.contains(where: NameTables.eventWords.contains) && tally.titled == 0 { return "event" }
            if words.contains(where: NameTables.organizationWords.contains) { return "organization" }
            if tally.titled > 0 || NameTables.givenNames.contains(head) { return "person" }
            if words == ["white", "house"] || words.contains("of") { return "organization" }
            if tally.afterPlacePreposition * 2 >= tally.count && tally.count > 0 { return "place" }
            if NameTables.placeWords.contains(last) || NameTables.placePrefixes.contains(head) { return "place" }
            if NameTables.places.contains(last) { return "place" }
            if words.contains(where: { $0.count <= 1 }) && tokens[tally.first.lowerBound].shape != .initial {
                return "event"
            }
            if tokens[tally.first].contains(where: { $0.shape == .upper }) || tally.afterThe * 2 > tally.count {
                return "organization"
            }
            return words.count <= 4 ? "person" : "organization"
        }
        if NameTables.places.contains(head) { return "place" }
        if tally.titled > 0 || NameTables.givenNames.contains(head) { return "person" }
        if tokens[tally.first.lowerBound].shape == .upper { return "organization" }
        if NameTables.organizationWords.contains(head) || tally.afterThe * 2 > tally.count { return "organization" }
        if tally.afterPlacePreposition * 3 >= tally.count { return "place" }
        return ["land", "stan", "ia"].contains(where: head.hasSuffix) ? "place" : "person"
    }
}
