/// The writing systems that tell languages, or groups of them, apart.
enum Script: Int, CaseIterable {
    case latin, cyrillic, arabic, devanagari
    case greek, hebrew, thai, georgian, armenian, bengali, tamil, telugu, gujarati, gurmukhi, kannada, malayalam
    case sinhala, khmer, lao, burmese, ethiopic, hangul, kana, han

    /// The language of a script that one language has nearly to itself.
    var language: String? {
        switch self {
        case .latin, .cyrillic, .arabic, .devanagari: nil
        case .greek: "el"
        case .hebrew: "he"
        case .thai: "th"
        case .georgian: "ka"
        case .armenian: "hy"
        case .bengali: "bn"
        case .tamil: "ta"
        case .telugu: "te"
        case .gujarati: "gu"
        case .gurmukhi: "pa"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .khmer: "km"
        case .lao: "lo"
        case .burmese: "my"
        case .ethiopic: "am"
        case .hangul: "ko"
        case .kana: "ja"
        case .han: "zh"
        }
    }

    /// The script of a letter, by the blocks of Unicode; `nil` for what is no letter, or one of another script.
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x587: self = .armenian
        case 0x5D0...0x5EA: self = .hebrew
        case 0x620...0x65F, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: self = .arabic
        case 0x900...0x963: self = .devanagari
        case 0x980...0x9E3: self = .bengali
        case 0xA01...0xA65, 0xA70...0xA75: self = .gurmukhi
        case 0xA81...0xAE3: self = .gujarati
        case 0xB82...0xBE5: self = .tamil
        case 0xC00...0xC63: self = .telugu
        case 0xC80...0xCE3: self = .kannada
        case 0xD00...0xD63: self = .malayalam
        case 0xD82...0xDDF: self = .sinhala
        case 0xE01...0xE4E: self = .thai
        case 0xE81...0xECD: self = .lao
        case 0x1000...0x103F: self = .burmese
        case 0x10A0...0x10FF: self = .georgian
        case 0x1200...0x137F: self = .ethiopic
        case 0x1780...0x17D3: self = .khmer
        case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
        case 0x3041...0x30FF: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
        default: return nil
        }
    }
}
