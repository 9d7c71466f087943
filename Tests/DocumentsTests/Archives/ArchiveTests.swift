import Article
import Documents
import Testing

struct `A web archive` {
    private static let sample: ArchiveSample = {
        var sample = ArchiveSample()
        sample.add("warcinfo", "software: made for a test\r\n".utf8)
        sample.add("request", "GET /a HTTP/1.1\r\n\r\n".utf8)
        sample.addPage(uri: "http://paper.example/a", "<p>One".utf8)
        sample.addPage(uri: "http://paper.example/b", status: "404 Not Found", "<p>Gone".utf8)
        sample.addPage(uri: "http://paper.example/c", head: "Content-Type: image/png", [0x89, 0x50])
        sample.addPage(uri: "<http://paper.example/d>", "<p>Two".utf8)
        sample.add("metadata", "fetchTimeMs: 3\r\n".utf8)
        return sample
    }()

    private func read(_ bytes: [UInt8], as name: String = "crawl.warc") throws -> [DocumentReader.Element] {
        let folder = try TemporaryFolder()
        return Array(DocumentReader(paths: [try folder.write(name, bytes)]))
    }

    @Test(arguments: [
        ("crawl.warc", sample.plain), ("crawl.warc.gz", sample.gzipped), ("whole.warc.gz", sample.gzippedWhole),
        ("unnamed", sample.gzipped), ("wrong.txt", sample.plain),
    ])
    func `gives the pages and passes over the rest, compressed or not, whatever its name`(
        name: String,
        bytes: [UInt8]
    ) throws {
        let folder = try TemporaryFolder()
        let reader = DocumentReader(paths: [try folder.write(name, bytes)])
        let documents = try reader.map { try $0.get().submission }
        #expect(
            documents == [
                Submission(content: "<p>One", contentType: "text/html", url: "http://paper.example/a"),
                Submission(content: "<p>Two", contentType: "text/html", url: "http://paper.example/d"),
            ]
        )
        #expect(reader.recordsPassedOver == 5)
    }

    @Test func `is read from standard input`() throws {
        let documents = DocumentReader(paths: ["-"], input: ByteInput(Self.sample.gzipped))
        #expect(try documents.map { try $0.get().submission.content } == ["<p>One", "<p>Two"])
    }

    @Test(arguments: [Self.sample.plain, sample.gzipped, sample.gzippedWhole])
    func `is read on from the place after any page`(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("crawl.warc", bytes)
        let documents = try DocumentReader(paths: [path]).map { try $0.get() }
        for (index, document) in documents.enumerated() {
            let place = try #require(document.place)
            let options = DocumentOptions(places: [path: place.next])
            let rest = try DocumentReader(paths: [path], options: options).map { try $0.get() }
            #expect(rest.map(\.submission) == documents[(index + 1)...].map(\.submission))
        }
    }

    @Test func `that is shorter than the place to go on at is an error`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("crawl.warc", Self.sample.plain)
        let options = DocumentOptions(places: [path: ArchivePlace(path, offset: 1 << 20)])
        let result = try #require(DocumentReader(paths: [path], options: options).next())
        #expect(throws: DocumentError.self) { try result.get() }
    }

    @Test func `joins chunks and decompresses, also where both have been done already`() throws {
        let page = Array("<p>A page that was sent in pieces.".utf8)
        var sample = ArchiveSample()
        let zipped = Gzip.compress(page)
        let size = String(zipped.count, radix: 16)
        let chunked = Array("\(size);a=b\r\n".utf8) + zipped + Array("\r\n0\r\n\r\n".utf8)
        let both = "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
        sample.addPage(head: both, chunked)
        sample.addPage(head: both, page)
        sample.addPage(head: "Content-Type: text/html\r\nContent-Encoding: br", page)
        let contents = try read(sample.plain).map { try $0.get().submission.content }
        #expect(contents == Array(repeating: String(decoding: page, as: UTF8.self), count: 3))
    }

    @Test(arguments: [
        ("text/html; charset=ISO-8859-1", [0x63, 0x61, 0x66, 0xE9, 0x93], "caf\u{E9}\u{201C}"),
        ("text/html; charset=\"koi8-r\"", [0xF0, 0xD2, 0xC1], "Пра"),
        ("text/html; charset=latin1", Array("caf\u{E9}".utf8), "caf\u{E9}"),
        ("text/html", Array("<meta charset='windows-1251'>".utf8) + [0xCF], "<meta charset='windows-1251'>П"),
        ("text/html; charset=none-such", [0xE9], "\u{E9}"),
        ("text/html; charset=shift_jis", [0x93, 0xFA, 0xFF, 0x61], "日\u{FFFD}a"),
        ("application/xhtml+xml", [0xFF, 0xFE, 0x3C, 0x00], "<"),
    ])
    func `is decoded by the page's charset`(type: String, body: [UInt8], text: String) throws {
        var sample = ArchiveSample()
        sample.addPage(head: "Content-Type: \(type)", body)
        #expect(try read(sample.plain).map { try $0.get().submission.content } == [text])
    }

    @Test func `with a damaged record gives an error and the pages after it`() throws {
        var sample = Self.sample
        sample.addPage(uri: "http://paper.example/e", "<p>Three".utf8)
        let plain =
            sample.records[2] + Array("no record\r\nat all\r\n\r\n".utf8) + sample.records[5]
            + Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8) + sample.records[7]
        let results = try read(plain)
        #expect(results.map { (try? $0.get())?.submission.content } == ["<p>One", nil, "<p>Two", nil, "<p>Three"])
        var zipped = sample.records.map(Gzip.compress)
        // Past the header of the gzip member (10 bytes), in the middle of its data.
        zipped[5][30] ^= 0xFF
        zipped[5][31] ^= 0xFF
        let rest = try read(zipped.flatMap { $0 }, as: "crawl.warc.gz")
        #expect(rest.compactMap { (try? $0.get())?.submission.content } == ["<p>One", "<p>Three"])
        #expect(rest.count == 3)
    }

    @Test(arguments: [Self.sample.plain, sample.gzipped])
    func `that is cut short gives an error at its end`(_ bytes: [UInt8]) throws {
        let results = try read(Array(bytes.prefix(bytes.count - 40)))
        #expect(results.compactMap { try? $0.get() }.count == 2)
        #expect(throws: DocumentError.self) { try results.last?.get() }
    }

    @Test func `with a page above the bound says so and goes on`() throws {
        var sample = ArchiveSample()
        sample.addPage(repeatElement(UInt8(ascii: "x"), count: 600_000))
        sample.addPage(
            head: "Content-Type: text/html\r\nContent-Encoding: gzip",
            Gzip.compress(Array(repeating: 0x20, count: 600_000))
        )
        sample.addPage("<p>Small".utf8)
        let folder = try TemporaryFolder()
        var limits = DocumentLimits()
        limits.document = 100_000
        let results = Array(DocumentReader(paths: [try folder.write("a.warc", sample.plain)], limits: limits))
        #expect(results.map { (try? $0.get())?.submission.content } == [nil, nil, "<p>Small"])
        #expect(throws: DocumentError.self) { try results[1].get() }
    }
}

struct `A compressed file` {
    @Test func `is read as what is in it`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write("a.jsonl.gz", Gzip.compress(Array("{\"text\":\"one\"}\n{\"text\":\"two\"}".utf8)))
        let text = try folder.write("b.txt.gz", Gzip.compress(Array("three".utf8)))
        let documents = try DocumentReader(paths: [lines, text]).map { try $0.get().submission.content }
        #expect(documents == ["one", "two", "three"])
    }

    @Test func `that would be too large is refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt.gz", Gzip.compress(Array(repeating: 0x61, count: 9 << 20)))
        let error = #expect(throws: DocumentError.self) { try DocumentReader(paths: [path]).next()?.get() }
        #expect(error?.code == .tooLarge)
    }
}
