/// The items of lists that stand in one line.
extension BoundaryScanner {
    mutating func readBullet() {
        let length = text.bulletLength(at: position)
        let stands = length > 0 && position > sentenceStart && text.isWhiteSpace(before: position)
        if stands && startsWithBullet {
            cut(end: text.trimmed(position, from: sentenceStart), next: position, Verdict(.listItem))
        } else {
            position += 1
        }
    }

    /// A bracket may close the marker of the next item of a list: "2)".
    mutating func readBracket() {
        if expectedMarker != nil {
            let before = text.word(before: position, from: sentenceStart)
            stepsAside += before.count
            if let item = listItem(before, isFullStop: false) {
                cut(end: text.trimmed(item, from: sentenceStart), next: item, Verdict(.listItem))
                return
            }
        }
        position += 1
    }

    /// Whether `before` is the number of the first item of a list, behind a colon: "as follows: 1. …".
    mutating func opensList(_ before: WordBefore) -> Bool {
        guard before.isNumber, before.count == 1, let (marker, _) = text.listMarker(at: before.start),
            marker.value == 1,
            text.isWhiteSpace(before: before.start),
            text[text.trimmed(before.start, from: max(sentenceStart, before.start - 4)) - 1] == UInt8(ascii: ":")
        else { return false }
        expectedMarker = marker.next
        return true
    }

    /// Where the next item of the list begins, if `before` is its number or letter.
    mutating func listItem(_ before: WordBefore, isFullStop: Bool) -> Int? {
        guard let expectedMarker, before.start > sentenceStart, before.count <= 3,
            text.isWhiteSpace(before: before.start),
            let found = text.listMarker(at: before.start), found.marker == expectedMarker,
            (found.marker.style == .bracket) != isFullStop
        else { return nil }
        // "1. that it is late, and 2. that it rains" is one sentence.
        let previous = text.word(before: before.start - 1, from: sentenceStart)
        return rules.lexicon[previous.key].contains(.linking) ? nil : before.start
    }

    /// Whether the number at `end` is the label of an item of a list that has no marks: "in two ways: 1 A flat cut …; or
    /// 2 A levy". The first stands behind a colon.
    mutating func isListNumber(endingAt end: Int) -> Bool {
        let number = text.word(before: end, from: sentenceStart)
        guard number.isNumber, number.count == 1, text[number.start - 1] == 0x20 else { return false }
        let value = Int(text[number.start] - UInt8(ascii: "0"))
        let opens = value == 1 && text[number.start - 2] == UInt8(ascii: ":")
        guard opens || value == expectedNumber else { return false }
        expectedNumber = value + 1
        return true
    }
}
