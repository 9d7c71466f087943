/// A word of at most 16 bytes, its ASCII letters in lower case, packed so that a look-up allocates nothing.
struct WordKey: Hashable, Sendable {
    static let maximumLength = 16

    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private var length: UInt8 = 0

    /// Adds a byte. - Returns: `false` where the word is full.
    mutating func append(_ byte: UInt8) -> Bool {
        guard length < Self.maximumLength else { return false }
        let lower = ByteClass.isUpper(byte) ? byte | 0x20 : byte
        if length < 8 {
            low |= UInt64(lower) << (8 * UInt64(length))
        } else {
            high |= UInt64(lower) << (8 * UInt64(length) - 64)
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

    /// - Parameter low: the first eight bytes in lower case, the first of them lowest, with zeros behind the word.
    init(low: UInt64, high: UInt64, length: Int) {
        self.low = low
        self.high = high
        self.length = UInt8(length)
    }

    static func == (left: Self, right: Self) -> Bool { left.low == right.low && left.high == right.high }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }

    /// The first three bytes; zeros behind the word.
    var beginning: (UInt8, UInt8, UInt8) {
        (UInt8(truncatingIfNeeded: low), UInt8(truncatingIfNeeded: low >> 8), UInt8(truncatingIfNeeded: low >> 16))
    }

    /// The same on every machine and in every run, so that weights can be kept by it.
    var mixed: UInt64 { mix(low ^ mix(high)) }
}

/// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}

/// The words of a language that the rules ask about: a hash table with open addressing, since it is asked for every
/// few words of a text.
///
/// A lexicon is made once for each language and stays: its tables are never freed, so that a look-up counts no
/// references, and never changed, so that all threads may read them.
struct Lexicon: @unchecked Sendable {
    private struct Slot {
        var key = WordKey()
        var classes: WordClass = []
    }

    private let slots: UnsafePointer<Slot>
    private let mask: Int
    /// A bit for each beginning of a word before which a sentence may end without a mark: at the start of a line, and
    /// anywhere.
    private let beginnings: UnsafePointer<UInt64>
    private let beginningsAnywhere: UnsafePointer<UInt64>

    /// - Parameter tables: words parted by white space, by class.
    init(_ tables: [(WordClass, String)]) {
        var classes: [WordKey: WordClass] = [:]
        for (wordClass, words) in tables {
            for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
                classes[WordKey(word), default: []].formUnion(wordClass)
            }
        }
        // At most half full, so that a word that isn't there is known at the first slots.
        var size = 16
        while size < classes.count * 2 { size *= 2 }
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
        for (key, value) in classes {
            var index = Self.start(key) & (size - 1)
            while !slots[index].classes.isEmpty { index = (index + 1) & (size - 1) }
            slots[index] = Slot(key: key, classes: value)
        }
        self.slots = UnsafePointer(slots)
        mask = size - 1
        beginnings = Self.beginnings(of: .opensWithoutMark, classes)
        beginningsAnywhere = Self.beginnings(of: .opensWithoutMarkAnywhere, classes)
    }

    private static func beginnings(of wanted: WordClass, _ classes: [WordKey: WordClass]) -> UnsafePointer<UInt64> {
        let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 15 / 64)
        bits.initialize(repeating: 0, count: 1 << 15 / 64)
        for (key, value) in classes where !value.isDisjoint(with: wanted) {
            let (first, second, third) = key.beginning
            let index = beginning(first, second, third)
            bits[index >> 6] |= 1 << UInt64(index & 63)
        }
        return UnsafePointer(bits)
    }

    /// Whether a word that begins with these bytes may be one before which a sentence ends without a mark: a quick
    /// look, which rules out most names.
    @inline(__always)
    func mayOpenWithoutMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let index = Self.beginning(first, second, third)
        return beginnings[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// The same, where the line so far is no heading.
    @inline(__always)
    func mayOpenWithoutMarkAnywhere(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let index = Self.beginning(first, second, third)
        return beginningsAnywhere[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// Five bits for each of the first three letters; what is no letter ends the word.
    @inline(__always)
    private static func beginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        var index = Int(first & 31)
        guard ByteClass.isLetter(second) else { return index }
        index |= Int(second & 31) << 5
        return ByteClass.isLetter(third) ? index | Int(third & 31) << 10 : index
    }

    subscript(key: WordKey?) -> WordClass {
        guard let key else { return [] }
        var index = Self.start(key) & mask
        while true {
            let slot = slots[index]
            if slot.classes.isEmpty || slot.key == key { return slot.classes }
            index = (index + 1) & mask
        }
    }

    @inline(__always)
    private static func start(_ key: WordKey) -> Int {
        let product = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: product >> 32)
    }
}
