package import Wire

/// What an article's sketch has shown: whether it is nearly the same as one that was there before.
package enum Kinship: Hashable, Sendable {
    /// It is the first of its kind; others will be compared with it.
    case original(Sketch)
    /// It is nearly the same as an original.
    case nearDuplicate(of: ArticleID)
}
