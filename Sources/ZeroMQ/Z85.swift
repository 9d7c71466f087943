/// The Z85 text encoding of bytes (ZeroMQ RFC 32): five printable characters for four bytes.
public enum Z85 {
    private static let alphabet = Array(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8
    )

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// Encodes bytes; `nil` where their number is not a multiple of four.
    public static func encode(_ bytes: some Collection<UInt8>) -> String? {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 4 * 5)
        var word: UInt32 = 0
        for (index, byte) in bytes.enumerated() {
            word = word << 8 | UInt32(byte)
            guard index % 4 == 3 else { continue }
            for power: UInt32 in [52_200_625, 614_125, 7225, 85, 1] { text.append(alphabet[Int(word / power % 85)]) }
            word = 0
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Decodes text; `nil` where its length is not a multiple of five, a character is not Z85, or five of them make
    /// more than 32 bits.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count.isMultiple(of: 5) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 5 * 4)
        var word: UInt64 = 0
        for (index, character) in text.utf8.enumerated() {
            let value = values[Int(character)]
            guard value != .max else { return nil }
            word = word * 85 + UInt64(value)
            guard index % 5 == 4 else { continue }
            guard let whole = UInt32(exactly: word) else { return nil }
            for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: whole >> shift)) }
            word = 0
        }
        return bytes
    }
}
