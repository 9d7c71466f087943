/// Turns bytes into text: UTF-8 only, strictly, with a byte order mark taken off.
package enum TextDecoding {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

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
