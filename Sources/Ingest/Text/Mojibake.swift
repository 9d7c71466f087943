#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Repairs text whose UTF-8 was read as Windows-1252 or ISO 8859-1, once or several times, where that is certain.
///
/// `café` becomes `cafÃ©` by such a mistake, and `’` becomes `â€™`. Certain is:
///
/// - `â€` and a third character that make general punctuation: no language writes these together;
/// - anything else only where it holds for all of the text: there are two sequences at least that make characters of some use, and no
///   letter from À to ÿ stands outside of one. A text that has `é` beside `Ã©` is left as it is.
enum Mojibake {
    /// More mistakes on top of one another than are made.
    private static let mostRounds = 3

    /// The text repaired and how many characters were; `nil` where nothing is certain.
    static func repair(_ text: String) -> (text: String, characters: Int)? {
        var result: (text: String, characters: Int)?
        for _ in 0..<mostRounds {
            guard let (text, count) = once(result?.text ?? text) else { break }
            result = (text, max(count, result?.characters ?? 0))
        }
        return result
    }

    private static func once(_ text: String) -> (text: String, characters: Int)? {
        var text = text
        return text.withUTF8 { mayHaveSequences($0) ? once($0) : nil }
    }

    private static func once(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, characters: Int)? {
        var found: [(range: Range<Int>, scalar: Unicode.Scalar)] = []
        var strays = 0
        var punctuation = 0
        var doubtful = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            if let (scalar, end) = sequence(bytes, index) {
                found.append((index..<end, scalar))
                if isPunctuation(scalar) { punctuation += 1 }
                if isDoubtful(scalar) { doubtful += 1 }
                index = end
            } else {
                let (value, length) = UTF8Scalar.decode(bytes, at: index)
                if (0xC0...0xFF).contains(value) { strays += 1 }
                index += length
            }
        }
        if strays > 0 || found.count - doubtful < 2 {
            guard punctuation > 0 else { return nil }
            found.removeAll { !isPunctuation($0.scalar) }
        }
        var repaired: [UInt8] = []
        repaired.reserveCapacity(bytes.count)
        var next = 0
        for (range, scalar) in found {
            repaired.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[next..<range.lowerBound]))
            repaired.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            next = range.upperBound
        }
        repaired.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[next...]))
        return (String(decoding: repaired, as: UTF8.self), found.count)
    }

    /// Whether a character that is read for a lead byte stands before one that is read for a byte that may follow. Most text
    /// has none, and pages are long.
    private static func mayHaveSequences(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        // memchr(3) looks at many bytes at once.
        while index + 2 < bytes.count, let start = bytes.baseAddress,
            let place = memchr(start + index, 0xC3, bytes.count - 2 - index)
        {
            let found = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(place))
            // Â to ô; then U+0080 to U+00BF, or one of those that Windows-1252 has in the place of controls.
            if (0x82...0xB4).contains(bytes[found + 1]), [0xC2, 0xC5, 0xC6, 0xCB, 0xE2].contains(bytes[found + 2]) {
                return true
            }
            index = found + 1
        }
        return false
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { (0x2010...0x203A).contains(scalar.value) }

    /// What capitals before a closing guillemet would make (`«LIBERTÉ»`), and hardly any language has.
    private static func isDoubtful(_ scalar: Unicode.Scalar) -> Bool { (0x180..<0x370).contains(scalar.value) }

    /// The character that the bytes of the characters from `index` on make as UTF-8, and where they end.
    private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, end: Int)? {
        var (value, width) = UTF8Scalar.decode(bytes, at: index)
        guard let lead = byte(value) else { return nil }
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        var made = [lead]
        var end = index + width
        while made.count < length {
            guard end < bytes.count else { return nil }
            (value, width) = UTF8Scalar.decode(bytes, at: end)
            guard let next = byte(value), (0x80...0xBF).contains(next) else { return nil }
            made.append(next)
            end += width
        }
        guard let text = String(validating: made, as: UTF8.self), let scalar = text.unicodeScalars.first else {
            return nil
        }
        // Controls are no text that anybody wrote.
        return scalar.value >= 0xA0 ? (scalar, end) : nil
    }

    /// The byte that is read as this character in Windows-1252, or in ISO 8859-1 where that has none.
    private static func byte(_ scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        return HTMLEntities.windows1252.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
}
