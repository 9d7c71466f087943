internal import Glibc

/// An address of a host, as the resolver gives it.
package struct HostAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes, the first first.
    package let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the usual form; `nil` where the text is none.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: six) { Array($0) }
        } else {
            return nil
        }
    }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard bytes.withUnsafeBytes({ inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) }) != nil else {
            return "an address of \(bytes.count) bytes"
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether everybody on the Internet may be meant by it.
    ///
    /// What is not: the special-purpose registries of IANA (RFC 6890 and its updates) but those that are globally reachable,
    /// multicast, and the address by which Azure's machines ask after themselves, which looks public. Of IPv6 only 2000::/3
    /// is given out as global unicast; addresses that carry one of IPv4 are judged by that.
    package var isPublic: Bool {
        if bytes.count == 4 { return !Self.contains(Self.special4, bytes) }
        guard bytes.count == 16 else { return false }
        // NAT64 (RFC 6052) and mapped addresses (RFC 4291).
        if Self.matches(bytes, [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96)
            || Self.matches(bytes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96)
        {
            return HostAddress(bytes: Array(bytes[12...])).isPublic
        }
        return bytes[0] & 0xE0 == 0x20 && !Self.contains(Self.special6, bytes)
    }

    private static let special4: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
        ([203, 0, 113], 24), ([224], 4), ([240], 4), ([168, 63, 129, 16], 32),
    ]

    private static let special6: [(prefix: [UInt8], bits: Int)] = [
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16), ([0x3F, 0xFF, 0x00], 20),
    ]

    private static func contains(_ blocks: [(prefix: [UInt8], bits: Int)], _ bytes: [UInt8]) -> Bool {
        blocks.contains { matches(bytes, $0.prefix, $0.bits) }
    }

    private static func matches(_ bytes: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
        for index in 0..<(bits + 7) / 8 {
            let left = min(8, bits - 8 * index)
            let mask = left == 8 ? 0xFF : ~(UInt8(0xFF) >> UInt8(left))
            guard bytes[index] & mask == (index < prefix.count ? prefix[index] : 0) & mask else { return false }
        }
        return true
    }
}
