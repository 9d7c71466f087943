import Testing

@testable import Segmentation

@Suite struct `The work` {
    /// Eight of the worst texts a look-around could meet, and more: each is repeated to a given length.
    static let hostile = [
        "(", ".", "\"", "!", "…", "’", "”", " ", "\n", "\u{2028}", "a", "é", "a.", "A. ", "I.", "Mr. ", "1. ", "1) ",
        "• ",
        ". . ", "\" ", "!\" ", "?\" A ", ".)", "a.B", "?\" A. B. C. ", "word. ", "U.S. The ", "x [1] . [1] ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa. ",
        "))))))) ", ": 1. ", ".A", "a .", " .", "A", " A", " The", "1 A ", "a@a", "a@a A ", "@", ":", "://",
        "http://a ",
        "http://a.", "a://", ":) A ", "Thanks, A ", "1 PM A ", "Figure 1 A ", "Image: ", "Monday, May 1, 2000 ",
        "[...] ", ". ... ", "a! b ", "A. a ", "z. B. ", "====== A ", "= A", "=", "x. 8 The y ", ">> A ", "<a@a> A ",
        "Al 1/1/2000 1:11 a ", "a...@a ", "a … a ",
    ]

    private func steps(_ unit: String, count: Int) -> Int {
        let text = String(repeating: unit, count: count / unit.utf8.count)
        let scanner = SentenceSegmenter().scan(text)
        return scanner.stepsAside
    }

    @Test(arguments: hostile)
    func `grows no faster than the text`(_ unit: String) {
        let small = steps(unit, count: 2_000)
        let large = steps(unit, count: 20_000)
        #expect(large <= 11 * small + 1000)
    }

    @Test(arguments: hostile)
    func `is at most a fixed number of bytes for each byte of the text`(_ unit: String) {
        // 32 back and, for reported speech, five words of 20 ahead, at a mark that stands at every third byte at most;
        // 80 more where the model looks at a place, which stands at every other byte at most.
        #expect(steps(unit, count: 20_000) <= 90 * 20_000)
    }
}
