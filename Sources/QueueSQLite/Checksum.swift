/// A checksum against what disks do to bytes, not against people: 64 bits, a multiplication for each 8 bytes.
///
/// The folded product of 64-bit words is that of wyhash (https://github.com/wangyi-fudan/wyhash). A changed bit is
/// overlooked once in 2⁶⁴ times; 4 KiB take about a microsecond, a hundredth of what their commit takes.
enum Checksum {
    private static let factor: UInt64 = 0xA076_1D64_78BD_642F

    static func of(_ bytes: [UInt8]) -> Int64 {
        let sum = bytes.withUnsafeBytes { buffer in
            var sum = UInt64(buffer.count)
            var index = 0
            while index + 8 <= buffer.count {
                sum = of(sum ^ UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
                index += 8
            }
            var rest: UInt64 = 0
            for byte in buffer[index...].reversed() { rest = rest << 8 | UInt64(byte) }
            return of(sum ^ rest)
        }
        return Int64(bitPattern: sum)
    }

    static func of(_ word: UInt64) -> UInt64 {
        // The constant keeps a word of zeros from ending all that went before it.
        let product = (word ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}
