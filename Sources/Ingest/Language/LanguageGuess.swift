/// Tells the language of a text: by its script where that is enough, else by its small words and peculiar letters.
enum LanguageGuess {
    /// How much of a text is looked at, in bytes: some thousand words.
    static let sample = 6_000
    /// The least weight of words and letters that says anything: three small words that no other language has.
    private static let leastWeight = 3.0
    /// The least weight for each word: of ten words of running text, three and more are small words.
    private static let leastShare = 0.08
    /// How much more weight the best language must have than the next.
    private static let lead = 1.3

    /// The BCP 47 code of the language; `nil` where that is not clear.
    ///
    /// - Parameter text: UTF-8.
    static func language(of text: some Sequence<UInt8>) -> String? {
        let sample = Array(text.prefix(sample))
        return sample.withUnsafeBufferPointer { bytes in
            var counts = [Int](repeating: 0, count: Script.allCases.count)
            var letters = 0
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    if ByteClass.isLetter(bytes[index]) {
                        counts[Script.latin.rawValue] += 1
                        letters += 1
                    }
                    index += 1
                    continue
                }
                let (scalar, length) = decode(bytes, index)
                index += length
                guard let script = Script(scalar) else { continue }
                counts[script.rawValue] += 1
                letters += 1
            }
            guard letters >= 4, let top = counts.indices.max(by: { counts[$0] < counts[$1] }),
                let script = Script(rawValue: top)
            else { return nil }
            // Japanese is Han and kana together.
            let kana = counts[Script.kana.rawValue]
            if script == .han || script == .kana, counts[Script.han.rawValue] + kana > letters / 2 {
                return kana * 20 >= letters ? "ja" : "zh"
            }
            guard counts[top] * 10 >= letters * 6 else { return nil }
            if let language = script.language { return language }
            return Tables.of(script).flatMap { best($0, bytes) }
        }
    }

    private static func best(_ tables: Tables, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var weights = [Double](repeating: 0, count: tables.codes.count)
        func add(_ mask: UInt64, _ weight: Double) {
            // What several languages have says less of each.
            let share = weight / Double(mask.nonzeroBitCount)
            var rest = mask
            while rest != 0 {
                weights[rest.trailingZeroBitCount] += share
                rest &= rest - 1
            }
        }
        var words = 0
        var hash = WordHash()
        var index = 0
        while index < bytes.count {
            // ASCII, in lower case, goes fast.
            if ByteClass.isLetter(bytes[index]) {
                hash.add(UInt32(bytes[index] | 0x20))
                index += 1
                continue
            }
            let (scalar, length) = decode(bytes, index)
            index += length
            if Script(scalar) != nil {
                let lower = WordHash.lower(scalar)
                hash.add(lower)
                if lower > 0x7F, let mask = tables.letters[lower] { add(mask, 0.5) }
            } else if !hash.isEmpty {
                words += 1
                if let mask = tables.words[hash.value] { add(mask, 1) }
                hash = WordHash()
            }
        }
        if !hash.isEmpty {
            words += 1
            if let mask = tables.words[hash.value] { add(mask, 1) }
        }
        let order = weights.indices.sorted { weights[$0] > weights[$1] }
        let (best, next) = (weights[order[0]], order.count > 1 ? weights[order[1]] : 0)
        guard best >= leastWeight, best >= leastShare * Double(words), best >= next * lead else { return nil }
        return tables.codes[order[0]]
    }

    /// The scalar at `index`; the sample may end in the middle of one.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return (0, bytes.count - index) }
        return UTF8Scalar.decode(bytes, at: index)
    }
}

/// The words and letters of the languages of one script, each with a bit for each language that has it.
private struct Tables {
    let codes: [String]
    let words: WordTable
    private(set) var letters: [UInt32: UInt64] = [:]

    private init(_ profiles: [LanguageProfile]) {
        codes = profiles.map(\.code)
        var words: [UInt64: UInt64] = [:]
        for (index, profile) in profiles.enumerated() {
            for word in Set(profile.words.split(separator: " ")) {
                var hash = WordHash()
                for scalar in word.unicodeScalars { hash.add(scalar.value) }
                words[hash.value, default: 0] |= 1 << UInt64(index)
            }
            for letter in profile.letters.unicodeScalars { letters[letter.value, default: 0] |= 1 << UInt64(index) }
        }
        self.words = WordTable(words)
    }

    private static let latin = Tables(LanguageProfile.latin)
    private static let cyrillic = Tables(LanguageProfile.cyrillic)
    private static let arabic = Tables(LanguageProfile.arabic)
    private static let devanagari = Tables(LanguageProfile.devanagari)

    static func of(_ script: Script) -> Tables? {
        switch script {
        case .latin: latin
        case .cyrillic: cyrillic
        case .arabic: arabic
        case .devanagari: devanagari
        default: nil
        }
    }
}

/// Masks by the hash of a word: open addressing, since the keys are hashes already and each word of a text is looked up.
private struct WordTable {
    private var entries: [(hash: UInt64, mask: UInt64)]

    /// A slot is empty where its mask is; every word has a language.
    init(_ masks: [UInt64: UInt64]) {
        var size = 64
        while size < masks.count * 4 { size *= 2 }
        entries = Array(repeating: (0, 0), count: size)
        for (hash, mask) in masks { entries[slot(of: hash)] = (hash, mask) }
    }

    subscript(hash: UInt64) -> UInt64? {
        let mask = entries[slot(of: hash)].mask
        return mask == 0 ? nil : mask
    }

    /// Where the hash is, or would be.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (entries.count - 1)
        while entries[slot].mask != 0, entries[slot].hash != hash { slot = (slot + 1) & (entries.count - 1) }
        return slot
    }
}

/// A word as a number: FNV-1a over its letters in lower case (Fowler, Noll and Vo, 64 bits). Two words of the tables with
/// the same number would be noticed by the tests; a text's word with that of another does no harm.
private struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var isEmpty = true

    mutating func add(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3
        isEmpty = false
    }

    /// In lower case, for the letters of the tables.
    static func lower(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 32
        case 0x400...0x40F: scalar + 80
        case 0x130: 0x69
        case 0x100...0x137, 0x14A...0x177, 0x218...0x21B, 0x1A0...0x1A1, 0x1E00...0x1EFF, 0x460...0x52F: scalar | 1
        case 0x1AF, 0x139...0x148, 0x179...0x17E: scalar + scalar % 2
        default: scalar
        }
    }
}
