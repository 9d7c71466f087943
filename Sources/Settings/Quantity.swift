/// A whole number with a unit behind it, as in `1500ms` or `8 MiB`.
struct Quantity {
    let number: Int
    let unit: String

    /// Nil unless `text` is ASCII digits, at most one space, and letters (possibly none).
    init?(_ text: String) {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        var rest = text.utf8.dropFirst(digits.count)
        if rest.first == UInt8(ascii: " "), rest.count > 1 { rest = rest.dropFirst() }
        guard rest.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF) }) else { return nil }
        self.number = number
        unit = String(decoding: rest, as: UTF8.self)
    }
}
