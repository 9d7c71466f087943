/// A day that a line names among other words: "By Jane Doe Dec 9, 2016 2:00 PM", "2019年4月13日".
enum DateInLine {
    /// The first day with its year, as ISO 8601.
    static func first(in line: String) -> String? {
        guard line.utf8.count <= 300 else { return nil }
        let tokens = tokens(line)
        for index in tokens.indices {
            if let date = date(tokens[index...]) { return date }
        }
        return nil
    }

    private enum Token {
        case number(Int, digits: Int)
        case month(Int)
        case other
    }

    /// Numbers and words; what is between them does not count.
    private static func tokens(_ line: String) -> [Token] {
        var tokens: [Token] = []
        var digits: [Int] = []
        var letters = ""
        func close() {
            if !digits.isEmpty {
                tokens.append(
                    digits.count <= 4 ? .number(digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count) : .other
                )
            }
            if !letters.isEmpty, !["st", "nd", "rd", "th", "of"].contains(letters) {
                tokens.append(DateLine.months[letters].map { .month($0) } ?? .other)
            }
            digits = []
            letters = ""
        }
        for character in line.lowercased() {
            if let digit = character.wholeNumberValue, character.isASCII {
                if !letters.isEmpty { close() }
                digits.append(digit)
            } else if character.isLetter, !"年月日년월일".contains(character) {
                if !digits.isEmpty { close() }
                letters.append(character)
            } else {
                close()
            }
        }
        close()
        return tokens
    }

    private static func date(_ tokens: ArraySlice<Token>) -> String? {
        let three = Array(tokens.prefix(3))
        guard three.count == 3 else { return nil }
        switch (three[0], three[1], three[2]) {
        case (.month(let month), .number(let day, let digits), .number(let year, 4)) where digits <= 2:
            return valid(year, month, day)
        case (.number(let day, let digits), .month(let month), .number(let year, 4)) where digits <= 2:
            return valid(year, month, day)
        case (.number(let year, 4), .number(let month, let one), .number(let day, let two)) where one <= 2 && two <= 2:
            return valid(year, month, day)
        default: return nil
        }
    }

    private static func valid(_ year: Int, _ month: Int, _ day: Int) -> String? {
        (1900...2199).contains(year) ? ISODate.day(year, month, day) : nil
    }
}
