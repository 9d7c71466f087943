internal import TextEncoding

/// Turns bytes into text.
package enum TextDecoding {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Text in whatever encoding it is, as far as that is told or can be seen; for what people write.
    ///
    /// - Parameters:
    ///   - charset: As an HTTP header names it.
    ///   - isHTML: Whether the text may say itself what it is in.
    /// - Throws: ``DocumentError`` `notUTF8` where it is not UTF-8 and can't well be anything else.
    package static func anyText(
        _ bytes: [UInt8],
        charset: String? = nil,
        isHTML: Bool,
        name: String
    ) throws(DocumentError) -> String {
        let decoded = DecodedText.decode(bytes, charset: charset, isHTML: isHTML)
        // Whether UTF-8 is text is for ingest to tell, in the words of a dead letter.
        return decoded.isPlausible || decoded.encoding == "UTF-8" ? decoded.text : try text(bytes, name: name)
    }

    /// UTF-8 only, strictly, with a byte order mark taken off; for formats that are UTF-8.
    ///
    /// - Throws: ``DocumentError`` `notUTF8` with the offset of the first byte at fault.
    package static func text(
        _ bytes: some Collection<UInt8>,
        name: String,
        line: Int? = nil
    ) throws(DocumentError) -> String {
        try refuseUTF16(bytes, name: name)
        let hasMark = bytes.starts(with: byteOrderMark)
        let content = Array(bytes.dropFirst(hasMark ? byteOrderMark.count : 0))
        if let text = String(validating: content, as: UTF8.self) { return text }
        let offset = firstFault(content).map { $0 + (hasMark ? byteOrderMark.count : 0) }
        throw DocumentError(
            .notUTF8,
            name,
            line: line,
            "not UTF-8 at byte \(offset ?? 0) (counted from 0); convert it to UTF-8, for example with iconv"
        )
    }

    /// Whether bytes begin with the byte order mark of UTF-16.
    static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
        let start = Array(bytes.prefix(4))
        return start != [0xFF, 0xFE, 0, 0] && (start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]))
    }

    /// - Throws: ``DocumentError`` `notUTF8` where the bytes start with the byte order mark of UTF-16 or UTF-32.
    static func refuseUTF16(_ bytes: some Collection<UInt8>, name: String) throws(DocumentError) {
        let start = Array(bytes.prefix(2))
        guard start == [0xFF, 0xFE] || start == [0xFE, 0xFF] else { return }
        throw DocumentError(
            .notUTF8,
            name,
            "UTF-16 or UTF-32 by its byte order mark at byte 0; convert it to UTF-8, for example with iconv"
        )
    }

    /// The offset of the first byte that is not part of well-formed UTF-8; `nil` where there is none.
    static func firstFault(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }
}
