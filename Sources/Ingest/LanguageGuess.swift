/// A small guess at the language of a text from its most frequent words.
enum LanguageGuess {
    /// How much of the text is looked at, in bytes: some 3,000 words.
    private static let sample = 20_000
    /// The fewest words of a language's list that say anything.
    private static let fewestHits = 4

    /// The BCP 47 code of the language, or `nil` unless one language has a tenth of all words and twice as many as
    /// the next: function words are a third and more of running text, and neighbours such as Spanish and Portuguese
    /// share many.
    static func language(of text: [UInt8]) -> String? {
        var hits = [Int](repeating: 0, count: languages.count)
        var words = 0
        // A word of up to eight bytes fits into a number; longer ones are in no list.
        var word: UInt64 = 0
        var length = 0
        for byte in text.prefix(sample) {
            if ByteClass.isLetter(byte) || byte >= 0xC3 && byte <= 0xC5 || byte & 0xC0 == 0x80 {
                word = word << 8 | UInt64(ByteClass.lower(byte))
                length += 1
            } else if length > 0 {
                words += 1
                if length <= 8, let mask = table[word] {
                    for language in hits.indices where mask & 1 << UInt8(language) != 0 { hits[language] += 1 }
                }
                word = 0
                length = 0
            }
        }
        let order = hits.indices.sorted { hits[$0] > hits[$1] }
        let best = hits[order[0]]
        guard best >= fewestHits, best * 10 >= words, best >= hits[order[1]] * 2 else { return nil }
        return languages[order[0]].code
    }

    private static let languages: [(code: String, words: String)] = [
        (
            "en",
            "the of and to in that is was for it with as his on be at by had not are but from have this they which were"
        ),
        (
            "es",
            "el los las que y en una por con para se lo del es su como pero más fue este sus esta son al entre también"
        ),
        (
            "fr",
            "le les des et est une dans qui que pour pas sur avec au ce il sont du aux mais cette ont été ne nous elle"
        ),
        (
            "de",
            "der die das und ist nicht den von mit dem ein eine sich auf für des im auch es an werden aus hat wird dass"
        ),
        (
            "it",
            "il di che è la per un una non sono con gli della del alla nel dei più anche ha le si dal come questo delle"
        ),
        ("pt", "o os que e do da em um uma não para com por mais dos das foi ao sua seu ele como mas no na também são"),
    ]

    private static let table: [UInt64: UInt8] = {
        var table: [UInt64: UInt8] = [:]
        for (index, language) in languages.enumerated() {
            for word in language.words.split(separator: " ") {
                table[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: 0] |= 1 << UInt8(index)
            }
        }
        return table
    }()
}
