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

/// Finds the noun phrases toward which stances can be asked.
///
/// A learned model says which words belong to one; words in a row are a phrase, with what stands before them for its determiner.
/// Names are found elsewhere: the nouns beside them ("UN sanctions") are phrases by themselves.
struct NounPhraseFinder {
    let tokens: [Token]
    private let model = TargetWordModel.english

    init(tokens: [Token]) { self.tokens = tokens }

    /// Of a longer one, the last words are taken.
    private static let longestPhrase = 5

    /// - Parameter isHeadline: whether the words have capitals that say nothing.
    func phrases(in sentence: Range<Int>, isHeadline: Bool = false) -> [NounPhrase] {
        var found: [NounPhrase] = []
        var (start, isInside) = (sentence.lowerBound, false)
        func close(_ end: Int) {
            if isInside, let phrase = phrase(start..<end, sentence, isHeadline) { found.append(phrase) }
            isInside = false
        }
        let keys = tokens[sentence].map(WordKeys.init)
        for index in sentence {
            guard isCandidate(index, sentence, isHeadline),
                model.belongs(
                    TargetWordFeatures(WordKeys.Window(keys: keys, center: index - sentence.lowerBound)),
                    after: isInside ? index - start : 0,
                    isDetermined: !isInside && isDetermined(index, sentence)
                )
            else {
                close(index)
                if let people = people(index, sentence) { found.append(people) }
                continue
            }
            if !isInside { (start, isInside) = (index, true) }
        }
        close(sentence.upperBound)
        return found
    }

    /// The words that the model is asked about.
    func isCandidate(_ index: Int, _ sentence: Range<Int>, _ isHeadline: Bool) -> Bool {
        let token = tokens[index]
        let isSmall = token.shape == .lower
        let hasEmptyCapital = token.shape == .capitalized && (isHeadline || index == sentence.lowerBound)
        return (isSmall || hasEmptyCapital) && token.word.utf8.count > 2 && !Self.stops.contains(token.word)
            && Self.determiner(token.word) == nil
            && (!token.word.hasSuffix("ly") || Self.nounsInLy.contains(token.word))
    }

    private func phrase(_ words: Range<Int>, _ sentence: Range<Int>, _ isHeadline: Bool) -> NounPhrase? {
        let last = words.upperBound - 1
        guard !Self.noHeads.contains(tokens[last].word), words.count > 1 || !isParticiple(tokens[last].word) else {
            return nil
        }
        // The words before a name belong to it: "finance minister Grace Ilunga".
        guard isHeadline || last + 1 >= sentence.upperBound || !tokens[last + 1].isCapital || isApart(last + 1) else {
            return nil
        }
        let determiner = determiner(before: words.lowerBound, sentence)
        if determiner == .indefinite, isPredicate(words) { return nil }
        return NounPhrase(
            tokens: max(words.lowerBound, words.upperBound - Self.longestPhrase)..<words.upperBound,
            determiner: determiner
        )
    }

    /// `Promised`, but not `the wounded`.
    private func isParticiple(_ word: String) -> Bool { word.hasSuffix("ed") && !Self.nounsInEd.contains(word) }

    private func isApart(_ index: Int) -> Bool { tokens[index].span.start > tokens[index - 1].span.end + 1 }

    // MARK: What stands before it

    private func determiner(before start: Int, _ sentence: Range<Int>) -> NounPhrase.Determiner {
        var index = start - 1
        while index > sentence.lowerBound,
            Self.pronominal.contains(tokens[index].word) || tokens[index].word.hasSuffix("ly")
        {
            index -= 1
        }
        guard index >= sentence.lowerBound else { return .bare }
        if let determiner = Self.determiner(tokens[index].word) { return determiner }
        if isPluralPossessive(index, sentence) { return .possessive }
        return tokens[index].isCapital && index > sentence.lowerBound && !isApart(start) ? .definite : .bare
    }

    /// Whether a noun must follow: behind "the", but not behind "this", which may stand alone.
    private func isDetermined(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound else { return false }
        return Self.certain.contains(tokens[index - 1].word) || isPluralPossessive(index - 1, sentence)
    }

    private static let certain = WordList("the a an his her its their our my your no every another 's")

    private static let pronominal = WordList("same own other very such few many several two three four five")

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

    /// The mark of "the exiles’ council", where no quotation has begun.
    private func isPluralPossessive(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard Self.apostrophes.contains(tokens[index].word), index > sentence.lowerBound,
            index + 1 < sentence.upperBound,
            tokens[index - 1].word.hasSuffix("s"), tokens[index - 1].span.end == tokens[index].span.start,
            tokens[index + 1].span.start > tokens[index].span.end, tokens[index + 1].shape == .lower
        else { return false }
        return !tokens[sentence.lowerBound..<index].contains { Self.apostrophes.contains($0.word) }
    }

    private static let apostrophes: Set<String> = ["'", "\u{2018}", "\u{2019}"]

    /// `She is a liar and a fraud` says what somebody is: nobody takes a stance toward the fraud. "There has been no inquiry" does not.
    private func isPredicate(_ range: Range<Int>) -> Bool {
        if case .word = Lexicon.english.trie[tokens[range.upperBound - 1].word]?.role { return true }
        guard range.lowerBound > 1 else { return false }
        let before = tokens[range.lowerBound - 2].word
        if CueFinder.beForms.contains(before) {
            return !tokens[max(0, range.lowerBound - 5)..<range.lowerBound - 2].contains { $0.word == "there" }
        }
        return ["as", "not", "become", "became", "becomes"].contains(before)
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

    // MARK: Tables

    private static let nounsInEd = WordList(
        "accused unemployed wounded deceased dispossessed displaced oppressed underprivileged bereaved deed need seed speed feed breed"
            + " greed creed shed bed weed hatred"
    )
    private static let nounsInLy = WordList(
        "family rally bully ally reply supply assembly monopoly anomaly folly oligopoly subassembly belly fly jelly lily homily"
    )

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
        need needs ought cannot well ever alone instead together unless including concerning regarding according meanwhile indeed moreover
        however nevertheless nonetheless thus hence therefore otherwise furthermore besides sometimes always often afterwards
        wo ca ai
        """
    )

    /// Nouns of time, place and measure, and others that nobody takes a stance toward.
    static let noHeads = WordList(
        """
        day days week weeks month months year years time times hour hours minute minutes morning evening night afternoon
        weekend decade decades century moment today tomorrow way ways thing things lot kind sort part parts side sides end
        beginning middle first last next case cases fact point example place places number numbers half percent rest
        bit couple dozen hundred thousand million billion dozens hundreds thousands millions billions instance factor front back top bottom left right dark course matter reason reasons
        hand hands head eye eyes face word words name line question answer sense result results spring summer autumn winter
        set series pair monday tuesday wednesday thursday friday saturday sunday pages page mile miles metre metres degree level
        """
    )
}
