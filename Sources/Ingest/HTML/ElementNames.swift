/// Looks elements up by the bytes of their names, in any case.
struct ElementNames: Sendable {
    static let shared = ElementNames()

    /// The longest name, in bytes.
    private static let longest = 10
    private static let mask = 255
    /// Keys at their slots, with linear probing; 0 is no key.
    private var keys = [UInt64](repeating: 0, count: 256)
    private var values = [Element](repeating: .inline, count: 256)

    private init() {
        for element in Element.allCases where element != .inline {
            let name = Array(String(describing: element).utf8)
            let key = name.withUnsafeBufferPointer { Self.key($0.baseAddress, $0.count) }
            var slot = Self.slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & Self.mask }
            keys[slot] = key
            values[slot] = element
        }
    }

    /// The element of a name; ``Element/inline`` for all that make no difference.
    @inline(__always)
    func element(_ name: UnsafePointer<UInt8>, _ count: Int) -> Element {
        guard count <= Self.longest else { return .inline }
        let key = Self.key(name, count)
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & Self.mask
        }
        return .inline
    }

    /// Names of up to eight bytes are their own keys. The two longer ones, `blockquote` and `figcaption`, differ from
    /// all other names in what is left when their last bytes fall onto the first.
    @inline(__always)
    private static func key(_ name: UnsafePointer<UInt8>?, _ count: Int) -> UInt64 {
        guard let name else { return 0 }
        var key: UInt64 = 0
        for index in 0..<count { key = (key << 8 | key >> 56) ^ UInt64(name[index] | 0x20) }
        return key
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}
