import Article

/// A noun with the words that belong to it: `the border accord`, `her remedy`, `ministers`.
struct NounPhrase: Sendable {
    enum Determiner: Sendable {
        /// `the`, `this`, `that`: something known.
        case definite
        /// `her`, `Holt's`: something of somebody.
        case possessive
        /// `a`, `some`, a number.
        case indefinite
        /// A plural or a name of stuff with nothing before it.
        case bare
    }

    /// Without the determiner; never empty.
    var tokens: Range<Int>
    var determiner: Determiner

    /// The noun itself, the last word.
    var head: Int { tokens.upperBound - 1 }
}

/// Finds noun phrases without a table of nouns: from a determiner to the last word before one that can be no noun.
///
/// A word ends the phrase where it is a function word or a form of a verb that the tables list; what is left is rough, and good
/// enough to ask a scorer about it.
struct NounPhraseFinder {
    let tokens: [Token]
    private var isHeadline = false

    init(tokens: [Token]) { self.tokens = tokens }

    /// Longer ones are clauses whose verb was not seen; their first words are taken.
    private static let longestPhrase = 4

    /// - Parameter isHeadline: whether the words have capitals that say nothing.
    func phrases(in sentence: Range<Int>, isHeadline: Bool = false) -> [NounPhrase] {
        var finder = self
        finder.isHeadline = isHeadline
        return finder.phrases(in: sentence)
    }

    private func phrases(in sentence: Range<Int>) -> [NounPhrase] {
        var found: [NounPhrase] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let token = tokens[index]
            let determiner = Self.determiner(token.word) ?? (isPluralPossessive(index, sentence) ? .possessive : nil)
            if let determiner, token.shape != .upper, !isRelative(index, sentence) {
                let start = skipAdverbs(index + 1, sentence.upperBound)
                let end = end(from: start, sentence.upperBound)
                if !isPronoun(index, before: start), let phrase = phrase(start..<end, determiner) {
                    found.append(phrase)
                    index = end
                    continue
                }
            } else if let phrase = people(index, sentence) {
                found.append(phrase)
                index = phrase.tokens.upperBound
                continue
            } else if isBareStart(index, sentence), let phrase = bare(index, sentence) {
                found.append(phrase)
                index = phrase.tokens.upperBound
                continue
            }
            index += 1
        }
        return found
    }

    // MARK: With a determiner

    private static func determiner(_ word: String) -> NounPhrase.Determiner? {
        switch word {
        case "the", "this", "that", "these", "those", "both": .definite
        case "his", "her", "its", "their", "our", "my", "your", "'s": .possessive
        case "a", "an", "some", "many", "few", "several", "every", "each", "any", "no", "another", "two", "three",
            "four",
            "five", "six", "seven", "eight", "nine", "ten", "most", "all":
            .indefinite
        default: nil
        }
    }

    /// The `that` of "the government that owns the dam": what follows is its verb.
    private func isRelative(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard tokens[index].word == "that", index > sentence.lowerBound else { return false }
        let previous = tokens[index - 1]
        return previous.isWord && !Self.stops.contains(previous.word) && !isVerb(index - 1)
    }

    /// `This means`, `few promised`: a determiner that stands alone, and the verb.
    private func isPronoun(_ index: Int, before next: Int) -> Bool {
        guard Self.standalone.contains(tokens[index].word), next < tokens.count else { return false }
        return Self.irregular.contains(tokens[next].word) || tokens[next].word.hasSuffix("ed") && !isNoun(next + 1)
    }

    private static let standalone = WordList("this that these those both some many few several each any most all")

    private func isNoun(_ index: Int) -> Bool {
        index < tokens.count && isNounLike(index) && !Self.stops.contains(tokens[index].word)
    }

    /// The mark of "the exiles’ council", where no quotation has begun.
    private func isPluralPossessive(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard Self.apostrophes.contains(tokens[index].word), index > sentence.lowerBound,
            index + 1 < sentence.upperBound,
            tokens[index - 1].word.hasSuffix("s"), tokens[index - 1].span.end == tokens[index].span.start,
            tokens[index + 1].span.start > tokens[index].span.end, isNounLike(index + 1)
        else { return false }
        return !tokens[sentence.lowerBound..<index].contains { Self.apostrophes.contains($0.word) }
    }

    private static let apostrophes: Set<String> = ["'", "\u{2018}", "\u{2019}"]

    /// Past "the very", "the same", "her own" and "the other four".
    private func skipAdverbs(_ start: Int, _ limit: Int) -> Int {
        var start = start
        while start + 1 < limit {
            let word = tokens[start].word
            guard word.hasSuffix("ly") || Self.pronominal.contains(word) || Self.numbers.contains(word) else { break }
            start += 1
        }
        return start
    }

    private static let pronominal = WordList("same own other very such few many several")

    /// Whether the word may be one of a noun phrase by its letters.
    private func isNounLike(_ index: Int) -> Bool {
        tokens[index].shape == .lower || isHeadline && tokens[index].shape == .capitalized
    }

    private func end(from start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, end - start < Self.longestPhrase, canBelong(end, isFirst: end == start) { end += 1 }
        return end
    }

    private func canBelong(_ index: Int, isFirst: Bool) -> Bool {
        let token = tokens[index]
        guard isNounLike(index), !Self.stops.contains(token.word), token.word.utf8.count > 1 else { return false }
        if isFirst { return true }
        guard !token.word.hasSuffix("ly") else { return false }
        return !isVerb(index)
    }

    /// After a noun: a verb's form, unless it looks like a part of a compound.
    private func isVerb(_ index: Int) -> Bool {
        let word = tokens[index].word
        if word.hasSuffix("ed") || word.hasSuffix("ing") { return true }
        if Self.irregular.contains(word) { return true }
        guard ReportingVerbs.frame(word) != nil || isLexiconVerb(word) else { return false }
        return !ReportingWords.nounLike.contains(word)
            || index + 1 < tokens.count && Self.objectStarts.contains(tokens[index + 1].word)
    }

    private func isLexiconVerb(_ word: String) -> Bool {
        if case .verb = Lexicon.english.trie[word]?.role { true } else { false }
    }

    private func phrase(_ range: Range<Int>, _ determiner: NounPhrase.Determiner) -> NounPhrase? {
        guard let last = range.last, !Self.noHeads.contains(tokens[last].word) else { return nil }
        if determiner == .indefinite, isPredicate(range) { return nil }
        // "The promised “commission”".
        if tokens[last].word.hasSuffix("ed"), range.count == 1, !Self.participles.contains(tokens[last].word) {
            return nil
        }
        // "The other four oblige the government": after a number that stands alone comes a verb.
        if range.lowerBound > 0, Self.numbers.contains(tokens[range.lowerBound - 1].word), !isPlural(tokens[last].word)
        {
            return nil
        }
        guard
            isHeadline || last + 1 >= tokens.count || !tokens[last + 1].isCapital
                || tokens[last].span.end + 1 < tokens[last + 1].span.start
        else { return nil }
        return NounPhrase(tokens: range, determiner: determiner)
    }

    /// `She is a liar and a fraud` says what somebody is: nobody takes a stance toward the fraud.
    private func isPredicate(_ range: Range<Int>) -> Bool {
        if case .word = Lexicon.english.trie[tokens[range.upperBound - 1].word]?.role { return true }
        guard range.lowerBound > 1 else { return false }
        let before = tokens[range.lowerBound - 2].word
        return CueFinder.beForms.contains(before) || ["as", "not", "become", "became", "becomes"].contains(before)
    }

    // MARK: Without one

    /// Nouns without a determiner are taken for phrases after a preposition, a mark or a verb, and where a sentence begins.
    private func isBareStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let token = tokens[index]
        guard index == sentence.lowerBound ? token.shape == .capitalized : isNounLike(index),
            !Self.stops.contains(token.word), token.word.utf8.count > 3, !token.word.hasSuffix("ly")
        else { return false }
        guard index > sentence.lowerBound else { return true }
        let previous = tokens[index - 1]
        guard !Self.subjects.contains(previous.word) else { return false }
        return !previous.isWord || Self.stops.contains(previous.word) || isVerb(index - 1)
    }

    private func bare(_ index: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let end = max(index + 1, self.end(from: index + 1, min(sentence.upperBound, index + 3)))
        for last in stride(from: end - 1, through: index, by: -1) {
            let word = tokens[last].word
            guard isPlural(word) || Self.stuffEndings.contains(where: word.hasSuffix),
                !isVerb(last) || isSubject(last, sentence) || last > index && isObject(last, sentence),
                !Self.noHeads.contains(word)
            else { continue }
            return NounPhrase(tokens: index..<last + 1, determiner: .bare)
        }
        return nil
    }

    /// `Sanctions on the banks`, `UN sanctions are`: what follows shows that the word is no verb.
    private func isSubject(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index + 1 < sentence.upperBound,
            ReportingWords.nounLike.contains(tokens[index].word) || isPlural(tokens[index].word)
        else { return false }
        return Self.afterSubjects.contains(tokens[index + 1].word)
    }

    /// `Hard sanctions that bite`: after another word of the phrase, where nothing follows that a verb would govern.
    private func isObject(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard isPlural(tokens[index].word), !Self.irregular.contains(tokens[index].word) else { return false }
        guard index + 1 < sentence.upperBound, tokens[index + 1].isWord else { return true }
        let next = tokens[index + 1].word
        return next == "that" || Self.stops.contains(next) && !Self.objectStarts.contains(next)
    }

    /// `Americans`, `North Koreans`, `the Kurds`.
    private func people(_ index: Int, _ sentence: Range<Int>) -> NounPhrase? {
        let isPrefix = NameTables.placePrefixes.contains(tokens[index].word) && index + 1 < sentence.upperBound
        let noun = isPrefix ? index + 1 : index
        guard tokens[index].shape == .capitalized, tokens[noun].shape == .capitalized else { return nil }
        let word = tokens[noun].word
        guard word.hasSuffix("ans") && NameTables.isDemonym(word) || Self.peoples.contains(word),
            noun + 1 == sentence.upperBound || !tokens[noun + 1].isCapital
        else { return nil }
        return NounPhrase(tokens: index..<noun + 1, determiner: .bare)
    }

    private static let peoples = WordList(
        """
        afghans arabs basques bretons brits britons catalans chechens croats czechs danes dutchmen englishmen filipinos finns
        frenchmen germans greeks hindus hutus iraqis israelis irishmen jews kashmiris kurds kuwaitis muslims nepalis pakistanis
        poles protestants catholics saudis scots serbs sikhs slovaks slovenes somalis spaniards swedes tamils thais tibetans turks
        tutsis uyghurs uighurs uzbeks welshmen yemenis yazidis zulus christians buddhists europeans
        """
    )

    private static let afterSubjects = WordList(
        "is are was were has have had will would can could may might must should on against of do does did 've"
    )

    // MARK: After a name

    /// The noun that a name stands before, as in "the Singapore summit", "UN sanctions" and "the Karsk Accord".
    ///
    /// - Parameter index: the first token after the name.
    func compound(from index: Int, in sentence: Range<Int>, isHeadline: Bool) -> NounPhrase? {
        var finder = self
        finder.isHeadline = isHeadline
        guard index > sentence.lowerBound, index < sentence.upperBound,
            tokens[index].span.start == tokens[index - 1].span.end + 1
        else { return nil }
        let end = finder.end(from: index, min(sentence.upperBound, index + 3))
        for last in stride(from: end - 1, through: index, by: -1) {
            let word = tokens[last].word
            let isNoun = Self.namedThings.contains(word) || isPlural(word) && finder.isSubject(last, sentence)
            if isNoun, !Self.noHeads.contains(word) {
                return NounPhrase(tokens: index..<last + 1, determiner: .definite)
            }
        }
        return nil
    }

    /// What has a name of its own, and is no verb after one.
    private static let namedThings = WordList(
        """
        administration government regime cabinet ministry parliament army police party council court commission committee
        summit accord agreement treaty deal pact compact bargain declaration communique communiqué statement
        bill law act amendment reform plan scheme proposal policy doctrine budget decree verdict ruling sanctions
        campaign election referendum war conflict crisis invasion occupation coup revolution uprising scandal affair inquiry
        dam mine pipeline refinery stadium airport harbour bridge tunnel railway station reactor project programme program
        people junta militia rebels opposition union federation league foundation institute
        """
    )

    private func isPlural(_ word: String) -> Bool {
        word.utf8.count > 4 && word.hasSuffix("s") && !["ss", "us", "is", "ous"].contains(where: word.hasSuffix)
            || ["people", "children", "women", "men"].contains(word)
    }

    private static let stuffEndings = [
        "tion", "sion", "ment", "ism", "ance", "ence", "ity", "racy", "ship", "care", "fare",
    ]

    // MARK: Tables

    /// Nouns in -ed.
    private static let participles = WordList(
        "accused unemployed wounded deceased dispossessed displaced oppressed underprivileged deed need seed speed feed breed greed"
            + " creed shed bed weed steed hundred hatred"
    )

    /// What a verb follows.
    private static let subjects = WordList("who which that i you he she it we they")

    private static let numbers = WordList("two three four five six seven eight nine ten")

    private static let objectStarts = WordList("the a an his her its their that this those these to it them him us")

    /// Words that belong to no noun phrase, or end it.
    static let stops = WordList(
        """
        the a an this that these those his her its their our my your whose which who whom what when where why how whether if
        is are was were be been being am has have had having do does did will would can could may might must shall should
        to of in on at by for from with about against among between into onto over under through during before after
        since until without within toward towards upon across behind beyond despite except like near off out up down
        and or but nor so yet because although though while as than then there here not n't no never also too only even
        just still already again once now soon perhaps maybe rather quite very more less i you he she it we they me him
        them us himself herself itself themselves one ones anyone everyone someone nobody everybody nothing anything
        everything something somebody each every both either neither all any some many much most few several other others
        such same own 's 're 've 'll 'd 'm said says went goes go gone come comes came let lets make makes made take takes
        took taken get gets got give gives gave given keep keeps kept put puts seem seems look looks become becomes became
        need needs ought cannot well ever alone instead together
        """
    )

    /// Past forms and others that tables of regular verbs don't list.
    private static let irregular = WordList(
        """
        fell rose ran won lost built bought brought sold held led left met paid read sent sat stood spent taught understood
        broke chose drew drove ate flew forgot grew hid knew rode sang shook spoke stole swore threw woke wore wrote began
        became begins remains remain stays stay brings bring means mean leaves leave runs turns turn costs deserves deserve
        works wants wins loses fails falls helps hurts serves holds opens closes stands sits exists belongs matters needs
        slept wept swept crept kept felt dealt meant lent bent fought caught sought struck stuck swung spun dug fed bled bred
        sped shone shot lit slid bound ground wound hung rang sprang sank drank swam flung clung stung bit ate blew threw
        flew knew grew drew saw did had was were said began ran came went gave took made got told heard sold
        happens arrives knows thinks feels gets puts lets tells asks cuts hits sets
        """
    )

    /// Nouns of time, place and measure, and others that nobody takes a stance toward.
    static let noHeads = WordList(
        """
        day days week weeks month months year years time times hour hours minute minutes morning evening night afternoon
        weekend decade decades century moment today tomorrow way ways thing things lot kind sort part parts side sides end
        beginning middle first last next case cases fact point example place places number numbers half percent rest
        bit couple dozen hundred thousand million billion front back top bottom left right dark course matter reason reasons
        hand hands head eye eyes face word words name line question answer sense result results spring summer autumn winter
        set series pair monday tuesday wednesday thursday friday saturday sunday pages page mile miles metre metres degree level
        """
    )
}
