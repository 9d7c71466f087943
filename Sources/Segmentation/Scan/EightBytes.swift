/// Eight bytes in one integer, the first of them lowest, classified all at once by arithmetic.
///
/// A class is told by the highest bit of each byte. The technique is as old as Lamport, Multiple Byte Processing with
/// Full-Word Instructions (CACM 1975). Swift 6.3 works on its vector types element by element, ten times as slowly.
struct EightBytes {
    static var highest: UInt64 { 0x8080_8080_8080_8080 }

    let value: UInt64

    @inline(__always)
    init(_ value: UInt64) { self.value = value }

    /// The highest bit of each ASCII byte that lies from `first` to `last`, and of no other; the other bits are anything.
    @inline(__always)
    func ascii(from first: UInt8, through last: UInt8) -> UInt64 {
        // No sum is above 255, so that nothing is carried into the next byte.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = value & ~Self.highest
        return ((low &+ ones &* UInt64(128 &- first)) ^ (low &+ ones &* UInt64(127 &- last))) & ~value
    }

    /// The highest bit of each byte that is the ASCII byte `byte`, and of no other.
    @inline(__always)
    func ascii(_ byte: UInt8) -> UInt64 { ~others(byte) & ~value & Self.highest }

    /// The highest bit of each byte that is one of three ASCII bytes, and of no other; the other bits are anything.
    @inline(__always)
    func ascii(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt64 {
        ~(others(first) & others(second) & others(third)) & ~value
    }

    /// The highest bit of each byte whose lower seven bits are not those of `byte`.
    @inline(__always)
    private func others(_ byte: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (value & ~Self.highest ^ ones &* UInt64(byte)) &+ ~Self.highest
    }

    @inline(__always)
    var capitals: UInt64 { ascii(from: UInt8(ascii: "A"), through: UInt8(ascii: "Z")) & Self.highest }

    @inline(__always)
    var letters: UInt64 {
        EightBytes(value | 0x2020_2020_2020_2020).ascii(from: UInt8(ascii: "a"), through: UInt8(ascii: "z"))
            & Self.highest
    }

    @inline(__always)
    var alphanumerics: UInt64 {
        letters | ascii(from: UInt8(ascii: "0"), through: UInt8(ascii: "9")) & Self.highest
    }

    /// The number of bytes that continue a scalar.
    @inline(__always)
    var continuations: Int {
        value & Self.highest == 0 ? 0 : (value >> 7 & ~value >> 6 & 0x0101_0101_0101_0101).nonzeroBitCount
    }

    /// The bits of a class, the first byte's lowest.
    ///
    /// The bit of byte n comes to place 56 + n: it stands at 8n + 7 and meets the multiplier's bit at 49 − 7n.
    @inline(__always)
    static func gather(_ bits: UInt64) -> UInt64 { ((bits & highest) &* 0x0002_0408_1020_4081) &>> 56 }
}
