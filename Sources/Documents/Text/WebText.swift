#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Turns the bytes of a page into text as browsers do (WHATWG Encoding and HTML Standard, section 13.2.3).
package enum WebText {
    /// How far a page is searched for a `<meta charset>` (HTML Standard, 13.2.3.2).
    private static let searched = 1024

    /// The text of a page: by its byte order mark; as UTF-8 where it is nothing but UTF-8; by the header; by the page's own
    /// word; as Windows-1252 otherwise. Bytes that are none in that charset become U+FFFD.
    ///
    /// UTF-8 goes before what is declared: text in another charset, other than ASCII, is hardly ever valid UTF-8 by chance.
    package static func decode(_ bytes: ArraySlice<UInt8>, charset: String?) -> String {
        if bytes.starts(with: TextDecoding.byteOrderMark) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes.dropFirst(2), "UTF-16BE") }
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes.dropFirst(2), "UTF-16LE") }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let name = charset.flatMap(known) ?? declared(bytes.prefix(searched)).flatMap(known) ?? "WINDOWS-1252"
        return converted(bytes, name)
    }

    /// The charset that a page names in a `meta` element.
    private static func declared(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self).lowercased()
        for part in text.split(separator: "<meta", omittingEmptySubsequences: false).dropFirst() {
            let tag = part.prefix { $0 != ">" }
            guard let range = tag.split(separator: "charset=", omittingEmptySubsequences: false).dropFirst().first
            else {
                continue
            }
            let name = range.drop { "\"' ".contains($0) }.prefix { $0.isLetter || $0.isNumber || "-_:".contains($0) }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }

    /// The converter's name for a label of the Encoding Standard; `nil` for one that is not in it.
    private static func known(_ label: String) -> String? {
        let label = label.lowercased()
        switch label {
        case "utf-8", "utf8": return "UTF-8"
        // The standard reads the narrower sets as the wider ones that pages in truth are in.
        case "iso-8859-1", "latin1", "iso8859-1", "ascii", "us-ascii", "windows-1252", "cp1252", "x-cp1252":
            return "WINDOWS-1252"
        case "iso-8859-9", "latin5", "windows-1254": return "WINDOWS-1254"
        case "gb2312", "gbk", "x-gbk", "gb18030": return "GB18030"
        case "big5", "big5-hkscs": return "BIG5-HKSCS"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": return "CP932"
        case "euc-jp", "x-euc-jp": return "EUC-JP"
        case "iso-2022-jp": return "ISO-2022-JP"
        case "euc-kr", "ks_c_5601-1987", "windows-949": return "CP949"
        case "koi8-r", "koi8-u", "tis-620", "windows-874", "ibm866", "macintosh": return label.uppercased()
        default:
            for prefix in ["windows-125", "iso-8859-"] where label.hasPrefix(prefix) {
                let number = label.dropFirst(prefix.count)
                if (1...2).contains(number.count), number.allSatisfy({ $0.isASCII && $0.isNumber }) {
                    return label.uppercased()
                }
            }
            return nil
        }
    }

    /// The text by the C library's converter; what it can't read becomes U+FFFD, a byte at a time.
    private static func converted(_ bytes: ArraySlice<UInt8>, _ name: String) -> String {
        let converter = iconv_open("UTF-8", name)
        // The C library's way to say that there is none.
        guard converter != iconv_t(bitPattern: -1) else { return String(decoding: bytes, as: UTF8.self) }
        defer { iconv_close(converter) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var input = Array(bytes).map { CChar(bitPattern: $0) }
        var buffer = [CChar](repeating: 0, count: 64 << 10)
        input.withUnsafeMutableBufferPointer { input in
            buffer.withUnsafeMutableBufferPointer { buffer in
                var next = input.baseAddress
                var left = input.count
                while left > 0 {
                    var target = buffer.baseAddress
                    var room = buffer.count
                    let status = iconv(converter, &next, &left, &target, &room)
                    let made = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<(buffer.count - room)]))
                    result.append(contentsOf: made)
                    guard status == -1, errno != E2BIG, left > 0 else { continue }
                    result.append(contentsOf: "\u{FFFD}".utf8)
                    next = next.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
