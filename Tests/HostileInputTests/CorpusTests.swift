import Foundation
import HostileInput
import Testing

/// The inputs kept in Tests/Corpus: the seeds that the fuzzer starts from, and every input that it found a fault with.
struct `Every input of the corpus` {
    private static let corpus = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

    @Test(arguments: Door.all.map(\.name))
    func `passes its door`(_ name: String) throws {
        let door = try #require(Door.all.first { $0.name == name })
        let folder = Self.corpus.appending(path: name)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            do throws(BrokenRule) { try door.check(bytes) } catch {
                Issue.record("\(name)/\(file.lastPathComponent): \(error)")
            }
        }
    }

    @Test func `is in the folder of a door`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
        #expect(Set(folders.filter { !$0.hasSuffix(".dict") }) == Set(Door.all.map(\.name)))
    }
}
