import Queue
import TestSupport
import Testing
import Wire

struct IdentifierTests {
    /// Computed with Python: `sha256(pack(">Q", len(key)) + key + body).hexdigest()[:32]`.
    @Test(
        arguments: [
            ([], nil, "af5570f5a1810b7af78caf4bc70a660f"),
            (Array(#"{"content":"x"}"#.utf8), nil, "106c97038f79777ad4eea626e0a41b66"),
            (Array(#"{"content":"x"}"#.utf8), "k-1", "dbdddf0b5e7330978091e1e8fbe5d3aa"),
            (Array("é👍".utf8), "ключ", "ad66962031d4263b7b7e848616470e55"),
            (Array(0...255), nil, "66dd3fc45be9b4fbb1fbed2be5de4e8a"),
            (Array("ab".utf8), nil, "b4920950cf40c2147d6c4717c4cc213c"),
            (Array("a".utf8), "b", "a5aff0353d7fcf11790c24106568f96f"),
            ([], "ab", "9caccc24b5d7e06c21c0277b6530d666"),
            (Array("ba".utf8), nil, "aeac2124fbf93f43262009ad9114161f"),
        ] as [([UInt8], String?, String)]
    )
    func `an article's id is derived from its content and key`(_ body: [UInt8], _ key: String?, _ id: String) {
        #expect(ArticleID(deriving: body, key: key).description == id)
    }

    @Test func `a key and a body are never mistaken for others`() {
        let ids = [
            ArticleID(deriving: Array("ab".utf8), key: nil), ArticleID(deriving: Array("b".utf8), key: "a"),
            ArticleID(deriving: [], key: "ab"), ArticleID(deriving: [0, 0, 0, 0, 0, 0, 0, 1, 0x61], key: nil),
            ArticleID(deriving: [], key: "a"), ArticleID(deriving: [0x61], key: nil),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test func `an empty key is no key`() {
        #expect(ArticleID(deriving: [1], key: "") == ArticleID(deriving: [1], key: nil))
    }

    @Test(arguments: Seeds.some(20))
    func `an article's id keeps its bytes, its text and its order`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        func bytes() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
        let (one, other) = (bytes(), bytes())
        let id = ArticleID(bytes: one)
        #expect(id.bytes == one)
        #expect(ArticleID(id.description) == id)
        #expect((id < ArticleID(bytes: other)) == one.lexicographicallyPrecedes(other))
    }

    @Test(arguments: [
        "", "0", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdeg", "+123456789abcdef0123456789abcdef", "0123456789abcdef+123456789abcdef",
        "0123456789abcdef 123456789abcdef", "0123456789abcdef0123456789abcdé",
    ])
    func `what is no article id is not taken for one`(_ text: String) { #expect(ArticleID(text) == nil) }

    @Test(arguments: [
        (1, 1, 4_294_967_297), (0, 1, 1), (3, 17, 12_884_901_905), (0xF_FFFF, 0xFFFF_FFFF, 4_503_599_627_370_495),
        (0x10_0000, 1, 1), (1 << 40, 5, 5),
    ])
    func `a lease's number holds the generation and the count`(_ generation: Int, _ count: Int, _ number: Int) {
        #expect(LeaseID(generation: generation, count: count).number == number)
    }

    @Test(arguments: [
        (1, true), (1 << 53 - 1, true), (0, false), (-1, false), (1 << 53, false), (.max, false), (.min, false),
    ])
    func `a lease's number is one that every JSON library can hold`(_ number: Int, _ isGood: Bool) {
        #expect((LeaseID(number) != nil) == isGood)
    }

    @Test(arguments: [
        ("00000000000000000000000000", true), ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true),
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", true),
        ("80000000000000000000000000", false), ("0000000000000000000000000", false),
        ("000000000000000000000000000", false),
        ("0000000000000000000000000I", false), ("0000000000000000000000000L", false),
        ("0000000000000000000000000O", false),
        ("0000000000000000000000000U", false), ("0000000000000000000000000a", false),
        ("000000000000000000000000é", false),
        ("", false),
    ])
    func `a worker's id is a ULID`(_ text: String, _ isGood: Bool) { #expect((WorkerID(text)?.text == text) == isGood) }

    @Test(arguments: [
        (0, "0000000000"), (1, "0000000001"), (1_469_918_176_385, "01ARYZ6S41"), (1 << 48 - 1, "7ZZZZZZZZZ"),
        (1 << 48, "0000000000"), (-1, "7ZZZZZZZZZ"),
    ])
    func `a new worker's id begins with the time`(_ milliseconds: Int, _ start: String) {
        var generator = SplitMix64(seed: 1)
        let one = WorkerID(milliseconds: milliseconds, using: &generator)
        let other = WorkerID(milliseconds: milliseconds, using: &generator)
        #expect(one.text.hasPrefix(start))
        #expect(WorkerID(one.text) == one)
        #expect(one != other)
    }

    @Test(arguments: [
        ("a", true), ("segment", true), ("s-1_x", true), ("abcdefghijklmnopqrstuvwxyz012345", true), ("", false),
        ("abcdefghijklmnopqrstuvwxyz0123456", false), ("1a", false), ("-a", false), ("_a", false), ("Segment", false),
        ("sEgment", false), ("a b", false), ("a.b", false), ("é", false), ("a\n", false),
    ])
    func `a stage's name is short and plain`(_ text: String, _ isGood: Bool) {
        #expect((StageName(text)?.text == text) == isGood)
    }

    @Test func `priorities are 0 to 9`() {
        #expect((-2...11).compactMap { Priority($0)?.level } == Array(0...9))
        #expect(Priority.normal.level == 5)
        #expect(Priority(2)! < Priority(3)!)
    }
}
