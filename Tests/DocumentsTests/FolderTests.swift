import Article
import Documents
import Testing

struct FolderTests {
    @Test func `a folder is walked in order, without hidden and unknown files, each link's folder once`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "a/z.html", "a/.secret.txt", ".git/x.txt", "c.png", "a/NOTES"] {
            try folder.write(name, name.utf8)
        }
        try folder.link("a/up", to: folder.path)
        try folder.link("d.txt", to: folder.path + "/b.txt")
        let reader = DocumentReader(paths: [folder.path])
        let names = try reader.map { try $0.get().name.dropFirst(folder.path.count + 1) }
        #expect(names == ["a/NOTES", "a/z.html", "b.txt", "d.txt"])
        #expect(reader.passedOver == 1)
    }

    @Test func `folders deeper than the bound are an error, and the rest is read`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b/c.txt", "x".utf8)
        try folder.write("d.txt", "y".utf8)
        var limits = DocumentLimits()
        limits.depth = 2
        let results = Array(DocumentReader(paths: [folder.path], limits: limits))
        #expect(
            results.first
                == .failure(
                    DocumentError(.tooDeep, "\(folder.path)/a/b", "more than 2 folders deep; name this folder itself")
                )
        )
        #expect(try results.last?.get().submission.content == "y")
        #expect(results.count == 2)
    }

    @Test func `a link that leads nowhere is an error of its own`() throws {
        let folder = try TemporaryFolder()
        try folder.link("a.txt", to: "b.txt")
        try folder.link("b.txt", to: "a.txt")
        try folder.write("c.txt", "x".utf8)
        let results = Array(DocumentReader(paths: [folder.path]))
        #expect(
            results.first
                == .failure(
                    DocumentError(
                        .unreadable,
                        "\(folder.path)/a.txt",
                        "a symbolic link that leads back to itself; mend the link"
                    )
                )
        )
        #expect(results.count == 3)
    }
}
