/// Names as they are compared: folded, one a person, without "by".
enum AuthorNames {
    private static let prefixes = ["by ", "von ", "par ", "por "]
    private static let separators: Set<String> = ["and", "&", "und"]

    static func names(_ bylines: [String]) -> Set<String> {
        var names: Set<String> = []
        for byline in bylines {
            var text = ExtractionFold(byline).text
            if let prefix = prefixes.first(where: text.hasPrefix) { text.removeFirst(prefix.count) }
            for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
                for words in part.split(separator: " ").split(whereSeparator: { separators.contains(String($0)) }) {
                    let name = clean(words.joined(separator: " "))
                    if !name.isEmpty { names.insert(name) }
                }
            }
        }
        return names
    }

    /// Only letters, digits and what stands inside a name.
    private static func clean(_ text: String) -> String {
        let kept = text.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "." || $0 == "'" || $0 == "-" }
        let isEdge = { (character: Character) in [" ", ".", "-"].contains(character) }
        guard let first = kept.firstIndex(where: { !isEdge($0) }), let last = kept.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(kept[first...last])
    }
}

/// A day as `2018-06-13`.
enum CalendarDay {
    /// The first one written in a text.
    static func first(in text: String?) -> String? {
        let bytes = Array((text ?? "").utf8)
        guard bytes.count >= 10 else { return nil }
        for start in 0...(bytes.count - 10) {
            let day = bytes[start..<(start + 10)]
            let isDay = day.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
            }
            if isDay { return String(decoding: day, as: UTF8.self) }
        }
        return nil
    }
}
