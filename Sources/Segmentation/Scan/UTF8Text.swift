#if arch(x86_64)
    internal import CByteMasks
#endif

/// UTF-8 that can be asked for any byte: beyond the ends it reads as NUL, so a look-around needs no bounds of its own.
///
/// It borrows the bytes: it must not outlive the closure that gave it the buffer. Bytes that are not UTF-8 are read
/// as some scalar or as none, never past the end.
struct UTF8Text {
    private let bytes: UnsafeBufferPointer<UInt8>
    let count: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        count = bytes.count
    }

    subscript(offset: Int) -> UInt8 {
        @inline(__always) get { offset >= 0 && offset < count ? bytes[offset] : 0 }
    }

    /// The number of bytes in `range` that continue a scalar.
    func continuationCount(_ range: Range<Int>) -> Int {
        var continuations = 0
        var offset = range.lowerBound
        while offset &+ 8 <= range.upperBound {
            continuations &+= EightBytes(eight(at: offset)).continuations
            offset &+= 8
        }
        while offset < range.upperBound {
            continuations &+= bytes[offset] & 0xC0 == 0x80 ? 1 : 0
            offset &+= 1
        }
        return continuations
    }

    /// Whether `length` bytes from `offset` on are in the text.
    @inline(__always)
    func has(_ length: Int, from offset: Int) -> Bool { offset >= 0 && offset &+ length <= count }

    /// The eight bytes from `offset` on, the first of them lowest.
    ///
    /// - Precondition: ``has(_:from:)`` eight bytes from `offset`; it is asserted here, and every caller asks.
    @inline(__always)
    func eight(at offset: Int) -> UInt64 {
        assert(has(8, from: offset))
        return UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
            .loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    /// The classes of the 64 bytes from `offset` on, all of which must be in the text.
    @inline(__always)
    func masks(at offset: Int) -> ByteMasks {
        assert(has(64, from: offset))
        #if arch(x86_64)
            let masks = byte_masks_of(bytes.baseAddress.unsafelyUnwrapped + offset)
            return ByteMasks(
                marks: masks.marks,
                capitals: masks.capitals,
                spaces: masks.spaces,
                leads: masks.leads,
                continuations: masks.continuations
            )
        #else
            return masksByArithmetic(at: offset)
        #endif
    }

    /// The key of the word of ASCII letters, digits, full stops and `&` in `start..<end`; `nil` where it is too long.
    func key(_ start: Int, _ end: Int) -> WordKey? {
        let length = end - start
        guard length <= WordKey.maximumLength else { return nil }
        guard start >= 0, start + 16 <= count else {
            var key = WordKey()
            for offset in start..<end { _ = key.append(self[offset]) }
            return key
        }
        // Of these bytes the capitals alone lack the bit of 0x20, so that one OR makes all of them small.
        let raw = UnsafeRawBufferPointer(bytes)
        var low = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian | 0x2020_2020_2020_2020
        var high: UInt64 = 0
        if length < 8 {
            low &= (1 << UInt64(8 * length)) - 1
        } else if length > 8 {
            high = raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self).littleEndian | 0x2020_2020_2020_2020
            if length < 16 { high &= (1 << UInt64(8 * length - 64)) - 1 }
        }
        return WordKey(low: low, high: high, length: length)
    }

    /// Whether a full stop at `offset` stands inside a word, a number or an address, and no space may have been
    /// forgotten behind it: most full stops of a text full of them, so that this is asked first.
    func isInsideWord(_ offset: Int) -> Bool {
        let next = self[offset + 1]
        guard self[offset] == UInt8(ascii: "."), ByteClass.isAlphanumeric(next) else { return false }
        return !ByteClass.isUpper(next) || !ByteClass.isLower(self[offset - 1]) && !ByteClass.isDigit(self[offset - 1])
    }

    /// The scalar that starts at `offset` and its length in bytes; the length is at least 1.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
        let lead = self[offset]
        if lead < 0x80 { return (offset < count && offset >= 0 ? Unicode.Scalar(lead) : nil, 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
        for index in 1..<max(length, 2) where length > 1 {
            value = value << 6 | UInt32(self[offset + index] & 0x3F)
        }
        return (length > 1 ? Unicode.Scalar(value) : nil, min(length, max(1, count - offset)))
    }

    /// The scalar that ends at `offset` and its length in bytes; `nil` and 1 where there is none.
    func scalar(endingAt offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
        var start = offset - 1
        while start > offset - 4 && self[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(at: start)
        return start + found.length == offset ? found : (nil, 1)
    }
}
