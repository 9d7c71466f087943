internal import Crypto

/// The secret that callers show (RFC 6750), kept as its digest.
package struct BearerToken: Sendable {
    /// The fewest characters: 22 of base 64 are 128 bits.
    package static let shortest = 22
    package static let longest = 512

    private let digest: SHA256Digest

    /// `nil` where the text is not 22 to 512 of the characters that RFC 6750 allows: letters, digits, `-._~+/`, and `=` at
    /// the end.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (Self.shortest...Self.longest).contains(bytes.count) else { return nil }
        let body = bytes.prefix { $0 != UInt8(ascii: "=") }
        guard bytes.dropFirst(body.count).allSatisfy({ $0 == UInt8(ascii: "=") }),
            body.allSatisfy({ Self.isLetterOrDigit($0) || Self.signs.contains($0) })
        else { return nil }
        digest = SHA256.hash(data: bytes)
    }

    /// Whether the value of an `Authorization` header shows this token. The time it takes tells nothing of the token:
    /// digests are compared, all bytes of them.
    package func isShown(by header: String?) -> Bool {
        guard let header else { return false }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
        return SHA256.hash(data: Array(parts[1].utf8)) == digest
    }

    private static let signs = Set("-._~+/".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
