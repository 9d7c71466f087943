/// What a feed says of one article.
struct FeedItem {
    enum Content: Hashable {
        case html(String)
        case text(String)
    }

    var title: String?
    var link: String?
    var authors: [String] = []
    /// ISO 8601.
    var published: String?
    var language: String?
    /// The whole article, as the feed has it.
    var content: Content?
    /// A summary, or in many feeds the whole article.
    var summary: Content?

    /// Fewer words are a teaser and no article.
    private static let fewestWords = 80

    /// The content, where it is more than a teaser.
    var article: Content? {
        if let content, Self.words(content) > 0 { return content }
        guard let summary, Self.words(summary) >= Self.fewestWords else { return nil }
        return summary
    }

    private static func words(_ content: Content) -> Int {
        switch content {
        case .text(let text), .html(let text): FeedText.withoutTags(text).split { $0.isWhitespace }.count
        }
    }
}

/// Texts of feeds that may have markup in them or not.
enum FeedText {
    /// A text without its tags, each of which becomes a space.
    static func withoutTags(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var result: [UInt8] = []
        var isTag = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { result.append(byte) }
            if byte == UInt8(ascii: ">"), isTag {
                isTag = false
                result.append(0x20)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// On one line, without tags and without spaces at the ends; `nil` where nothing is left.
    static func line(_ text: String) -> String? {
        let line = withoutTags(text).split { $0.isWhitespace }.joined(separator: " ")
        return line.isEmpty ? nil : XMLReferences.resolve(Array(line.utf8)[...])
    }
}
