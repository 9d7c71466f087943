/// What a word or phrase says about those it is used of.
struct LexiconEntry: Sendable, Equatable {
    enum Role: Sendable, Equatable {
        /// Tells of whatever stands near: `corrupt`, `courage`.
        case word(Double)
        /// Tells of who does it and of whom it is done to: `criticize`, `torture`.
        case verb(agent: Double, patient: Double)
        /// Turns what follows around: `not`.
        case negator
        /// Strengthens or weakens the next word: `utterly`, `slightly`.
        case scale(Double)
    }

    var role: Role
    /// Whether the form also makes the passive: `criticized`.
    var isParticiple = false
}

/// The lexicon: words and phrases with weights from −3 to 3, read from the tables in `Lexicon+….swift`.
struct Lexicon: Sendable {
    static let english = Lexicon(words: englishWords, verbs: englishVerbs, phrases: englishPhrases)

    private(set) var trie = PhraseTrie<LexiconEntry>()
    /// How many words and phrases the tables list, without the forms made from them.
    private(set) var count = 0

    private init(words: String, verbs: String, phrases: String) {
        for phrase in [
            "not", "n't", "never", "no", "without", "neither", "nor", "nobody", "none", "hardly", "scarcely", "cannot",
        ] {
            trie.insert([phrase], LexiconEntry(role: .negator))
        }
        for (weight, entries) in Self.lines(phrases) {
            for entry in entries.joined(separator: " ").split(separator: ",") {
                insert(entry.split(separator: " ").map(String.init), .word(weight.0))
            }
        }
        for ((agent, patient), entries) in Self.lines(verbs) {
            for entry in entries { insertVerb(entry, .verb(agent: agent, patient: patient)) }
        }
        for (weight, entries) in Self.lines(words) {
            for entry in entries { insert([String(entry)], .word(weight.0)) }
        }
        for (factor, entries) in Self.lines(Self.englishScales) {
            for entry in entries { insert([String(entry)], .scale(factor.0)) }
        }
    }

    private mutating func insert(_ words: [String], _ role: LexiconEntry.Role) {
        trie.insert(words, LexiconEntry(role: role))
        count += 1
    }

    /// `torture` is regular, `beat/beats/beat/beaten/beating` lists its forms; the last but one makes the passive.
    private mutating func insertVerb(_ entry: Substring, _ role: LexiconEntry.Role) {
        count += 1
        if entry.contains("/") {
            let forms = entry.split(separator: "/").map(String.init)
            for (index, form) in forms.enumerated() {
                trie.insert([form], LexiconEntry(role: role, isParticiple: index == max(2, forms.count - 2)))
            }
        } else {
            let forms = Inflection.regular(entry)
            for form in forms.all { trie.insert([form], LexiconEntry(role: role, isParticiple: form == forms.past)) }
        }
    }

    /// A line is one number or two, a colon, and words.
    private static func lines(_ table: String) -> [((Double, Double), [Substring])] {
        table.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let numbers = parts[0].split(separator: " ").compactMap { Double($0) }
            guard let first = numbers.first else { return nil }
            return ((first, numbers.last ?? first), parts[1].split(separator: " "))
        }
    }

    /// The longest entry at `start`; a word that is not listed is looked up without a plural or adverbial ending.
    func entry(in tokens: [Token], at start: Int, end: Int) -> (end: Int, value: LexiconEntry)? {
        if let match = trie.longestMatch(in: tokens, from: start, end: end) { return match }
        let word = tokens[start].word
        guard word.utf8.count > 4, tokens[start].isWord else { return nil }
        for (ending, stems) in Self.endings where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            for suffix in stems {
                guard let entry = trie[stem + suffix], case .word = entry.role else { continue }
                return (start + 1, entry)
            }
        }
        return nil
    }

    private static let endings: [(String, [String])] = [
        ("ies", ["y"]), ("ily", ["y"]), ("ally", ["al", "ic"]), ("bly", ["ble"]), ("ly", ["", "le"]),
        ("es", ["", "e"]),
        ("s", [""]), ("ness", [""]),
    ]
}
