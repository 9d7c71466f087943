/// The rule that decided about a place where a sentence may end.
///
/// The raw values go into the features of the model: after a change it must be trained again.
package enum BoundaryRule: UInt8, Hashable, Sendable, CaseIterable {
    // A sentence ends.
    case endOfText
    case lineBreak
    case terminator
    case ellipsis
    case starterAfterAbbreviation
    case commonWordAfterAbbreviation
    case nameAfterAbbreviation
    case quoteAfterAbbreviation
    case capitalAfterAbbreviation
    case missingSpace
    case lowerCaseSentence
    case listItem
    case credit
    case figureLabel
    case dateLine
    case heading
    case separator
    case noteNumber
    case sender
    // The sentence goes on.
    case noSpace
    case lowerCase
    case title
    case initial
    case abbreviation
    case beforeNumber
    case timeOfDay
    case bracketed
    case reportedSpeech
    case ellipsisInside
    case exclaimedName
    case attribution
    case numbering
    case ordinal
    case noMark

    /// Whether a sentence ends by this rule.
    package var endsSentence: Bool {
        switch self {
        case .endOfText, .lineBreak, .terminator, .ellipsis, .starterAfterAbbreviation, .commonWordAfterAbbreviation,
            .nameAfterAbbreviation,
            .quoteAfterAbbreviation,
            .capitalAfterAbbreviation, .missingSpace, .lowerCaseSentence, .listItem, .credit, .figureLabel, .dateLine,
            .heading, .separator, .noteNumber, .sender:
            true
        case .noSpace, .lowerCase, .title, .initial, .abbreviation, .beforeNumber, .timeOfDay, .bracketed,
            .reportedSpeech, .ellipsisInside, .exclaimedName, .attribution, .numbering, .ordinal, .noMark:
            false
        }
    }

    /// What `--explain` prints.
    package var text: String {
        switch self {
        case .endOfText: "end of text"
        case .lineBreak: "line break"
        case .terminator: "terminator"
        case .ellipsis: "ellipsis before a capital"
        case .starterAfterAbbreviation: "abbreviation before a word that starts sentences"
        case .commonWordAfterAbbreviation: "abbreviation before a word that is no name"
        case .nameAfterAbbreviation: "abbreviation before another name"
        case .quoteAfterAbbreviation: "abbreviation before a quotation"
        case .capitalAfterAbbreviation: "abbreviation that a capital ends"
        case .missingSpace: "terminator without a space"
        case .lowerCaseSentence: "terminator before lower case, between ordinary words"
        case .listItem: "next item of a list"
        case .credit: "credit of a picture"
        case .figureLabel: "label of a figure"
        case .dateLine: "line of a date"
        case .heading: "heading before the first sentence"
        case .separator: "line drawn between"
        case .noteNumber: "number of a note"
        case .sender: "address of a sender"
        case .noSpace: "no space after the mark"
        case .lowerCase: "lower case follows"
        case .title: "title before a name"
        case .initial: "initial"
        case .abbreviation: "abbreviation"
        case .beforeNumber: "abbreviation before a number"
        case .timeOfDay: "time of day that goes on"
        case .bracketed: "mark inside brackets of its own"
        case .reportedSpeech: "reported speech goes on"
        case .ellipsisInside: "ellipsis inside a sentence"
        case .exclaimedName: "name with an exclamation mark"
        case .attribution: "dash and a name after a quotation"
        case .numbering: "number of a list item"
        case .ordinal: "ordinal number"
        case .noMark: "no mark"
        }
    }
}
