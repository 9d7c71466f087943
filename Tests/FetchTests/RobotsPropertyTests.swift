import Queue
import TestSupport
import Testing

@testable import Fetch

/// Files put together at random.
@Suite struct RobotsPropertyTests {
    private static let pieces = [
        "User-agent: *", "User-agent: standpoint", "User-agent: other", "Disallow: /", "Allow: /", "Disallow: ", "a",
        "b", "*",
        "$", "/", "%2f", "%", "ü", "#", " ", "Sitemap: /", "\n", "\n", "\n",
    ]

    @Test(arguments: Seeds.some(200))
    func `what changes nothing by the standard changes nothing`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = (0..<40).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
        let path =
            "/" + (0..<6).map { _ in ["a", "b", "/", "%2F", "ü"].randomElement(using: &generator) ?? "" }.joined()
        func isAllowed(_ text: String, _ path: String) -> Bool {
            RobotsRules(Array(text.utf8), agent: "standpoint").allow(path)
        }
        let expected = isAllowed(text, path)
        #expect(isAllowed(text.replacing("\n", with: "\r\n"), path) == expected)
        #expect(isAllowed(text.replacing("\n", with: "\n# Disallow: /\n\n"), path) == expected)
        #expect(isAllowed(text, path.replacing("a", with: "%61")) == expected)
        #expect(isAllowed(text, "/robots.txt"))
        // A group for others is none for us, behind the end of a line.
        #expect(isAllowed(text + "\nDisallow:\nUser-agent: other\nDisallow: /\n", path) == expected)
    }
}
