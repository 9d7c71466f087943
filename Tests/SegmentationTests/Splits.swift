import Article
import Segmentation
import Testing

/// The sentences of `text`, as text.
func split(
    _ text: String,
    language: String = "en",
    newlines: SentenceSegmenter.Newlines = .hard,
    usesModel: Bool = true
) -> [String] {
    let scalars = ScalarText(text)
    let segmenter = SentenceSegmenter(language: language, newlines: newlines, usesModel: usesModel)
    return segmenter.segment(text).map { scalars[$0] }
}

/// A text in which `|` stands where a sentence ends and the next begins.
struct SplitCase: CustomTestStringConvertible, Sendable {
    var marked: String

    init(_ marked: String) { self.marked = marked }

    var text: String { marked.split(separator: "|", omittingEmptySubsequences: false).joined() }
    var sentences: [String] { marked.split(separator: "|").map { trimmed($0) } }
    var testDescription: String { marked }

    private func trimmed(_ part: Substring) -> String {
        var scalars = part.unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

extension SplitCase {
    /// All English cases.
    static let everything: [Self] =
        titles + initials + initialisms + companies + datesAndPlaces + times + otherAbbreviations
        + plain + numbers + doubleQuotes + brackets + ellipses + lists + unicodeSpaces + goesOn
        + captions + headings + commonWords + omissions + addresses + missingSpaces
        + dateLines + bareNumbers + heads + shortReports + drawnLines + noteNumbers
}
