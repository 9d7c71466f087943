import Article
import Documents

extension Door {
    /// A web archive, plain or compressed.
    package static let archive = Door("archive", longest: 16_000, read)

    /// A feed.
    package static let feed = Door("feed", longest: 16_000, read)

    /// Whatever it is, it gives documents and errors within bounds, and comes to an end.
    private static func read(_ bytes: [UInt8]) throws(BrokenRule) {
        // That would start a program for each input.
        guard !bytes.starts(with: "%PDF-".utf8) else { return }
        var limits = DocumentLimits()
        limits.document = 64 << 10
        let reader = DocumentReader(paths: ["-"], limits: limits, input: ByteInput(bytes))
        var count = 0
        for element in reader {
            count += 1
            // An error and a document for each byte would be more than any form allows. A gzip member of zeros has up to a
            // thousand times as many bytes, but no more records than its compressed form has marks.
            try require(count <= 2 * bytes.count + 2, "\(count) elements of \(bytes.count) bytes")
            switch element {
            case .success(let document):
                let size = document.submission.content.utf8.count
                try require(size <= limits.document * 3 + 64, "a document of \(size) bytes")
                if let place = document.place {
                    try require(
                        (0...bytes.count).contains(place.offset),
                        "a record at \(place.offset) of \(bytes.count)"
                    )
                    try require(place.records >= 0, "record \(place.records) of its member")
                }
            case .failure(let error):
                try require(error.description.utf8.count < 4_096, "an endless message")
            }
        }
        try require(reader.next() == nil, "something after the end")
    }
}
