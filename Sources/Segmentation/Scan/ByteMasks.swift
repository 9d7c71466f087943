/// Which of 64 bytes are of a class, as bits, the first byte's lowest.
struct ByteMasks: Equatable {
    /// The line breaks, and `!`, `"`, `)`, `.`, `:`, `?` and `@`.
    var marks: UInt64 = 0
    var capitals: UInt64 = 0
    var spaces: UInt64 = 0
    /// The bytes that begin a scalar beyond ASCII.
    var leads: UInt64 = 0
    /// The bytes that continue one.
    var continuations: UInt64 = 0
}

extension UTF8Text {
    /// What ``masks(at:)`` gives, for processors whose instructions for it are not used.
    func masksByArithmetic(at offset: Int) -> ByteMasks {
        var masks = ByteMasks()
        for part in 0..<8 {
            let bytes = EightBytes(eight(at: offset &+ 8 &* part))
            let shift = UInt64(truncatingIfNeeded: 8 &* part)
            let marks =
                bytes.ascii(UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"))
                | bytes.ascii(from: UInt8(ascii: "!"), through: UInt8(ascii: "\""))
                | bytes.ascii(from: UInt8(ascii: "?"), through: UInt8(ascii: "@"))
                | bytes.ascii(from: 0x0A, through: 0x0D)
            masks.marks |= EightBytes.gather(marks) &<< shift
            masks.capitals |= EightBytes.gather(bytes.capitals) &<< shift
            masks.spaces |= EightBytes.gather(bytes.ascii(0x20)) &<< shift
            if bytes.value & EightBytes.highest != 0 {
                // Both of the two highest bits stand in the bytes that begin a scalar.
                masks.leads |= EightBytes.gather(bytes.value & bytes.value << 1) &<< shift
                masks.continuations |= EightBytes.gather(bytes.value & ~(bytes.value << 1)) &<< shift
            }
        }
        return masks
    }
}
