import Documents
import Testing

struct `The places to go on at` {
    @Test func `move on only over documents that were taken in order`() {
        var log = ResumeLog()
        for (number, offset) in [(1, 0), (2, 100), (4, 300)] { log.begin(number, ArchivePlace("a", offset: offset)) }
        log.end(2)
        log.end(3)
        #expect(log.places.isEmpty)
        log.end(1)
        #expect(log.places == ["a": ArchivePlace("a", offset: 100, records: 1)])
        log.end(4)
        #expect(log.places == ["a": ArchivePlace("a", offset: 300, records: 1)])
    }

    @Test func `are kept in a file`() throws {
        let path = "\(try TemporaryFolder().path)-places"
        #expect(try ResumeFile.load(path).isEmpty)
        let places = ["a\nb": ArchivePlace("a\nb", offset: 7, records: 2), "c": ArchivePlace("c", offset: 0)]
        try ResumeFile.save(places, to: path)
        #expect(try ResumeFile.load(path) == places)
    }

    @Test func `are not read from what is no such file`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a", "{\"path\":\"a\",\"offset\":-1,\"records\":0}".utf8)
        #expect(throws: DocumentError.self) { try ResumeFile.load(path) }
    }
}
