/// A number of bytes, written with its unit: `8MiB`, `64KB`, `512B`.
///
/// Decimal units (KB, MB, GB, TB) count in thousands, binary ones (KiB, MiB, GiB, TiB) in 1,024s, as IEC 80000-13 has it.
package struct ByteCount: Sendable, Hashable, Comparable {
    /// The number of bytes, never negative.
    package let bytes: Int

    /// A count of `bytes` bytes; a negative number counts as none.
    package init(_ bytes: Int) {
        self.bytes = max(0, bytes)
    }

    /// Reads `8MiB`, `64 KB`, `512B` or a bare `0`; nil for anything else, fractions and overflow included.
    package init?(text: String) {
        guard let quantity = Quantity(text) else { return nil }
        if quantity.number == 0, quantity.unit.isEmpty {
            self.init(0)
            return
        }
        guard let unit = Self.units.first(where: { $0.name == quantity.unit }) else { return nil }
        let (product, overflow) = quantity.number.multipliedReportingOverflow(by: unit.bytes)
        guard !overflow else { return nil }
        self.init(product)
    }

    package static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }

    /// `count` times 1,024 bytes.
    package static func kibibytes(_ count: Int) -> Self { Self(count * 1_024) }
    /// `count` times 1,024² bytes.
    package static func mebibytes(_ count: Int) -> Self { Self(count * 1_048_576) }
    /// `count` times 1,024³ bytes.
    package static func gibibytes(_ count: Int) -> Self { Self(count * 1_073_741_824) }
    /// `count` times 1,024⁴ bytes.
    package static func tebibytes(_ count: Int) -> Self { Self(count * 1_099_511_627_776) }

    private static let units: [(name: String, bytes: Int)] = [
        ("TiB", 1_099_511_627_776), ("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1_024),
        ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000), ("B", 1),
    ]
}

extension ByteCount: CustomStringConvertible {
    /// The count in the largest unit that divides it; reading it back gives the same count.
    package var description: String {
        let dividing = Self.units.filter { bytes != 0 && bytes % $0.bytes == 0 }
        guard let largest = dividing.max(by: { $0.bytes < $1.bytes }) else { return "0B" }
        return "\(bytes / largest.bytes)\(largest.name)"
    }
}
