/// Dates in ISO 8601.
enum ISODate {
    /// `year-month-day`, or `nil` where the calendar has no such day.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month), (1...days(year, month)).contains(day), (1...9999).contains(year) else {
            return nil
        }
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    /// The date that `text` begins with, with its time where it has one: "2018-06-12", "2018/06/12",
    /// "2018-06-12T10:30:00+02:00" and the same with a space.
    ///
    /// - Returns: `nil` where `text` is anything else.
    static func parse(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        guard (10...40).contains(bytes.count), bytes[4] == bytes[7], bytes[4] == 0x2D || bytes[4] == 0x2F,
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let date = Self.day(year, month, day)
        else { return nil }
        if bytes.count == 10 { return date }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes.count >= 16 else { return nil }
        var time = bytes[11...]
        // "2018-06-12 10:30:00 +0200" and "+0200" without a colon.
        time.removeAll { $0 == 0x20 }
        if let sign = time.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            time.endIndex - sign == 5
        {
            time.insert(UInt8(ascii: ":"), at: sign + 3)
        }
        guard let hour = number(time[11..<13]), hour < 24, time[13] == UInt8(ascii: ":"),
            let minute = number(time[14..<16]), minute < 60,
            time[16...].allSatisfy({ ByteClass.isDigit($0) || ":.+-Z".utf8.contains($0) })
        else { return nil }
        return date + "T" + String(decoding: time, as: UTF8.self)
    }

    /// The date that `text` is in any of the forms of heads: ISO 8601, a date line, or milliseconds since 1970.
    static func parse(anyForm text: String) -> String? {
        let text = text.trimmed
        if text.utf8.count == 13, let milliseconds = Int(text) { return date(secondsSince1970: milliseconds / 1000) }
        return parse(text) ?? DateLine(text)?.published
    }

    /// The time in UTC (the civil calendar of Howard Hinnant's `civil_from_days`).
    private static func date(secondsSince1970 seconds: Int) -> String? {
        let (day, second) = (seconds / 86_400, seconds % 86_400)
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
        guard let date = Self.day(year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
        else {
            return nil
        }
        return date + "T" + pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2) + ":" + pad(second % 60, 2) + "Z"
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(ByteClass.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func pad(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
