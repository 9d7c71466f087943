import Wire

extension Door {
    /// The first frame of a message.
    ///
    /// A header is written as it was read, over and over; a refusal can be sent back as it is.
    package static let header = Door("header", longest: 20_000) { bytes throws(BrokenRule) in
        let header: Header
        do throws(Refusal) { header = try Header(decoding: bytes) } catch {
            try require(error.code == "bad_header", "refused with the code \(error.code)")
            try require(bytes.count <= Header.maximumSize || error.n == nil, "a header over the limit was read")
            try expectStable(.refused(error))
            return
        }
        try expectStable(header)
    }

    private static func expectStable(_ header: Header) throws(BrokenRule) {
        let bytes = header.encoded()
        // The parameters of a question come back as they are, and numbers and escapes may be written longer.
        if case .query = header, bytes.count > Header.maximumSize { return }
        try require(bytes.count <= Header.maximumSize, "written, the header has \(bytes.count) bytes")
        let again: Header
        do throws(Refusal) { again = try Header(decoding: bytes) } catch {
            throw BrokenRule("what was written is refused: \(error)")
        }
        try require(again == header, "read again, \(header) is \(again)")
        try require(again.encoded() == bytes, "written again, \(header) differs")
    }
}
