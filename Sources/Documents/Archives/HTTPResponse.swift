/// An HTTP/1.1 response as an archive keeps it (RFC 9112): head and body as they came.
struct HTTPResponse {
    let status: Int
    let type: MediaType?
    private let head: HeaderBlock
    private let body: ArraySlice<UInt8>

    /// - Returns: `nil` where the bytes are no such response.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: "HTTP/".utf8) else { return nil }
        let end = HeaderBlock.end(bytes, from: 0) ?? bytes.count
        head = HeaderBlock(bytes[..<end])
        body = bytes[end...]
        let words = head.start.split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { return nil }
        self.status = status
        type = head["content-type"].map(MediaType.init)
    }

    /// What was sent, without the chunks and the compression that it was sent in.
    ///
    /// Archives that keep decoded bodies often keep the fields that speak of chunks and compression as well, so a body
    /// that is not as they say is taken as it is.
    ///
    /// - Returns: At most `limit` bytes. - Throws: ``Unreadable``.
    func content(limit: Int) throws(Unreadable) -> ArraySlice<UInt8> {
        var content = body
        let coding = head["transfer-encoding"]?.lowercased() ?? ""
        if coding.contains("chunked"), let whole = Self.withoutChunks(content) { content = whole[...] }
        switch head["content-encoding"]?.lowercased() ?? "" {
        case "", "identity": break
        case "gzip", "x-gzip": if Self.isWrapped(content) { content = try inflated(content, .detected, limit) }
        case "deflate":
            if Self.isWrapped(content) {
                content = try inflated(content, .detected, limit)
            } else {
                do throws(Unreadable) { content = try inflated(content, .raw, limit) } catch {
                    if error == .tooLarge { throw error }
                }
            }
        case let other:
            // Text that was decoded already.
            if content.prefix(512).contains(0) || !content.prefix(64).contains(UInt8(ascii: "<")) {
                throw Unreadable.coding(String(other.prefix(32)))
            }
        }
        guard content.count <= limit else { throw Unreadable.tooLarge }
        return content
    }

    enum Unreadable: Error, Hashable {
        case damaged, tooLarge
        /// A compression that is not read.
        case coding(String)
    }

    private func inflated(
        _ bytes: ArraySlice<UInt8>,
        _ form: Inflater.Form,
        _ limit: Int
    ) throws(Unreadable) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        switch Inflater.inflate(bytes, form, into: &result, limit: limit) {
        case .ended, .open: return result[...]
        case .damaged: throw result.count > limit ? .tooLarge : .damaged
        }
    }

    /// Whether bytes begin as gzip (RFC 1952) or zlib (RFC 1950, section 2.2) do.
    private static func isWrapped(_ bytes: ArraySlice<UInt8>) -> Bool {
        if GzipStream.isGzip(bytes) { return true }
        guard bytes.count > 2 else { return false }
        let (method, flags) = (Int(bytes[bytes.startIndex]), Int(bytes[bytes.startIndex + 1]))
        return method & 0x0F == 8 && (method << 8 | flags) % 31 == 0
    }

    /// The chunks joined (RFC 9112, section 7.1); `nil` where the bytes are no chunks. What is cut short gives what is
    /// there.
    static func withoutChunks(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while true {
            var size = 0
            var digits = 0
            while let digit = rest.first.flatMap(hexadecimal), digits < 8 {
                size = size * 16 + digit
                digits += 1
                rest = rest.dropFirst()
            }
            // Extensions of a chunk are rare and short.
            guard digits > 0, let feed = rest.prefix(256).firstIndex(of: 0x0A) else {
                return result.isEmpty ? nil : result
            }
            rest = rest[(feed + 1)...]
            if size == 0 { return result }
            result.append(contentsOf: rest.prefix(size))
            rest = rest.dropFirst(size)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            if rest.first == 0x0A { rest = rest.dropFirst() }
            if rest.isEmpty { return result }
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x41 + 10
        case 0x61...0x66: Int(byte) - 0x61 + 10
        default: nil
        }
    }
}
