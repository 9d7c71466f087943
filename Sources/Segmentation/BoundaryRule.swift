/// The rule that decided about a place where a sentence may end. Its raw value is what `--explain` prints.
package enum BoundaryRule: String, Hashable, Sendable, CaseIterable {
    // A sentence ends.
    case endOfText = "end of text"
    case lineBreak = "line break"
    case terminator = "terminator"
    case ellipsis = "ellipsis before a capital"
    case starterAfterAbbreviation = "abbreviation before a word that starts sentences"
    case quoteAfterAbbreviation = "abbreviation before a quotation"
    case capitalAfterAbbreviation = "abbreviation that a capital ends"
    case missingSpace = "terminator without a space"
    case lowerCaseSentence = "terminator before lower case, between ordinary words"
    case listItem = "next item of a list"
    // The sentence goes on.
    case noSpace = "no space after the mark"
    case lowerCase = "lower case follows"
    case title = "title before a name"
    case initial = "initial"
    case abbreviation = "abbreviation"
    case beforeNumber = "abbreviation before a number"
    case timeOfDay = "time of day that goes on"
    case bracketed = "mark inside brackets of its own"
    case reportedSpeech = "reported speech goes on"
    case ellipsisInside = "ellipsis inside a sentence"
    case exclaimedName = "name with an exclamation mark"
    case attribution = "dash and a name after a quotation"
    case numbering = "number of a list item"

    /// Whether a sentence ends by this rule.
    package var endsSentence: Bool {
        switch self {
        case .endOfText, .lineBreak, .terminator, .ellipsis, .starterAfterAbbreviation, .quoteAfterAbbreviation,
            .capitalAfterAbbreviation, .missingSpace, .lowerCaseSentence, .listItem:
            true
        case .noSpace, .lowerCase, .title, .initial, .abbreviation, .beforeNumber, .timeOfDay, .bracketed,
            .reportedSpeech, .ellipsisInside, .exclaimedName, .attribution, .numbering:
            false
        }
    }
}

/// Why a sentence ends, or does not end, at a place.
package struct BoundaryDecision: Hashable, Sendable, CustomStringConvertible {
    /// In scalars: where the sentence ends or would have ended.
    package var offset: Int
    package var rule: BoundaryRule

    package var description: String { "\(offset) \(rule.endsSentence ? "ends" : "goes on"): \(rule.rawValue)" }
}
