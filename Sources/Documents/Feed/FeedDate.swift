/// The dates of feeds as ISO 8601: RFC 3339 in Atom, RFC 822 with years of four digits in RSS.
enum FeedDate {
    static func iso(_ text: String) -> String? {
        let text = text.split { $0.isWhitespace }.joined(separator: " ")
        guard text.utf8.count <= 64 else { return nil }
        let start = Array(text.utf8.prefix(10))
        if start.count == 10, start[4] == UInt8(ascii: "-"), start[7] == UInt8(ascii: "-"),
            start.enumerated().allSatisfy({ $0.offset == 4 || $0.offset == 7 || (0x30...0x39).contains($0.element) })
        {
            return text
        }
        return mail(text)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// RFC 822, section 5.1.
    private static let zones = [
        "ut": "Z", "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
        "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    ]

    /// Such as `Wed, 05 Mar 2031 10:00:00 +0100`.
    private static func mail(_ text: String) -> String? {
        var words = text.split { $0 == " " || $0 == "," }.map { $0.lowercased() }
        if let first = words.first, Int(first) == nil { words.removeFirst() }
        guard words.count >= 3, let day = Int(words[0]), (1...31).contains(day), var year = Int(words[2]),
            let month = months.firstIndex(where: { words[1].hasPrefix($0) })
        else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        guard (1900...9999).contains(year) else { return nil }
        let date = "\(year)-\(padded(month + 1))-\(padded(day))"
        guard words.count > 3 else { return date }
        let clock = words[3].split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(clock.count), clock.allSatisfy({ (0...60).contains($0) }), clock[0] < 24 else {
            return date
        }
        let time = (clock + [0]).prefix(3).map(padded).joined(separator: ":")
        return "\(date)T\(time)\(words.count > 4 ? zone(words[4]) : "")"
    }

    private static func zone(_ word: String) -> String {
        if let known = zones[word] { return known }
        let digits = Array(word.dropFirst())
        guard digits.count == 4, digits.allSatisfy(\.isNumber), let sign = word.first, sign == "+" || sign == "-" else {
            return ""
        }
        return "\(sign)\(String(digits[..<2])):\(String(digits[2...]))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
