/// Tells paragraphs that ask the reader for money, an address or to follow, by words alone.
///
/// It knows nothing of how extraction finds them, so that what slips through there is seen here. Where it errs it errs toward
/// calling a paragraph an ask, so gold has the last word.
enum AskCheck {
    /// More words, and it is an article about asks.
    private static let longest = 100

    static func isAsk(_ paragraph: String) -> Bool {
        let words = ExtractionWords.words(of: ExtractionFold(paragraph).text)
        guard words.count <= longest else { return false }
        // A space around each word, so that phrases are found as whole words.
        let text = " " + words.map { String($0) }.joined(separator: " ") + " "
        return cues.contains { text.contains($0) }
    }

    private static let cues = [
        "sign up for", "sign up to", "sign up here", "subscribe", "subscribing", "newsletter", "newsletters", "donate",
        "make a donation", "tax deductible", "support our", "support us", "supporting us",
        "support independent journalism",
        "become a member", "become a subscriber", "become a supporter", "become a patron", "chip in", "your inbox",
        "your email address", "mailing list", "push alerts", "turn on notifications", "our app", "follow us",
        "like us on",
        "get in touch with our", "emailing us", "email us at", "preferred source", "bookmark our", "free trial",
        "already a subscriber", "readers like you",
    ].map { " \($0) " }
}
