/// The traits of attribute values met before: a page has few classes, each many times.
struct TraitCache {
    private struct Entry {
        var hash: UInt64 = 0
        var traits: Trait = []
    }

    private static let size = 1024
    private var entries = [Entry](repeating: Entry(), count: size)

    mutating func traits(_ bytes: UnsafePointer<UInt8>, _ value: Range<Int>) -> Trait {
        guard !value.isEmpty else { return [] }
        let value = UnsafeBufferPointer(start: bytes + value.lowerBound, count: value.count)
        let hash = Self.hash(value)
        let slot = Int(truncatingIfNeeded: hash >> 54)
        if entries[slot].hash == hash { return entries[slot].traits }
        let traits = TraitWords.shared.traits(value)
        // The newest of those that share a slot is the likeliest to come again.
        entries[slot] = Entry(hash: hash, traits: traits)
        return traits
    }

    /// Eight bytes at a time; 64 bits are enough that no two values of a page meet.
    @inline(__always)
    private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(value.count)
        var index = 0
        let raw = UnsafeRawBufferPointer(value)
        while index + 8 <= value.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < value.count {
            rest = rest << 8 | UInt64(value[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
        return (hash ^ hash >> 29) | 1
    }
}
