import Documents
import Testing

struct `A pattern` {
    private static let files = [
        "b.txt", "a.txt", "x/c.txt", "x/y/d.txt", "x/y/e.html", ".h/f.txt", "[1].txt", "x/.g.txt",
    ]

    @Test(arguments: [
        ("*.txt", ["[1].txt", "a.txt", "b.txt"]), ("**/*.txt", ["[1].txt", "a.txt", "b.txt", "x/c.txt", "x/y/d.txt"]),
        ("x/**", ["x/c.txt", "x/y/d.txt", "x/y/e.html"]), ("**/**/d.*", ["x/y/d.txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        ("[!a-b]*.txt", ["[1].txt"]), ("[1].txt", ["[1].txt"]), ("?.txt", ["a.txt", "b.txt"]), (".h/*", [".h/f.txt"]),
        ("x/y*/*", ["x/y/d.txt", "x/y/e.html"]), ("x*", ["x/c.txt", "x/y/d.txt", "x/y/e.html"]), ("\\[*", ["[1].txt"]),
        ("x/.g*", ["x/.g.txt"]),
    ])
    func `means the files that match, in order, each once`(pattern: String, names: [String]) throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file, "x".utf8) }
        let reader = DocumentReader(paths: ["\(folder.path)/\(pattern)"])
        #expect(try reader.map { String(try $0.get().name.dropFirst(folder.path.count + 1)) } == names)
    }

    @Test func `that nothing matches is a mistake`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: DocumentError.self) { try DocumentReader.check(["\(folder.path)/*.txt"]) }
        #expect(error?.code == .notFound)
        try folder.write("a.txt", "x".utf8)
        #expect(throws: Never.self) { try DocumentReader.check(["\(folder.path)/*.txt"]) }
    }

    @Test func `of many stars is matched in little time`() throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "a", count: 200), "x".utf8)
        let pattern = String(repeating: "*a", count: 60) + "*b"
        #expect(throws: DocumentError.self) { try DocumentReader.check(["\(folder.path)/\(pattern)"]) }
    }

    @Test func `does not follow a link that leads back up`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b.txt", "x".utf8)
        try folder.link("a/up", to: folder.path)
        #expect(try DocumentReader(paths: ["\(folder.path)/**/*.txt"]).map { try $0.get() }.count == 1)
    }
}
