/// How a line or a block ends.
enum SentenceEnd: Hashable {
    /// With a full stop or an ellipsis, before any closing quotes and brackets.
    case fullStop
    /// With a question or exclamation mark, as titles may end too.
    case mark
    case colon, other

    var isSentence: Bool { self == .fullStop || self == .mark }

    /// The end of `text`, which has no white space at its ends.
    init(of text: UnsafeBufferPointer<UInt8>) {
        var end = text.count
        loop: while end > 0 {
            switch text[end - 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end -= 1
            case 0x98...0x9F where end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80: end -= 3
            case 0xBB where end >= 2 && text[end - 2] == 0xC2: end -= 2
            default: break loop
            }
        }
        guard end > 0 else {
            self = .other
            return
        }
        switch text[end - 1] {
        case UInt8(ascii: "."): self = .fullStop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): self = .mark
        case UInt8(ascii: ":"): self = .colon
        // … U+2026
        case 0xA6 where end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80: self = .fullStop
        // 。U+3002
        case 0x82 where end >= 3 && text[end - 3] == 0xE3 && text[end - 2] == 0x80: self = .fullStop
        // ！ U+FF01, ？ U+FF1F
        case 0x81 where end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC: self = .mark
        case 0x9F where end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC: self = .mark
        default: self = .other
        }
    }
}
