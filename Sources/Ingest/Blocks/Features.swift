/// What the rules look at in a piece of text.
struct Features: Hashable {
    var words: Int
    /// The length in scalars.
    var length: Int
    var end: SentenceEnd
    /// Whether the first letter is in lower case (ASCII).
    var startsLower: Bool
    var hasDigit: Bool
    /// Phrases anywhere outside of quotation marks.
    var anywhere: Wording = []
    /// Phrases with which the text begins.
    var opening: Wording = []
    /// Phrases that are all of the text, punctuation apart.
    var whole: Wording = []
    /// The part of the letters that entries of menus cover, from 0 to 1.
    var menuShare = 0.0
    /// The number of words from the start of the last credit to the end.
    var wordsFromCredit: Int?
    var wordsFromWeakCredit: Int?
    var endsBracketed: Bool
    /// `nil` where the text is too long to be searched.
    var folded: FoldedText?

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var words = 0
        var length = 0
        var hasDigit = false
        var isInWord = false
        for byte in text {
            if UTF8Scalar.isStart(byte) { length += 1 }
            if byte <= 0x20 {
                isInWord = false
            } else if !isInWord, ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0xC3 {
                // A dash or a bullet on its own is no word, nor is a lone general punctuation mark (E2 80 xx).
                if byte != 0xE2 {
                    words += 1
                    isInWord = true
                }
            }
            if ByteClass.isDigit(byte) { hasDigit = true }
        }
        self.words = words
        self.length = length
        self.hasDigit = hasDigit
        end = SentenceEnd(of: text)
        endsBracketed = text.last == UInt8(ascii: ")") || text.last == UInt8(ascii: "]")
        startsLower = text.first.map(ByteClass.isLower) ?? false
        if text.count <= Wording.longestBlock { search(FoldedText(text)) }
    }

    private mutating func search(_ folded: FoldedText) {
        let symbols = folded.symbols
        self.folded = folded
        guard let first = symbols.firstIndex(where: { FoldedText.isWord($0) || "(C[".utf8.contains($0) }) else {
            return
        }
        let last = (symbols.lastIndex { $0 != UInt8(ascii: ".") && $0 != 0x20 } ?? first) + 1
        var quotes = symbols.startIndex
        var isQuoted = false
        // A lone "Climate" may be a heading of the body; only in a list with separators are sections a menu.
        let isList = symbols.contains(UInt8(ascii: "|"))
        let entries: Wording = isList ? [.menu, .counter, .skip, .section] : [.menu, .counter, .skip]
        var covered = 0
        var menuLetters = 0
        var credit: Int?
        var weakCredit: Int?
        Wording.automaton.matches(in: folded) { match in
            while quotes < match.range.lowerBound {
                if symbols[quotes] == UInt8(ascii: "\"") { isQuoted.toggle() }
                quotes += 1
            }
            if !isQuoted { anywhere.insert(match.wording) }
            if match.range.lowerBound == first {
                opening.insert(match.wording)
                if match.range.upperBound >= last { whole.insert(match.wording) }
            }
            if !match.wording.isDisjoint(with: entries) {
                let start = max(covered, match.range.lowerBound)
                if start < match.range.upperBound {
                    menuLetters += symbols[start..<match.range.upperBound].count(where: FoldedText.isWord)
                    covered = match.range.upperBound
                }
            }
            if match.wording == .credit { credit = match.range.lowerBound }
            if match.wording == .weakCredit { weakCredit = match.range.lowerBound }
        }
        let letters = symbols.count(where: FoldedText.isWord)
        menuShare = letters == 0 ? 0 : Double(menuLetters) / Double(letters)
        wordsFromCredit = credit.map { symbols[$0...].count { $0 == 0x20 } + 1 }
        wordsFromWeakCredit = weakCredit.map { symbols[$0...].count { $0 == 0x20 } + 1 }
    }

    /// Running text: a sentence of some length, or so many words that it can't be a heading.
    var isProse: Bool { (words >= 8 && end.isSentence) || words >= 30 }
}
