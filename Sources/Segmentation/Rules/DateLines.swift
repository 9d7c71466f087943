extension UTF8Text {
    /// The line of place and date of a news item, where a dash parts it from the first sentence: "OSTERBY (AP) - The",
    /// "Norport, Ore., May 1 -- The".
    ///
    /// - Parameter next: where a word begins behind a space.
    /// - Returns: where the line ends and where the sentence behind it begins. A single dash belongs to the line; two
    ///   hyphens, as typewriters set them, to what follows.
    func dateLine(before next: Int, from start: Int, isLineStart: Bool) -> (end: Int, next: Int)? {
        let dashEnd = next - 1
        let dash = dashLength(before: dashEnd)
        let lineEnd = dashEnd - dash - 1
        guard dash > 0, self[dashEnd] == 0x20, lineEnd - start >= 4, lineEnd - start <= 72,
            self[lineEnd] == 0x20,
            isUpper(at: start), isPlaceAndDate(start..<lineEnd, isLineStart: isLineStart)
        else { return nil }
        return self[dashEnd - 1] == UInt8(ascii: "-") && dash == 2
            ? (lineEnd, lineEnd + 1) : (dashEnd, next)
    }

    /// The length of "-", "--", "–" or "—" before `end`.
    private func dashLength(before end: Int) -> Int {
        if self[end - 1] == UInt8(ascii: "-") { return self[end - 2] == UInt8(ascii: "-") ? 2 : 1 }
        let isDash =
            self[end - 3] == 0xE2 && self[end - 2] == 0x80
            && (self[end - 1] == 0x93 || self[end - 1] == 0x94)
        return isDash ? 3 : 0
    }

    /// Whether `range` holds capitalised words and numbers only, and an agency in brackets at its end, or, at the start of
    /// a line, a comma or capitals throughout.
    private func isPlaceAndDate(_ range: Range<Int>, isLineStart: Bool) -> Bool {
        var hasComma = false
        var hasSmallLetter = false
        var isOpen = false
        for offset in range {
            let byte = self[offset]
            switch byte {
            case UInt8(ascii: ","): hasComma = true
            case UInt8(ascii: "("), UInt8(ascii: ")"): isOpen = byte == UInt8(ascii: "(")
            case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x80...: break
            default:
                guard ByteClass.isAlphanumeric(byte) else { return false }
                guard ByteClass.isLower(byte) else { continue }
                hasSmallLetter = true
                if !ByteClass.isAlphanumeric(self[offset - 1]), self[offset - 1] < 0x80 { return false }
            }
        }
        if self[range.upperBound - 1] == UInt8(ascii: ")") { return endsWithAgency(range) }
        // "Ivo Tarn (May 4, 1929 – June 2, 2014)" is no place.
        return isLineStart && !isOpen && (hasComma || !hasSmallLetter)
    }

    /// "(AP)", "(Reuters)".
    private func endsWithAgency(_ range: Range<Int>) -> Bool {
        let limit = max(range.lowerBound, range.upperBound - 14)
        var offset = range.upperBound - 2
        while offset > limit, ByteClass.isLetter(self[offset]) { offset -= 1 }
        return self[offset] == UInt8(ascii: "(") && range.upperBound - offset >= 4
            && offset > range.lowerBound
            && ByteClass.isUpper(self[offset + 1])
    }

    /// Where the date begins in the head of a letter, behind the name of who wrote it: "Ines Duarte 08/16/2000 12:05 PM".
    ///
    /// - Parameter colon: of the time.
    func headerDate(withColonAt colon: Int, from start: Int) -> Int? {
        let hour = digitsStart(before: colon, atMost: 2)
        guard hour < colon, self[hour - 1] == 0x20 else { return nil }
        let year = digitsStart(before: hour - 1, atMost: 4)
        guard [2, 4].contains(hour - 1 - year), self[year - 1] == UInt8(ascii: "/") else { return nil }
        let day = digitsStart(before: year - 1, atMost: 2)
        guard day < year - 1, self[day - 1] == UInt8(ascii: "/") else { return nil }
        let month = digitsStart(before: day - 1, atMost: 2)
        guard month < day - 1, self[month - 1] == 0x20, month - start >= 4, month - start <= 64,
            isSender(start..<month - 1)
        else { return nil }
        return month
    }

    /// The end of the time whose colon is given, with its seconds and its half of the day: "12:05:14 PM".
    func timeEnd(withColonAt colon: Int) -> Int? {
        var end = colon
        while self[end] == UInt8(ascii: ":"), ByteClass.isDigit(self[end + 1]), ByteClass.isDigit(self[end + 2]) {
            end += 3
        }
        guard end > colon else { return nil }
        return self[end] == 0x20 && isClock(endingAt: end + 3) ? end + 3 : end
    }

    private func digitsStart(before end: Int, atMost count: Int) -> Int {
        var start = end
        while start > end - count, ByteClass.isDigit(self[start - 1]) { start -= 1 }
        return start
    }

    /// Whether `range` is a name, or has an address: no word of it is written small but that of an address.
    private func isSender(_ range: Range<Int>) -> Bool {
        let last = word(before: range.upperBound, from: range.lowerBound)
        if range.contains(where: { self[$0] == UInt8(ascii: "@") }) {
            // "on", of "on 08/16/2000", is part of neither.
            return !(last.isLowerCase && self[last.start - 1] == 0x20)
        }
        return isUpper(at: range.lowerBound)
            && range.allSatisfy {
                ByteClass.isLetter(self[$0]) || [UInt8(ascii: "."), UInt8(ascii: ","), 0x20].contains(self[$0])
            }
            && range.dropFirst().allSatisfy { !ByteClass.isLower(self[$0]) || self[$0 - 1] != 0x20 }
    }
}
