/// Finds the bytes of a text that may matter for a boundary, 64 at a time, each as a bit of a mask.
struct CandidateBlocks {
    private static let size = 64

    private let text: UTF8Text
    /// Where the block begins that `bits` is of.
    private var start = -size
    private var bits: UInt64 = 0
    /// The end of the last block that has bytes beyond ASCII, and of the scalar that reaches out of it.
    private var mixedEnd = 0

    init(_ text: UTF8Text) { self.text = text }

    /// The first offset at or after `offset` whose byte may matter, or the end of the text.
    @inline(__always)
    mutating func next(from offset: Int) -> Int {
        let within = offset &- start
        if within >= 0, within < Self.size {
            let rest = bits & (~0 << UInt64(truncatingIfNeeded: within))
            if rest != 0 { return start &+ rest.trailingZeroBitCount }
        }
        return nextBlock(from: offset)
    }

    /// Whether the bytes of `range` are known to be ASCII, without a look at them.
    @inline(__always)
    func isASCII(_ range: Range<Int>) -> Bool {
        range.lowerBound >= mixedEnd && range.upperBound <= start &+ Self.size
    }

    private mutating func nextBlock(from offset: Int) -> Int {
        var block = offset & ~(Self.size - 1)
        if block == start { block += Self.size }
        var rest: UInt64 = 0
        while block < text.count {
            start = block
            bits = candidates(at: block)
            rest = block < offset ? bits & (~0 << UInt64(offset - block)) : bits
            if rest != 0 { return block + rest.trailingZeroBitCount }
            block += Self.size
        }
        return text.count
    }

    /// The candidates among the 64 bytes from `block` on; beyond the end there are none.
    private mutating func candidates(at block: Int) -> UInt64 {
        guard block + Self.size <= text.count else { return candidatesAtEnd(block) }
        let masks = text.masks(at: block)
        // A capital counts where a word begins with it.
        var found = masks.marks | masks.capitals & (masks.spaces << 1 | (text[block - 1] == 0x20 ? 1 : 0))
        var leads = masks.leads
        if leads != 0 { mixedEnd = max(mixedEnd, block + Self.size + 3) }
        while leads != 0 {
            let bit = leads.trailingZeroBitCount
            leads &= leads &- 1
            if text.mayMatter(scalarAt: block + bit) { found |= 1 << UInt64(bit) }
        }
        return found
    }

    private mutating func candidatesAtEnd(_ block: Int) -> UInt64 {
        var found: UInt64 = 0
        for offset in block..<text.count {
            let byte = text[offset]
            if byte >= 0x80 { mixedEnd = max(mixedEnd, block + Self.size + 3) }
            let matters =
                byte >= 0xC2
                ? text.mayMatter(scalarAt: offset)
                : ByteClass.isUpper(byte) ? text[offset - 1] == 0x20 : ByteClass.isMark(byte)
            if matters { found |= 1 << UInt64(offset - block) }
        }
        return found
    }
}

extension UTF8Text {
    /// Whether the scalar at `offset`, which is not ASCII, may matter for a boundary: a mark, a line break or a bullet.
    func mayMatter(scalarAt offset: Int) -> Bool {
        switch self[offset] {
        case 0xE2:
            switch (self[offset + 1], self[offset + 2]) {
            case (0x80, 0xA2...0xA3), (0x80, 0xA6), (0x80, 0xA8...0xA9), (0x80, 0xBC...0xBD), (0x81, 0x87...0x89): true
            case (0x80, _): false
            default: isTerminator(at: offset) || bulletLength(at: offset) > 0
            }
        case 0xC2: self[offset + 1] == 0x85
        // Of Cyrillic, of most of Chinese and of Korean no scalar matters.
        case 0xC3...0xD4, 0xE4...0xE9, 0xEB...0xED: false
        default: isTerminator(at: offset)
        }
    }
}
