/// What a scalar is to the splitter of words, as in Hugging Face's tokenizers, with which the models are trained: BERT's
/// reference code (tokenization.py of google-research/bert) with the tables of Unicode 8.
enum ScalarClass {
    /// Part of a word.
    case letter
    /// Between words.
    case space
    /// A word by itself: marks, and ideographs, which are written without spaces.
    case single
    /// Left out: control characters and the like.
    case dropped

    init(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self = Self(ascii: UInt8(scalar.value))
            return
        }
        switch Self.category(scalar) {
        case .control, .format, .privateUse, .surrogate: self = .dropped
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .single
        default: self = scalar == "\u{FFFD}" ? .dropped : Self.isIdeograph(scalar) ? .single : .letter
        }
    }

    /// The general category by Unicode 8; what was assigned later is unassigned, and so part of a word.
    static func category(_ scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
        let category = scalar.properties.generalCategory
        guard category != .privateUse, category != .surrogate else { return category }
        return scalar.properties.age.map { $0.major <= 8 } ?? false ? category : .unassigned
    }

    private init(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            self = .letter
        case 0x20, 0x09, 0x0A, 0x0D: self = .space
        case 0..<0x20, 0x7F: self = .dropped
        // "$", "+" and the like are no punctuation to Unicode, but are to the reference.
        default: self = .single
        }
    }

    /// The blocks that the tokenizers take for Chinese (the last of the extensions begins late there); Japanese and Korean syllables are not among them.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
