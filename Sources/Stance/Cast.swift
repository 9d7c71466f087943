import Article

/// The named entities of an article, and where each is mentioned: full names first, then the surname alone.
struct Cast: Sendable {
    private(set) var entities: [Entity] = []
    /// In the order of the text; no two overlap.
    private(set) var mentions: [Mention] = []

    /// The first entity of each name.
    private(set) var indices: [String: Int] = [:]

    /// More names than this in one article are taken from a list, not from prose; the first ones are kept.
    static let mostEntities = 1000

    /// Of more persons with one surname, the surname means one of the first.
    private static let mostNamesakes = 16

    /// - Parameters:
    ///   - units: the sentences as ranges of tokens; no mention crosses them.
    ///   - catalog: the targets from the configuration, which come before what the text suggests.
    ///   - labels: phrases that the text itself makes a target; see ``LabelFinder``.
    init(_ text: ScalarText, _ tokens: [Token], units: [Range<Int>], catalog: TargetCatalog, labels: [Range<Int>]) {
        var trie = PhraseTrie<Alias>()
        insert(catalog, into: &trie)
        let finder = NameFinder(tokens)
        let candidates = units.flatMap(finder.candidates(in:))
        insert(NameResolver(text, tokens, candidates).entities(), into: &trie)
        insert(labels, text, tokens, into: &trie)
        for (index, entity) in entities.enumerated() where indices[entity.name] == nil { indices[entity.name] = index }
        findMentions(tokens, units, trie)
    }

    /// What a phrase stands for.
    private struct Alias {
        /// The entities that share the phrase: two persons may share a surname.
        var entities: [Int]
        /// Whether the phrase must be written with a capital.
        var isName: Bool
    }

    private mutating func insert(_ catalog: TargetCatalog, into trie: inout PhraseTrie<Alias>) {
        for target in catalog.targets {
            let phrases = ([target.name] + target.aliases).map { phrase in
                (words: TargetCatalog.words(phrase), isName: phrase.contains(where: \.isUppercase))
            }
            entities.append(Entity(name: target.name, words: phrases[0].words, kind: target.kind))
            for phrase in phrases where !phrase.words.isEmpty {
                trie.insert(phrase.words, Alias(entities: [entities.count - 1], isName: phrase.isName))
            }
        }
    }

    private mutating func insert(_ found: [ResolvedName], into trie: inout PhraseTrie<Alias>) {
        var known: [[String]: Int] = [:]
        for (index, entity) in entities.enumerated() where known[entity.words] == nil { known[entity.words] = index }
        var short: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for name in found.prefix(Self.mostEntities) {
            if let index = known[name.entity.words] {
                // The configuration names it already; the text may still tell short forms.
                for alias in name.aliases { trie.insert(alias, Alias(entities: [index], isName: true)) }
                continue
            }
            entities.append(name.entity)
            trie.insert(name.entity.words, Alias(entities: [entities.count - 1], isName: true))
            for alias in name.aliases {
                if short[alias] == nil { order.append(alias) }
                if short[alias, default: []].count < Self.mostNamesakes {
                    short[alias, default: []].append(entities.count - 1)
                }
            }
        }
        for alias in order { trie.insert(alias, Alias(entities: short[alias] ?? [], isName: true)) }
    }

    private mutating func insert(
        _ labels: [Range<Int>],
        _ text: ScalarText,
        _ tokens: [Token],
        into trie: inout PhraseTrie<Alias>
    ) {
        for range in labels.prefix(Self.mostEntities)
        where trie.longestMatch(in: tokens, from: range.lowerBound, end: range.upperBound) == nil {
            let words = tokens[range].map(\.word)
            let span = ScalarSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
            entities.append(Entity(name: text.name(span), words: words, kind: "issue"))
            trie.insert(words, Alias(entities: [entities.count - 1], isName: false))
        }
    }

    private mutating func findMentions(_ tokens: [Token], _ units: [Range<Int>], _ trie: PhraseTrie<Alias>) {
        var lastMention = [Int](repeating: -1, count: entities.count)
        for unit in units {
            var index = unit.lowerBound
            while index < unit.upperBound {
                guard let (end, alias) = trie.longestMatch(in: tokens, from: index, end: unit.upperBound),
                    !alias.isName || tokens[index].isCapital || tokens[end - 1].isCapital
                else {
                    index += 1
                    continue
                }
                // Of those who share a surname, the one named last is meant.
                let entity = alias.entities.max { lastMention[$0] < lastMention[$1] } ?? 0
                let span = ScalarSpan(tokens[index].span.start, tokens[end - 1].span.end)
                mentions.append(Mention(span: span, tokens: index..<end, entity: entity))
                if entities[entity].words.count == end - index { lastMention[entity] = index }
                index = end
            }
        }
    }

    /// The index of the first mention that starts at `token` or after it.
    func firstMention(from token: Int) -> Int {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The mentions inside a range of tokens.
    func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
        let start = firstMention(from: range.lowerBound)
        var end = start
        while end < mentions.count, mentions[end].tokens.upperBound <= range.upperBound { end += 1 }
        return mentions[start..<end]
    }
}
