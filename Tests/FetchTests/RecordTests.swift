import Foundation
import TestSupport
import Testing

@testable import Fetch

@Suite struct RecordTests {
    @Test func `what was handed in is remembered over runs, for each queue by itself`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "data").path
        let first = FetchRecord.Entry(validators: PageValidators(etag: "\"1\""), article: "a")
        let second = FetchRecord.Entry(validators: PageValidators(etag: "\"2\"", lastModified: "today"), article: "b")
        var record = FetchRecord(directory: path, queue: "here")
        #expect(record["http://example.org/"] == nil)
        record.note("http://example.org/", first)
        record.note("http://example.org/", second)
        record.note("http://example.org/none", .init(validators: PageValidators(), article: "c"))
        try record.save()
        var there = FetchRecord(directory: path, queue: "there")
        #expect(there["http://example.org/"] == nil)
        there.note("http://example.org/", first)
        try there.save()
        let read = FetchRecord(directory: path, queue: "here")
        #expect(read["http://example.org/"] == second)
        #expect(read["http://example.org/none"] == nil)
        #expect(FetchRecord(directory: path, queue: "there")["http://example.org/"] == first)
    }

    @Test(arguments: ["[{]", "{}", "[1, {\"url\": 2}, {\"queue\": \"here\"}]", ""])
    func `a file that is no record says nothing`(text: String) throws {
        let directory = try TemporaryDirectory()
        try Data(text.utf8).write(to: directory.url.appending(path: "fetched.json"))
        #expect(FetchRecord(directory: directory.url.path, queue: "here")["http://example.org/"] == nil)
    }
}
