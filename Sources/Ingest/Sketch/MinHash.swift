/// A sketch of a text: texts that are nearly the same have sketches of which most slots are equal.
///
/// MinHash (Broder, On the resemblance and containment of documents, 1997) over runs of three words, 48 slots of 16 bits
/// (b-bit minwise hashing, Li and König 2010): the share of equal slots estimates the share of runs that two texts have in
/// common, of all that either has. A word is a run of letters and digits, in lower case; an ideograph is a word by itself.
///
/// The sketch is part of the protocol: the same text must have the same one in every version, or articles of before are
/// no longer found. A test holds it to values written down.
package enum MinHash {
    package static let slots = 48
    /// How many words make a run.
    static let run = 3
    /// With fewer words, a text can't be told from another one about the same.
    package static let fewestWords = 40

    /// The slots; `nil` where the text has fewer than ``fewestWords`` words. Takes time in proportion to the text.
    package static func sketch(of text: String) -> [UInt16]? {
        var words = WordHashes(text)
        var minima = [UInt64](repeating: .max, count: slots)
        var last: (UInt64, UInt64) = (0, 0)
        var count = 0
        while let word = words.next() {
            count += 1
            if count >= run { note(mixed(last.0 &* factors.0 &+ last.1 &* factors.1 &+ word &* factors.2), &minima) }
            last = (last.1, word)
        }
        guard count >= fewestWords else { return nil }
        // The first bits of a minimum are zeros.
        return minima.map { UInt16(truncatingIfNeeded: $0 >> 16) }
    }

    private static func note(_ value: UInt64, _ minima: inout [UInt64]) {
        for slot in 0..<slots {
            let permuted = value &* multipliers[slot]
            if permuted < minima[slot] { minima[slot] = permuted }
        }
    }

    /// Odd, from the digits of the golden ratio, of the square root of 2 and of the circle number.
    private static let factors: (UInt64, UInt64, UInt64) = (
        0x9E37_79B9_7F4A_7C15, 0x6A09_E667_F3BC_C909, 0x243F_6A88_85A3_08D3
    )

    /// Odd numbers, so that each product is a permutation of the 64-bit numbers.
    private static let multipliers: [UInt64] = (0..<slots).map { mixed(UInt64($0) &+ 1) | 1 }

    /// The finisher of SplitMix64 (Steele, Lea and Flood 2014).
    static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// The hashes of the words of a text, one after the other.
private struct WordHashes {
    private var rest: String.UnicodeScalarView.Iterator
    private var held: Unicode.Scalar?

    init(_ text: String) { rest = text.unicodeScalars.makeIterator() }

    mutating func next() -> UInt64? {
        // FNV-1a, over scalars.
        let basis: UInt64 = 0xCBF2_9CE4_8422_2325
        var hash = basis
        while let scalar = held ?? rest.next() {
            held = nil
            let isWordPart = Self.isWordPart(scalar)
            if isWordPart, scalar.properties.isIdeographic {
                guard hash == basis else {
                    held = scalar
                    return MinHash.mixed(hash)
                }
                return MinHash.mixed(basis ^ UInt64(scalar.value))
            }
            if isWordPart {
                for value in Self.lowercased(scalar) { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
            } else if hash != basis {
                return MinHash.mixed(hash)
            }
        }
        return hash == basis ? nil : MinHash.mixed(hash)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isASCIIWordPart(scalar.value) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isASCIIWordPart(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> LowerCase { LowerCase(scalar) }

    /// The lower case of a scalar, without making a string of an ASCII one.
    private struct LowerCase: Sequence, IteratorProtocol {
        private var first: UInt32?
        private var more: String.UnicodeScalarView.Iterator?

        init(_ scalar: Unicode.Scalar) {
            if scalar.isASCII {
                first = (0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value
            } else {
                more = scalar.properties.lowercaseMapping.unicodeScalars.makeIterator()
            }
        }

        mutating func next() -> UInt32? {
            if let value = first {
                first = nil
                return value
            }
            return more?.next()?.value
        }
    }
}
