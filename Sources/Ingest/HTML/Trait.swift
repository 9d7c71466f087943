/// What the attributes of an element (class, id, role, itemprop and the like) say it is for.
///
/// Names of classes are words that people chose to be understood: most pages call a caption a caption.
struct Trait: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let body = Trait(rawValue: 1 << 0)
    /// The body without doubt: `itemprop="articleBody"`, or classes such as `article-body`.
    static let certainBody = Trait(rawValue: 1 << 1)
    static let story = Trait(rawValue: 1 << 2)
    static let caption = Trait(rawValue: 1 << 3)
    static let byline = Trait(rawValue: 1 << 4)
    static let date = Trait(rawValue: 1 << 5)
    static let title = Trait(rawValue: 1 << 6)
    static let subtitle = Trait(rawValue: 1 << 7)
    static let related = Trait(rawValue: 1 << 8)
    static let share = Trait(rawValue: 1 << 9)
    static let comment = Trait(rawValue: 1 << 10)
    static let advert = Trait(rawValue: 1 << 11)
    /// An ask for money, a subscription or an address.
    static let ask = Trait(rawValue: 1 << 12)
    static let navigation = Trait(rawValue: 1 << 13)
    static let footer = Trait(rawValue: 1 << 14)
    static let header = Trait(rawValue: 1 << 15)
    static let sidebar = Trait(rawValue: 1 << 16)
    static let hidden = Trait(rawValue: 1 << 17)
    static let consent = Trait(rawValue: 1 << 18)
    static let tags = Trait(rawValue: 1 << 19)
    static let media = Trait(rawValue: 1 << 20)
    static let biography = Trait(rawValue: 1 << 21)
    static let widget = Trait(rawValue: 1 << 22)
    static let pullQuote = Trait(rawValue: 1 << 23)
    static let contents = Trait(rawValue: 1 << 24)
    static let factBox = Trait(rawValue: 1 << 25)
    static let list = Trait(rawValue: 1 << 26)
    static let name = Trait(rawValue: 1 << 27)
    static let section = Trait(rawValue: 1 << 28)
    static let modified = Trait(rawValue: 1 << 29)
    /// A break that only style sheets make.
    static let lineBreak = Trait(rawValue: 1 << 30)

    /// Hardly ever the author's words, whatever is inside.
    static let beside: Trait = [
        .related, .share, .comment, .advert, .ask, .navigation, .footer, .sidebar, .hidden, .consent, .tags,
    ]
    /// For which an element that only marks words is kept.
    static let ofWords: Trait = [
        .caption, .byline, .date, .title, .subtitle, .related, .share, .advert, .ask, .hidden, .name, .section,
        .modified,
    ]
}
