/// A sketch of an article's text, as a worker sends it with `done`: articles that are nearly the same have sketches of which
/// most of the slots are equal.
///
/// What the slots are is the worker's business; the queue only compares them. The text form is four lower-case hexadecimal
/// digits for each slot.
package struct Sketch: Hashable, Sendable {
    package static let slotCount = 48
    /// How many slots side by side make a band, by which candidates are looked up.
    package static let bandLength = 3
    package static let bandCount = slotCount / bandLength
    /// So many equal slots make two articles near duplicates: with MinHash, at about 46 in 100 runs of words in common.
    package static let fewestEqual = 22

    package let slots: [UInt16]

    /// `nil` where there are not ``slotCount`` slots.
    package init?(_ slots: [UInt16]) {
        guard slots.count == Self.slotCount else { return nil }
        self.slots = slots
    }

    /// Reads the text form; `nil` where it is not one.
    package init?(_ text: String) {
        guard text.utf8.count == 4 * Self.slotCount else { return nil }
        var slots: [UInt16] = []
        slots.reserveCapacity(Self.slotCount)
        var slot: UInt16 = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39: slot = slot << 4 | UInt16(byte - 0x30)
            case 0x61...0x66: slot = slot << 4 | UInt16(byte - 0x61 + 10)
            default: return nil
            }
            if index % 4 == 3 { slots.append(slot) }
        }
        self.slots = slots
    }

    /// Two bytes a slot, the higher first.
    package var bytes: [UInt8] { slots.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }

    /// Reads the bytes; `nil` where there are not two for each slot.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 2 * Self.slotCount else { return nil }
        slots = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }

    package var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The keys by which it is looked up, one for each band: the band's number and its slots.
    package var bandKeys: [Int64] {
        (0..<Self.bandCount).map { band in
            slots[(band * Self.bandLength)..<((band + 1) * Self.bandLength)]
                .reduce(Int64(band)) { $0 << 16 | Int64($1) }
        }
    }

    /// Whether two articles with these sketches are nearly the same.
    package func isNear(_ other: Sketch) -> Bool {
        zip(slots, other.slots).count { $0 == $1 } >= Self.fewestEqual
    }
}
