/// Bytes as text, and how their encoding was found.
package struct DecodedText: Hashable, Sendable {
    package enum Evidence: String, Hashable, Sendable {
        case byteOrderMark = "byte_order_mark"
        /// The `charset` of an HTTP header.
        case header
        /// A `meta` element or an XML declaration of the page.
        case declaration
        /// The bytes themselves.
        case detection
    }

    package var text: String
    /// The name of the encoding, such as `UTF-8` or `windows-1252`.
    package var encoding: String
    package var evidence: Evidence
    /// The bytes that were no text in that encoding; each run of them became U+FFFD.
    package var faults: Int

    package init(text: String, encoding: String, evidence: Evidence, faults: Int) {
        self.text = text
        self.encoding = encoding
        self.evidence = evidence
        self.faults = faults
    }
}

extension DecodedText {
    /// Decodes a document: by its byte order mark, by the `charset` of its HTTP header, by its own declaration, else by
    /// what the bytes can be (HTML Standard, 13.2.3.2). There is no other way from bytes to text in this package, save for
    /// formats that are UTF-8 by definition.
    ///
    /// A declaration is not believed against the bytes: what is valid UTF-8 with letters outside of ASCII is UTF-8, since
    /// no other text is by chance; and what is declared UTF-8 but is full of faults is something else.
    ///
    /// - Parameters:
    ///   - charset: the `charset` of an HTTP header, where there was one.
    ///   - isHTML: whether a `meta` element may say what the encoding is.
    package static func decode(_ bytes: [UInt8], charset: String? = nil, isHTML: Bool) -> DecodedText {
        if let marked = marked(bytes) { return marked }
        if let text = String(validating: bytes, as: UTF8.self) {
            return DecodedText(text: text, encoding: "UTF-8", evidence: .detection, faults: 0)
        }
        let declared = isHTML ? EncodingDeclaration.charset(in: bytes) : nil
        for (label, evidence) in [(charset, Evidence.header), (declared, .declaration)] {
            guard let label, let encoding = EncodingLabel(label) else { continue }
            let decoded = encoding.decode(bytes, evidence)
            // A page cut in the middle of a character has one fault; a page in another encoding has hundreds.
            if decoded.faults * 50 <= bytes.count(where: { $0 >= 0x80 }) + 50 { return decoded }
        }
        // Letters that are valid UTF-8 are so by intent: a few broken ones among them make no other encoding of it.
        let unicode = EncodingLabel.utf8.decode(bytes, .detection)
        let letters = unicode.text.unicodeScalars.count { $0.value >= 0x80 && $0.value != 0xFFFD }
        if letters > 0, letters >= unicode.faults { return unicode }
        return EncodingGuess.encoding(of: bytes).decode(bytes, .detection)
    }

    /// Whether this can be meant. Of what nothing describes, no more than one byte in a thousand may be a control or in no
    /// character: binary data, read as any encoding of one byte, has a tenth.
    package var isPlausible: Bool {
        guard evidence == .detection else { return true }
        let controls = text.utf8.count { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
        return (controls + faults) * 1000 <= max(text.utf8.count, 1000)
    }

    /// Whether a `charset` is one that is decoded here, and means the same bytes to everybody: UTF-16 goes by its byte order
    /// mark alone.
    package static func knows(charset: String) -> Bool {
        EncodingLabel(charset) != nil && !charset.lowercased().hasPrefix("utf-16")
    }

    private static func marked(_ bytes: [UInt8]) -> DecodedText? {
        let encodings: [([UInt8], EncodingLabel)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFE, 0xFF], .utf16BigEndian), ([0xFF, 0xFE], .utf16LittleEndian),
        ]
        for (mark, encoding) in encodings where bytes.starts(with: mark) {
            return encoding.decode(Array(bytes.dropFirst(mark.count)), .byteOrderMark)
        }
        return nil
    }
}
