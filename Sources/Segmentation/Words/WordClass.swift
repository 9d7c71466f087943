/// What a language's tables know of a word. A word may be of several classes.
package struct WordClass: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A title that always has a name after it, however it is written: "mr".
    package static let courtesy = Self(rawValue: 1 << 0)
    /// A title or part of a name that has a name after it: "Gen", "Mt". Only where capitalised.
    package static let title = Self(rawValue: 1 << 1)
    /// An abbreviation with something after it always: "e.g", "vs".
    package static let medial = Self(rawValue: 1 << 2)
    /// An abbreviation where a number or a single letter follows, otherwise a word: "no", "fig".
    package static let beforeNumber = Self(rawValue: 1 << 3)
    /// A month or day of the week. Only where capitalised.
    package static let date = Self(rawValue: 1 << 4)
    /// An abbreviation that may end a sentence and is often part of a name: "Inc", "Calif", "Ave". Only where
    /// capitalised.
    package static let name = Self(rawValue: 1 << 5)
    /// An abbreviation that may end a sentence, with or without a capital: "co", "jr", "ph.d".
    package static let final = Self(rawValue: 1 << 6)
    /// An abbreviation that a capital always ends: "etc".
    package static let closing = Self(rawValue: 1 << 7)
    /// An abbreviation after a number: "ft", "oz".
    package static let unit = Self(rawValue: 1 << 8)
    /// A time of day: "a.m".
    package static let time = Self(rawValue: 1 << 9)
    /// What may follow a time of day with a capital and no new sentence: "EST", "Monday".
    package static let afterTime = Self(rawValue: 1 << 10)
    /// A word that with a capital hardly ever stands inside a sentence: "However".
    package static let starter = Self(rawValue: 1 << 11)
    /// A starter that is no name or part of a name either, so that it may end a sentence after an initial: "The".
    package static let strongStarter = Self(rawValue: 1 << 12)
    /// A verb that reports speech: "said".
    package static let reporting = Self(rawValue: 1 << 13)
    /// A preposition before a time of day: "By 4 a.m. Mrs. Crewe …".
    package static let beforeTime = Self(rawValue: 1 << 14)
    /// A word before a single letter or number that is no initial: "Plan B.", "Vitamin C.".
    package static let beforeLetter = Self(rawValue: 1 << 15)
    /// A word of two or three letters that is no abbreviation.
    package static let short = Self(rawValue: 1 << 17)
    /// A name that ends in an exclamation mark: "Yahoo!".
    package static let exclaimed = Self(rawValue: 1 << 16)

    /// A word that stands inside sentences with a small letter nearly always: "analysts".
    package static let common = Self(rawValue: 1 << 18)
    /// A noun that follows a country or a company with a capital of its own: "the U.S. Senate", "Hask Corp. Chairman".
    package static let afterName = Self(rawValue: 1 << 19)
    /// What stands before a colon in the credit of a picture: "Image: …".
    package static let credit = Self(rawValue: 1 << 20)
    /// What numbered figures are called: "Figure 3".
    package static let figure = Self(rawValue: 1 << 21)
    /// A day of the week, in full.
    package static let weekday = Self(rawValue: 1 << 22)
    /// A word that has more of its sentence behind it: "of", "and".
    package static let linking = Self(rawValue: 1 << 24)
    /// The end of a letter: "Regards,".
    package static let signOff = Self(rawValue: 1 << 25)
    /// The end of a company's name: "Inc".
    package static let company = Self(rawValue: 1 << 26)
    /// A state, as behind the name of a town: "Calif".
    package static let state = Self(rawValue: 1 << 27)
    /// A month, in full.
    package static let month = Self(rawValue: 1 << 23)
    /// One of the commonest finite verbs: "is", "said".
    package static let verb = Self(rawValue: 1 << 28)

    /// A first name that is hardly ever a surname or a place.
    package static let firstName = Self(rawValue: 1 << 29)

    /// Words that open sentences.
    static let starters: Self = [.starter, .strongStarter]
    /// Words before which a sentence may end without a mark.
    static let opensWithoutMark: Self = [.starter, .strongStarter, .credit, .weekday]
    /// The same, where the line so far is no heading.
    static let opensWithoutMarkAnywhere: Self = [.credit, .weekday]
    /// Classes that count only where the word starts with a capital: "Sun", "Mass", "Rep".
    static let capitalised: Self = [.title, .date, .name]
    /// What stands with a full stop of its own.
    static let abbreviations: Self = [
        .courtesy, .title, .medial, .beforeNumber, .date, .name, .final, .closing, .unit, .time,
    ]
    /// Abbreviations that may end a sentence.
    static let mayEnd: Self = [.date, .name, .final]
}
