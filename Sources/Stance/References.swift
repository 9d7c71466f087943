import Article

/// All places of an article where somebody or something is spoken of: by name, by a noun, by a title or by a pronoun.
///
/// Names come from ``Cast``. A noun phrase joins those before it with the same noun, unless the words before the noun differ; a
/// title with "the" is the person who was given it; a pronoun is the nearest that fits. Mentions that are no names are
/// tentative: whether they are targets shows once it is known whether anybody takes a stance toward them.
struct References {
    private(set) var entities: [Entity]
    /// In the order of the text; no two overlap.
    private(set) var mentions: [Mention]

    private let document: Document
    private let cast: Cast
    private let finder: NounPhraseFinder
    private var nouns: [String: [NounEntity]] = [:]
    private var nounCount = 0
    private var recent = Antecedents()

    /// An entity that is called by a noun.
    private struct NounEntity {
        var index: Int
        /// The words before the noun.
        var modifiers: [String]
    }

    /// More nouns than this in one article are not followed; the first ones are.
    private static let mostNouns = 2000
    /// Of more things with one noun, the noun means one of the last.
    private static let mostNamesakes = 8

    init(_ document: Document, _ cast: Cast) {
        self.document = document
        self.cast = cast
        entities = cast.entities
        mentions = []
        finder = NounPhraseFinder(tokens: document.tokens)
        for sentence in document.sentences { append(sentence.tokens, sentence.isHeadline) }
    }

    private mutating func append(_ sentence: Range<Int>, _ isHeadline: Bool) {
        let names = cast.mentions(in: sentence)
        var phrases = finder.phrases(in: sentence, isHeadline: isHeadline)[...]
        var next = names.startIndex
        recent.beginSentence()
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if next < names.endIndex, names[next].tokens.lowerBound <= index {
                let mention = names[next]
                next += 1
                append(mention)
                index = max(index + 1, mention.tokens.upperBound)
                continue
            }
            while let first = phrases.first, first.tokens.lowerBound < index {
                phrases = phrases.dropFirst()
                guard first.tokens.upperBound > index else { continue }
                // Behind a name that is written small: "the summit circus".
                phrases = [NounPhrase(tokens: index..<first.tokens.upperBound, determiner: .definite)] + phrases
            }
            let limit = next < names.endIndex ? names[next].tokens.lowerBound : sentence.upperBound
            if let phrase = phrases.first, phrase.tokens.lowerBound == index, phrase.tokens.upperBound <= limit {
                if let entity = entity(of: phrase) { append(phrase.tokens, entity) }
                index = phrase.tokens.upperBound
                continue
            }
            if let entity = antecedent(index, sentence) { append(index..<index + 1, entity) }
            index += 1
        }
    }

    private mutating func append(_ mention: Mention) {
        mentions.append(mention)
        let entity = entities[mention.entity]
        recent.remember(mention.entity, entity, isPlural: false, isName: true)
    }

    private mutating func append(_ tokens: Range<Int>, _ entity: Int) {
        mentions.append(Mention(span: document.span(tokens), tokens: tokens, entity: entity, isTentative: true))
        let isPlural = document.tokens[tokens.upperBound - 1].word.hasSuffix("s")
        recent.remember(entity, entities[entity], isPlural: isPlural, isName: false)
    }

    // MARK: Nouns

    private mutating func entity(of phrase: NounPhrase) -> Int? {
        let word = document.tokens[phrase.head].word
        let isTitle = NameTables.titles.contains(word)
        if isTitle, phrase.determiner == .definite, let person = recent.titled[word] { return person }
        let noun = NounForms.singular(word)
        let key = phrase.determiner == .definite ? NounForms.agreement(noun) ?? noun : noun
        let modifiers = document.tokens[phrase.tokens.dropLast()].map(\.word)
        if let known = nouns[key]?.last(where: { Self.canBeSame($0.modifiers, modifiers) }) { return known.index }
        if let thing = modifiers.last, Self.epithets.contains(noun),
            let known = nouns[NounForms.singular(thing)]?.last(where: {
                Self.canBeSame($0.modifiers, modifiers.dropLast())
            })
        {
            return known.index
        }
        guard nounCount < Self.mostNouns else { return nil }
        nounCount += 1
        let words = document.tokens[phrase.tokens].map(\.word)
        let name = document.text.name(document.span(phrase.tokens))
        entities.append(Entity(name: name, words: words, kind: "issue"))
        nouns[key, default: []].append(NounEntity(index: entities.count - 1, modifiers: modifiers))
        if nouns[key, default: []].count > Self.mostNamesakes { nouns[key]?.removeFirst() }
        return entities.count - 1
    }

    /// Whether one is called by fewer of the other's words: "the minister" may be "the health minister", who is not "the prime
    /// minister".
    private static func canBeSame(_ some: [String], _ others: [String]) -> Bool {
        some.suffix(others.count) == others.suffix(some.count)
    }

    /// What an author calls a thing behind its noun: "the summit circus" is the summit.
    private static let epithets = WordList(
        "circus charade farce fiasco debacle spectacle sham pantomime saga affair business episode"
    )

    // MARK: Pronouns

    private func antecedent(_ index: Int, _ sentence: Range<Int>) -> Int? {
        switch document.tokens[index].word {
        case "he", "him": recent.male
        case "she": recent.female
        case "her": isObject(index, sentence) ? recent.female : nil
        case "it": isEmptyIt(index, sentence) ? nil : recent.thing
        case "they", "them": recent.group ?? recent.thing
        default: nil
        }
    }

    /// `They trust her`, not `her remedy`: stances toward what somebody has are no stances toward them.
    private func isObject(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index + 1 < sentence.upperBound else { return true }
        let next = document.tokens[index + 1]
        return !next.isWord || NounPhraseFinder.stops.contains(next.word)
    }

    /// `It is clear that`, `it takes`: it stands for nothing.
    private func isEmptyIt(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let tokens = document.tokens
        guard tokens[index].word == "it", index + 1 < sentence.upperBound else { return false }
        if ["seems", "takes", "rained", "appears", "turns", "turned", "follows"].contains(tokens[index + 1].word) {
            return true
        }
        let limit = min(sentence.upperBound, index + 6)
        guard CueFinder.beForms.contains(tokens[index + 1].word) || tokens[index + 1].word == "'s" else { return false }
        return (index + 3..<max(index + 3, limit)).contains { ["that", "to"].contains(tokens[$0].word) }
    }
}

/// Whom a pronoun or a title means at a place of the text.
private struct Antecedents {
    var male: Int?
    var female: Int?
    /// What the sentence before or this one was about first, else the last thing named.
    var thing: Int? { subject ?? lastSubject ?? lastThing }
    var group: Int? { lastGroup }
    /// The last person with each title.
    private(set) var titled: [String: Int] = [:]

    private var subject: Int?
    private var lastSubject: Int?
    private var lastThing: Int?
    private var lastGroup: Int?

    mutating func beginSentence() {
        lastSubject = subject ?? lastSubject
        subject = nil
    }

    mutating func remember(_ index: Int, _ entity: Entity, isPlural: Bool, isName: Bool) {
        if entity.isPerson {
            if entity.gender != .female { male = index }
            if entity.gender != .male { female = index }
            for title in entity.titles { titled[title] = index }
            return
        }
        if isPlural {
            lastGroup = index
            return
        }
        if entity.kind == "organization" { lastGroup = index }
        lastThing = index
        if subject == nil { subject = index }
    }
}
