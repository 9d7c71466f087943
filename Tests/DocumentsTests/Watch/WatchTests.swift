import Documents
import Foundation
import Testing

/// What a watch gives out, relative to its folder, until it has given out so many.
private func take(_ count: Int, from watch: FolderWatch, in folder: TemporaryFolder) throws -> [String] {
    var names: [String] = []
    // A bound for a test that fails; one that passes does not wait.
    for _ in 0..<100 where names.count < count {
        names += try watch.next(timeout: 200).map { String($0.dropFirst(folder.path.count + 1)) }
    }
    return names
}

struct `A folder that is watched` {
    @Test func `gives the files that are there, in order, and then those that come`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "a.txt", "c/d.txt", ".hidden.txt"] { try folder.write(name, "x".utf8) }
        let watch = try FolderWatch([folder.path])
        #expect(try take(3, from: watch, in: folder) == ["a.txt", "b.txt", "c/d.txt"])
        try folder.write("e.txt", "x".utf8)
        #expect(try take(1, from: watch, in: folder) == ["e.txt"])
        try folder.write("new/f.txt", "x".utf8)
        #expect(try take(1, from: watch, in: folder) == ["new/f.txt"])
        try folder.write("new/g.txt", "x".utf8)
        #expect(try take(1, from: watch, in: folder) == ["new/g.txt"])
    }

    @Test func `leaves a file alone until it is closed`() throws {
        let folder = try TemporaryFolder()
        let watch = try FolderWatch([folder.path])
        _ = FileManager.default.createFile(atPath: "\(folder.path)/a.txt", contents: nil)
        #expect(try take(1, from: watch, in: folder) == ["a.txt"])
        let file = try #require(FileHandle(forWritingAtPath: "\(folder.path)/a.txt"))
        try file.write(contentsOf: Data("half".utf8))
        #expect(try watch.next(timeout: 0).isEmpty)
        try watch.rescan()
        #expect(try watch.next(timeout: 0).isEmpty)
        try file.write(contentsOf: Data(" and half".utf8))
        try file.close()
        #expect(try take(1, from: watch, in: folder) == ["a.txt"])
    }

    @Test func `gives what is moved in, and a folder with all that is in it`() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let watch = try FolderWatch([folder.path])
        try FileManager.default.moveItem(atPath: try other.write("a.txt", "x".utf8), toPath: "\(folder.path)/a.txt")
        #expect(try take(1, from: watch, in: folder) == ["a.txt"])
        try other.write("f/b.txt", "x".utf8)
        try other.write("f/g/c.txt", "x".utf8)
        try FileManager.default.moveItem(atPath: "\(other.path)/f", toPath: "\(folder.path)/f")
        #expect(try take(2, from: watch, in: folder) == ["f/b.txt", "f/g/c.txt"])
        try folder.write("f/g/d.txt", "x".utf8)
        #expect(try take(1, from: watch, in: folder) == ["f/g/d.txt"])
    }

    @Test func `loses nothing where more comes than the system keeps, and gives nothing twice`() throws {
        let folder = try TemporaryFolder()
        let watch = try FolderWatch([folder.path])
        // Two events a file, of which the system keeps 16,384 by default.
        for number in 0..<8_400 {
            _ = FileManager.default.createFile(atPath: "\(folder.path)/\(number).txt", contents: Data([0x78]))
        }
        let names = try take(8_400, from: watch, in: folder)
        #expect(names.count == 8_400)
        #expect(Set(names).count == 8_400)
        try watch.rescan()
        #expect(try watch.next(timeout: 0).isEmpty)
    }

    @Test func `must be a folder`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "x".utf8)
        #expect(throws: DocumentError.self) { try FolderWatch([path]) }
        #expect(throws: DocumentError.self) { try FolderWatch(["\(folder.path)/none"]) }
    }
}
