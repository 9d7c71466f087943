/// The number or letter before an item of a list: `1.`, `2)`, `3.)`, `a.`.
struct ListMarker: Equatable {
    enum Style { case fullStop, bracket, both }

    /// The number, or for a letter its place in the alphabet.
    var value: Int
    var isLetter: Bool
    var style: Style

    /// The marker of the next item.
    var next: Self { Self(value: value + 1, isLetter: isLetter, style: style) }
}

extension UTF8Text {
    /// The marker at `offset`, followed by white space, and its end.
    func listMarker(at offset: Int) -> (marker: ListMarker, end: Int)? {
        var end = offset
        var value = 0
        let isLetter = ByteClass.isLower(self[offset])
        if isLetter {
            value = Int(self[offset] - UInt8(ascii: "a")) + 1
            end += 1
        } else {
            // More than three digits is a year or an amount.
            while end < offset + 3, ByteClass.isDigit(self[end]) {
                value = value * 10 + Int(self[end] - UInt8(ascii: "0"))
                end += 1
            }
        }
        guard end > offset else { return nil }
        let style: ListMarker.Style
        switch (self[end], self[end + 1]) {
        case (UInt8(ascii: "."), UInt8(ascii: ")")): style = .both
        case (UInt8(ascii: "."), _): style = .fullStop
        case (UInt8(ascii: ")"), _): style = .bracket
        default: return nil
        }
        end += style == .both ? 2 : 1
        return whiteSpaceLength(at: end) > 0 ? (ListMarker(value: value, isLetter: isLetter, style: style), end) : nil
    }

    /// The length of the bullet at `offset`, or 0: • ‣ ⁃ ▪ ● ◦.
    func bulletLength(at offset: Int) -> Int {
        switch (self[offset], self[offset + 1], self[offset + 2]) {
        case (0xE2, 0x80, 0xA2...0xA3), (0xE2, 0x81, 0x83), (0xE2, 0x96, 0xAA), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0xA6):
            3
        default: 0
        }
    }
}
