/// A guess at the encoding of bytes that nothing describes and that are not UTF-8.
enum EncodingGuess {
    /// How much is looked at.
    private static let sample = 64 << 10

    static func encoding(of bytes: [UInt8]) -> EncodingLabel {
        let sample = Array(bytes.prefix(sample))
        let high = sample.count { $0 >= 0x80 }
        // What is wrong further on is no more than a letter or two.
        guard high > 0 else { return .windows1252 }
        if let utf16 = utf16(sample) { return utf16 }
        let pairs = pairs(sample)
        // Of text in two-byte encodings nearly all high bytes come in pairs; of other text hardly any.
        if pairs.inPairs * 10 >= high * 9, let label = twoByte(sample) { return label }
        return singleByte(sample, high)
    }

    /// Text in Latin letters has a zero in every other byte.
    private static func utf16(_ sample: [UInt8]) -> EncodingLabel? {
        let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
        let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
        let half = sample.count / 2
        if half > 8, even * 2 > half, odd * 10 < half { return .utf16BigEndian }
        if half > 8, odd * 2 > half, even * 10 < half { return .utf16LittleEndian }
        return nil
    }

    private static func pairs(_ sample: [UInt8]) -> (inPairs: Int, alone: Int) {
        var inPairs = 0
        var alone = 0
        var index = 0
        while index < sample.count {
            if sample[index] < 0x80 {
                index += 1
            } else if index + 1 < sample.count, sample[index + 1] >= 0x40, sample[index + 1] != 0x7F {
                inPairs += sample[index + 1] >= 0x80 ? 2 : 1
                index += 2
            } else {
                alone += 1
                index += 1
            }
        }
        return (inPairs, alone)
    }

    /// The encoding in which the sample has fewest faults, and most of the characters that its language is full of.
    private static func twoByte(_ sample: [UInt8]) -> EncodingLabel? {
        var best: (label: EncodingLabel, score: Double)?
        for name in ["shift_jis", "euc-jp", "euc-kr", "gb18030", "big5"] {
            guard let label = EncodingLabel(name) else { continue }
            let decoded = label.decode(sample, .detection)
            var known = 0
            var foreign = 0
            for scalar in decoded.text.unicodeScalars where scalar.value >= 0x80 {
                switch scalar.value {
                case 0x3040...0x30FF: known += label.name.hasSuffix("JIS") || label.name == "EUC-JP" ? 1 : 0
                case 0xAC00...0xD7A3: known += frequentSyllables.contains(scalar) ? 1 : 0
                case 0x4E00...0x9FFF: known += frequent.contains(scalar) ? 1 : 0
                case 0x3000...0x303F, 0xFF00...0xFF60: break
                default: foreign += 1
                }
            }
            let score = Double(known) - 2 * Double(foreign) - 10 * Double(decoded.faults)
            if score > best?.score ?? 0 { best = (label, score) }
        }
        return best?.label
    }

    /// Characters that any Chinese text of some length has, in both writings.
    private static let frequent = Set("的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會".unicodeScalars)

    /// Syllables that any Korean text has.
    private static let frequentSyllables = Set("이다는을를에의가고한하지로기은도사나리어안요서자".unicodeScalars)

    /// Cyrillic letters are whole words of high bytes; in Latin text high bytes stand alone among letters.
    private static func singleByte(_ sample: [UInt8], _ high: Int) -> EncodingLabel {
        var inRuns = 0
        var lower1251 = 0
        var lowerKOI8 = 0
        for (index, byte) in sample.enumerated() where byte >= 0xC0 {
            if index > 0, sample[index - 1] >= 0xC0 { inRuns += 1 }
            if byte >= 0xE0 { lower1251 += 1 } else { lowerKOI8 += 1 }
        }
        guard inRuns * 2 > high else { return .windows1252 }
        return EncodingLabel(lower1251 >= lowerKOI8 ? "windows-1251" : "koi8-r") ?? .windows1252
    }
}
