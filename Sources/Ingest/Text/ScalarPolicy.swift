/// What the normalizer does with one scalar.
enum ScalarPolicy: Hashable {
    case keep
    /// It becomes a plain space.
    case space
    /// It becomes a line feed.
    case lineFeed
    case remove
    /// A joiner, which is kept only where it carries meaning; see ``Normalizer``.
    case joiner

    /// The policy for a scalar outside ASCII.
    ///
    /// Spaces are all of Unicode's `White_Space` (PropList.txt) that are not line breaks, so that a normalized text has
    /// no white space but U+0020 and U+000A. What is removed is invisible: C1 controls, the soft hyphen, zero-width
    /// marks, directional controls, annotation marks and the object replacement character that a paste leaves behind.
    init(_ scalar: UInt32) {
        self =
            switch scalar {
            case 0x85, 0x2028, 0x2029: .lineFeed
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
            case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E: .remove
            case 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFC, 0xFDD0...0xFDEF: .remove
            case 0x200C, 0x200D: .joiner
            case let value where value & 0xFFFE == 0xFFFE: .remove
            default: .keep
            }
    }

    /// Whether a joiner after `scalar` carries meaning: in the scripts from Arabic on, and in emoji sequences, but not
    /// after Latin, Greek, Cyrillic or Hebrew letters, general punctuation or letterlike symbols.
    static func joins(after scalar: UInt32) -> Bool {
        scalar >= 0x600 && !(0x1E00...0x214F).contains(scalar)
    }

    /// Whether a text of such scalars only is in NFC as it stands: each is a starter that no canonical composition
    /// changes, neither alone nor with one of the others (`NFC_Quick_Check` = Yes and `ccc` = 0 in UAX #15). The ranges
    /// are those of ordinary prose in Latin and Cyrillic script, general punctuation, CJK ideographs, Hangul syllables
    /// and emoji; everything else asks for the full algorithm.
    static func isComposed(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x300, 0x400...0x482, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF: true
        case 0x2190...0x21CD, 0x2500...0x27BF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        case 0xFE0F, 0xFF00...0xFF60, 0xFFFD, 0x1F300...0x1FAFF: true
        default: false
        }
    }
}
