internal import Article

/// A logistic model that says of each word whether it belongs to the name of something that can be judged.
///
/// Learned from the marks in Training/stance/sentences (`Training/phrases/train`). Its features are hashed (Weinberger et al., Feature
/// Hashing for Large Scale Multitask Learning, ICML 2009), so that there is one small table and no list of words.
struct TargetWordModel: Sendable {
    /// A byte for each weight: ``zero`` is 0, each step up or down ``step``.
    let weights: StaticString

    /// The number of weights: 2¹⁶.
    static let space = 1 << 16
    static let zero = 80
    /// In log-odds, so that the bytes 40 to 120 reach from −5 to 5.
    static let step: Float = 0.125
    /// A word belongs where the log-odds are above this. Below 0, because what is found too much and judged by nobody is no
    /// target after all; chosen on Training/stance/readings/dev.
    static let threshold: Float = -1
    /// Behind a determiner a noun comes for certain; what is doubtful is whether anybody judges it.
    static let thresholdWhereDetermined: Float = -2

    /// - Parameters:
    ///   - members: how many words right before belong to it as well.
    ///   - isDetermined: whether it stands behind "the", "her" and the like.
    func belongs(_ features: TargetWordFeatures, after members: Int, isDetermined: Bool) -> Bool {
        let start = weights.utf8Start
        var sum = 0
        for position in features.indices.indices { sum += Int(start[Int(features.indices[position])]) - Self.zero }
        sum += Int(start[TargetWordFeatures.after(members)]) - Self.zero
        return Float(sum) * Self.step > (isDetermined ? Self.thresholdWhereDetermined : Self.threshold)
    }
}

/// What the model sees of a word: the indices of its weights.
struct TargetWordFeatures {
    let indices: InlineArray<23, UInt16>

    /// What a feature tells about. The raw values salt the hashes: they must not change without training again.
    private enum Template: UInt64 {
        case members, word, before, after, twoBefore, twoAfter, ending2, ending3, ending4, endingBefore, endingAfter
        case wordBefore, wordAfter, endingsBefore, endingsAfter, shapes, endingShapes, around, ending2Before,
            secondBefore
        case secondAfter, roles, roleEndings, roleAfter
    }

    /// The index of the weight of following so many words that belong; three stand for more.
    static func after(_ members: Int) -> Int { Int(index(.members, UInt64(min(members, 3)), 0)) }

    init(_ words: WordKeys.Window) {
        let (this, before, after) = (words[0], words[-1], words[1])
        indices = [
            Self.index(.word, this.word, 0),
            Self.index(.before, before.word, 0),
            Self.index(.after, after.word, 0),
            Self.index(.twoBefore, words[-2].word, before.word),
            Self.index(.twoAfter, after.word, words[2].word),
            Self.index(.ending2, this.ending2, 0),
            Self.index(.ending3, this.ending3, 0),
            Self.index(.ending4, this.ending4, 0),
            Self.index(.endingBefore, before.ending3, 0),
            Self.index(.endingAfter, after.ending3, 0),
            Self.index(.wordBefore, before.word, this.word),
            Self.index(.wordAfter, this.word, after.word),
            Self.index(.endingsBefore, before.ending3, this.ending3),
            Self.index(.endingsAfter, this.ending3, after.ending3),
            Self.index(.shapes, before.shape << 8 | after.shape, this.shape),
            Self.index(.endingShapes, this.ending3, before.shape << 8 | after.shape),
            Self.index(.around, before.word, after.word),
            Self.index(.ending2Before, this.ending2, before.word),
            Self.index(.secondBefore, words[-2].word, before.shape),
            Self.index(.secondAfter, words[2].word, 0),
            Self.index(.roles, before.role << 16 | after.role << 8, this.role),
            Self.index(.roleEndings, this.role, this.ending3),
            Self.index(.roleAfter, this.role, after.word),
        ]
    }

    private static func index(_ template: Template, _ value: UInt64, _ other: UInt64) -> UInt16 {
        let pair = value &* 0x9E37_79B9_7F4A_7C15 ^ other &* 0xE703_7ED1_A0B4_28DB
        var hash = (pair &+ template.rawValue &* 0xA076_1D64_78BD_642F) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return UInt16(truncatingIfNeeded: hash >> 48)
    }
}

/// Hashes of a word and its endings.
struct WordKeys {
    var word: UInt64 = 0
    var ending2: UInt64 = 0
    var ending3: UInt64 = 0
    var ending4: UInt64 = 0
    var shape: UInt64 = 0
    /// What the tables of the rules know of the word.
    var role: UInt64 = 0

    /// What stands beyond a sentence.
    private static let none = Self()

    private init() {}

    init(_ token: Token) {
        let bytes = Array(token.word.utf8)
        word = Self.hash(bytes[...])
        ending2 = Self.hash(bytes.suffix(2))
        ending3 = Self.hash(bytes.suffix(3))
        ending4 = Self.hash(bytes.suffix(4))
        shape = UInt64(token.shape.rawValue) + 1
        role = Self.role(token.word)
    }

    private static func role(_ word: String) -> UInt64 {
        var role: UInt64 = 1
        if ReportingVerbs.frame(word) != nil { role |= 2 }
        if ReportingWords.nounLike.contains(word) { role |= 4 }
        if StanceVerbs.takesObject(word) { role |= 8 }
        if case .verb = Lexicon.english.trie[word]?.role { role |= 16 }
        if case .word = Lexicon.english.trie[word]?.role { role |= 32 }
        if NounPhraseFinder.stops.contains(word) { role |= 64 }
        return role
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The words around one of a sentence.
    struct Window {
        let keys: [WordKeys]
        let center: Int

        subscript(offset: Int) -> WordKeys {
            keys.indices.contains(center + offset) ? keys[center + offset] : WordKeys.none
        }
    }
}
