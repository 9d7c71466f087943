/// A word of at most 16 bytes, its ASCII letters in lower case, packed so that a look-up allocates nothing.
struct WordKey: Hashable {
    static let maximumLength = 16

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var length = 0

    /// Adds a byte. - Returns: `false` where the word is full.
    mutating func append(_ byte: UInt8) -> Bool {
        guard length < Self.maximumLength else { return false }
        let lower = ByteClass.isUpper(byte) ? byte | 0x20 : byte
        if length < 8 {
            low |= UInt64(lower) << UInt64(8 * length)
        } else {
            high |= UInt64(lower) << UInt64(8 * length - 64)
        }
        length += 1
        return true
    }

    /// - Precondition: at most 16 bytes; the tables of the languages are held to it by a test.
    init(_ word: some Collection<UInt8>) {
        precondition(word.count <= Self.maximumLength, "a word of the tables is longer than 16 bytes")
        for byte in word { _ = append(byte) }
    }

    init() {}

    static func == (left: Self, right: Self) -> Bool { left.low == right.low && left.high == right.high }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }
}

/// The words of a language that the rules ask about.
struct Lexicon: Sendable {
    private let classes: [WordKey: WordClass]

    /// - Parameter tables: words parted by white space, by class.
    init(_ tables: [(WordClass, String)]) {
        var classes: [WordKey: WordClass] = [:]
        for (wordClass, words) in tables {
            for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                classes[WordKey(word), default: []].formUnion(wordClass)
            }
        }
        self.classes = classes
    }

    subscript(key: WordKey?) -> WordClass { key.flatMap { classes[$0] } ?? [] }
}

extension WordKey: Sendable {}
