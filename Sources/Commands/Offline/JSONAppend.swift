/// Writes parts of JSON straight into a buffer, for output that is many times larger than what is thought about it.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(decimal value: Int) {
        guard value >= 10 else {
            append(contentsOf: value < 0 ? Array(String(value).utf8) : [0x30 + UInt8(value)])
            return
        }
        let start = count
        var rest = value
        while rest > 0 {
            append(0x30 + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    /// Appends UTF-8 as a JSON string, escaping no more than RFC 8259 demands.
    mutating func append(jsonString utf8: UnsafeBufferPointer<UInt8>) {
        append(0x22)
        var copied = 0
        for index in utf8.indices {
            let byte = utf8[index]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
            append(escaping: byte)
            copied = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
        append(0x22)
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(contentsOf: [byte < 0x10 ? 0x30 : 0x31, Array("0123456789abcdef".utf8)[Int(byte & 0xF)]])
        }
    }
}

/// Finds byte offsets of scalar offsets that are asked for in ascending order, in one walk over UTF-8.
struct ScalarWalk {
    private let utf8: UnsafeBufferPointer<UInt8>
    private var byte = 0
    private var scalar = 0

    init(_ utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

    /// The byte offset of the scalar `offset`, which is none before the one asked for last; the end where there is none.
    mutating func byte(of offset: Int) -> Int {
        while scalar < offset, byte < utf8.count {
            // Eight bytes at a time where all of them are ASCII, as most of most news is.
            if offset - scalar >= 8, utf8.count - byte >= 8, isASCII(at: byte) {
                byte += 8
                scalar += 8
                continue
            }
            let lead = utf8[byte]
            byte += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            scalar += 1
        }
        return min(byte, utf8.count)
    }

    private func isASCII(at offset: Int) -> Bool {
        UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    }
}
