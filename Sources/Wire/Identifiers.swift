internal import Crypto

/// Names an article: the first 16 bytes of the SHA-256 of what was submitted, so submitting twice is harmless.
///
/// The text form is 32 lower-case hexadecimal digits.
package struct ArticleID: Hashable, Sendable, CustomStringConvertible, Comparable {
    private let high: UInt64
    private let low: UInt64

    /// Derives the id of a submission from its body, byte for byte, and its key, where it has one.
    ///
    /// The key is hashed first with its length before it, so no key and body can be mistaken for others.
    package init(deriving body: [UInt8], key: String?) {
        var hash = SHA256()
        let key = Array((key ?? "").utf8)
        withUnsafeBytes(of: UInt64(key.count).bigEndian) { hash.update(bufferPointer: $0) }
        key.withUnsafeBytes { hash.update(bufferPointer: $0) }
        body.withUnsafeBytes { hash.update(bufferPointer: $0) }
        self.init(bytes: Array(hash.finalize().prefix(16)))
    }

    /// - Precondition: There are 16 bytes.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 16, "an article id has 16 bytes, not \(bytes.count)")
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads the text form; `nil` where it is not one.
    package init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 32, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.high = high
        self.low = low
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) } }
    }

    package var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

    package static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

    private static func hexadecimal(_ half: UInt64) -> String {
        let digits = String(half, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Names one dispatch of one article to one worker; never used again, over all restarts of the queue.
package struct LeaseID: Hashable, Sendable, CustomStringConvertible {
    /// From 1 to 2⁵³ − 1, so that every JSON library can hold it.
    package let number: Int

    /// `nil` where the number is out of range.
    package init?(_ number: Int) {
        guard number > 0, number < 1 << 53 else { return nil }
        self.number = number
    }

    /// The lease number `count` (from 1) of the `generation`th start of the queue.
    ///
    /// 2²⁰ starts and 2³² leases a start (at 10,000 a second: five days) fit in 53 bits; beyond, numbers run into the
    /// next generation's, which is harmless until the queue restarts within that very range.
    package init(generation: Int, count: Int) { number = (generation & 0xF_FFFF) << 32 + count }

    package var description: String { String(number) }
}

/// Names one run of one worker process: a ULID, new at each start.
package struct WorkerID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// `nil` where the text is not a ULID: 26 characters of Crockford's base 32, the first at most 7.
    package init?(_ text: String) {
        guard text.utf8.count == 26, text.allSatisfy(Self.alphabet.contains), text.first! <= "7" else { return nil }
        self.text = text
    }

    /// A new id. - Parameter milliseconds: The time since 1970.
    package init(milliseconds: Int, using generator: inout some RandomNumberGenerator) {
        // A ULID has 48 bits of time.
        let milliseconds = milliseconds & (1 << 48 - 1)
        let time = (0..<10).map { Self.alphabet[(milliseconds >> (45 - 5 * $0)) & 31] }
        let random = (0..<16).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }
        text = String(time + random)
    }

    package var description: String { text }
}

/// The name of a stage, such as `segment`: a lower-case letter, then at most 31 lower-case letters, digits, `_`, `-`.
package struct StageName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// `nil` where the text is not such a name.
    package init?(_ text: String) {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 32,
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-")
            })
        else { return nil }
        self.text = text
    }

    package var description: String { text }
}
