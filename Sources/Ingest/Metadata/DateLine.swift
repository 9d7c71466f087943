/// A line that says when an article was published, and perhaps where it was written: "Published June 12, 2018".
struct DateLine: Hashable {
    /// ISO 8601, or `nil` where the line names no unambiguous day with its year.
    private(set) var published: String?
    /// Whether the line speaks of a later change.
    private(set) var isUpdate = false

    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var isRelative = false
    private var hasNumericDate = false

    /// Reads a line that has nothing on it but a date, the words around dates, and at most three words of a place in
    /// front.
    ///
    /// - Returns: `nil` where anything else is on the line.
    init?(_ line: String) {
        guard line.utf8.count <= 160 else { return nil }
        let words = line.split { $0 == " " || $0 == "\n" || ",|()·•–—\u{2014}".contains($0) }
        guard words.count <= 16 else { return nil }
        var places = 0
        for word in words {
            if take(word) { continue }
            // A place stands before the date: "SINGAPORE, June 12".
            guard month == nil, year == nil, places < 3, Self.isPlace(word) else { return nil }
            places += 1
        }
        if let year, let month, let day, published == nil {
            guard let iso = ISODate.day(year, month, day) else { return nil }
            published = iso
        }
        let hasDate = published != nil || month != nil && (day != nil || year != nil) || hasNumericDate
        guard hasDate || isRelative && places == 0 else { return nil }
    }

    private mutating func take(_ word: Substring) -> Bool {
        var word = word
        while let last = word.last, ".:;".contains(last) { word = word.dropLast() }
        guard !word.isEmpty else { return true }
        if let number = Int(word), word.utf8.count <= 4 { return take(number, digits: word.utf8.count) }
        if let iso = ISODate.parse(word) {
            if published == nil { published = iso }
            return true
        }
        let lower = word.lowercased()
        if let value = Self.months[lower] {
            if month == nil { month = value }
            return true
        }
        if let value = Self.ordinal(lower) { return take(value, digits: 2) }
        if lower == "updated" || lower == "modified" || lower == "revised" {
            isUpdate = published == nil && month == nil
            return true
        }
        if lower == "ago" || lower == "yesterday" {
            isRelative = true
            return true
        }
        if Self.isNumericDate(lower) {
            hasNumericDate = true
            return true
        }
        return Self.words.contains(lower) || Self.isTime(lower)
    }

    private mutating func take(_ number: Int, digits: Int) -> Bool {
        if digits == 4, (1500...2199).contains(number) {
            if year == nil { year = number }
        } else if digits <= 2, (1...31).contains(number), day == nil {
            day = number
        } else {
            // The number of "5 hours ago".
            return digits <= 2
        }
        return true
    }

    private static func isPlace(_ word: Substring) -> Bool {
        word.utf8.first.map(ByteClass.isUpper) == true && word.count > 2 && word == word.uppercased()
    }

    /// "12th" and the like.
    private static func ordinal(_ word: String) -> Int? {
        guard let suffix = ["st", "nd", "rd", "th"].first(where: word.hasSuffix) else { return nil }
        return Int(word.dropLast(suffix.count)).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// "10:30", "10:30:59", "10.30am", "10am", "+02:00".
    private static func isTime(_ word: String) -> Bool {
        var rest = Substring(word)
        if rest.hasSuffix("am") || rest.hasSuffix("pm") { rest = rest.dropLast(2) }
        if rest.hasSuffix("z") { rest = rest.dropLast() }
        let hasDigit = rest.contains(where: \.isNumber)
        return hasDigit && rest.utf8.count <= 8 && rest.allSatisfy { $0.isNumber || ":.+-".contains($0) }
    }

    /// "12/06/2018", of which nobody knows the month.
    private static func isNumericDate(_ word: String) -> Bool {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
        return parts.count == 3 && parts.allSatisfy { (1...4).contains($0.utf8.count) && Int($0) != nil }
    }

    static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months: [String: Int] = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    /// The words that stand around a date.
    private static let words: Set<String> = [
        "published", "posted", "date", "dated", "on", "at", "last", "first", "and", "of", "the", "time", "issued",
        "day",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "am", "pm", "a.m", "p.m", "noon", "midnight", "et", "est", "edt", "ct", "cst", "cdt", "pt", "pst", "pdt", "mt",
        "gmt", "utc", "bst", "cet", "cest", "ist", "jst", "kst", "hkt", "aest",
        "hours", "hour", "minutes", "minute", "days", "weeks", "week", "months", "month",
    ]
}
