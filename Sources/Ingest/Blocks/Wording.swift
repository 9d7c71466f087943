/// Classes of phrases by which the parts of a page that are not the article give themselves away.
///
/// The phrases are those of the genre in general (navigation, consent notes, asks, credits), never the names of sites.
struct Wording: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// An entry of a menu, a share bar or a footer, when nothing else is in the block.
    static let menu = Wording(rawValue: 1 << 0)
    /// A link over the navigation: "skip to main content".
    static let skip = Wording(rawValue: 1 << 1)
    /// A notice of cookies or consent.
    static let consent = Wording(rawValue: 1 << 2)
    /// The heart of an ask for money, a subscription or an address.
    static let ask = Wording(rawValue: 1 << 3)
    /// How such asks begin: an imperative, or the reader addressed.
    static let askOpening = Wording(rawValue: 1 << 4)
    /// A link to another article: "read more:".
    static let related = Wording(rawValue: 1 << 5)
    /// The heading of a list of other articles, or of comments.
    static let relatedHeading = Wording(rawValue: 1 << 6)
    /// "All rights reserved".
    static let rights = Wording(rawValue: 1 << 7)
    /// The copyright sign with a year.
    static let copyright = Wording(rawValue: 1 << 8)
    /// The words before the name of a publication.
    static let publication = Wording(rawValue: 1 << 9)
    /// The beginning of a caption or of a credit line.
    static let captionOpening = Wording(rawValue: 1 << 10)
    /// A credit that nothing else in prose looks like: "(AP Photo/", "Photo:".
    static let credit = Wording(rawValue: 1 << 11)
    /// A word of credits that prose may use too: "courtesy of".
    static let weakCredit = Wording(rawValue: 1 << 12)
    /// A rubric over a title: "Opinion".
    static let section = Wording(rawValue: 1 << 13)
    /// What an author is: "staff writer".
    static let role = Wording(rawValue: 1 << 14)
    /// A count: "5 min read", "12 comments".
    static let counter = Wording(rawValue: 1 << 15)
    /// The beginning of a list of subjects: "Tags:".
    static let tags = Wording(rawValue: 1 << 16)
    /// How notices of consent begin.
    static let consentOpening = Wording(rawValue: 1 << 17)
    /// The heart of an ask that an author may write too.
    static let weakAsk = Wording(rawValue: 1 << 18)
    /// A letter or a message to readers that one can order.
    static let newsletter = Wording(rawValue: 1 << 19)
    /// An imperative that only asks begin with: "Sign up", "Subscribe".
    static let order = Wording(rawValue: 1 << 20)
    /// An invitation to follow somebody, or how to reach them, as it begins.
    static let followOpening = Wording(rawValue: 1 << 21)
    /// The place where somebody can be followed or reached: "on Facebook".
    static let followPlace = Wording(rawValue: 1 << 22)
    /// How asks begin, and prose as well.
    static let wideOpening = Wording(rawValue: 1 << 23)
    /// What a player of films says of itself.
    static let player = Wording(rawValue: 1 << 24)
    /// What buttons say that hand an article on.
    static let share = Wording(rawValue: 1 << 25)
}

extension Wording {
    /// Blocks longer than this are not searched for phrases, in bytes: the longest asks and consent notes have some 100
    /// words.
    static let longestBlock = 800

    static let automaton = PhraseAutomaton(phrases)
}
