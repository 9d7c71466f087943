/// What a block inside the container of an article is.
enum BodyVerdict: Hashable {
    case body
    case title, caption, byline, date
    /// Beside the article: a menu, an ask, a link to another article.
    case beside
}

extension Trait {
    /// Makes a small part of the container something else than body.
    static let notBodyText: Trait = [
        .byline, .date, .caption, .biography, .contents, .section, .related, .share, .comment, .advert, .ask,
        .navigation, .footer, .sidebar, .hidden, .consent, .tags,
    ]
}
