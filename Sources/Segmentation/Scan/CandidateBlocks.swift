/// Finds the bytes of a text that may matter for a boundary, 64 at a time, each as a bit of a mask, and counts scalars on
/// its way.
struct CandidateBlocks {
    private static let size = 64

    private let text: UTF8Text
    private let lexicon: Lexicon
    /// Where the block begins that `bits` is of.
    private var start = -size
    private var bits: UInt64 = 0
    /// The number of bytes before `start` that continue a scalar.
    private var continuationsBefore = 0
    /// Those of the block, and of the one before it.
    private var continuations: UInt64 = 0
    private var earlierContinuations: UInt64 = 0

    init(_ text: UTF8Text, _ lexicon: Lexicon) {
        self.text = text
        self.lexicon = lexicon
    }

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

    /// The number of scalars before the byte `offset`, which begins one: known without a look at the text where it stands
    /// in the block or in the one before.
    @inline(__always)
    func scalars(before offset: Int) -> Int {
        let within = offset &- start
        if within >= 0, within < Self.size {
            let before = continuations & ~(~0 << UInt64(truncatingIfNeeded: within))
            return offset &- continuationsBefore &- (before == 0 ? 0 : before.nonzeroBitCount)
        }
        return scalarsFurtherOff(before: offset)
    }

    private func scalarsFurtherOff(before offset: Int) -> Int {
        let end = start + Self.size
        if offset >= end {
            return offset - continuationsBefore - continuations.nonzeroBitCount - text.continuationCount(end..<offset)
        }
        let earlier = start - Self.size
        let between =
            offset >= earlier
            ? (earlierContinuations >> UInt64(offset - earlier)).nonzeroBitCount
            : text.continuationCount(offset..<start)
        return offset - continuationsBefore + between
    }

    private mutating func nextBlock(from offset: Int) -> Int {
        while start &+ Self.size < text.count {
            start &+= Self.size
            continuationsBefore &+= continuations == 0 ? 0 : continuations.nonzeroBitCount
            earlierContinuations = continuations
            readBlock()
            let before = offset &- start
            guard before < Self.size else { continue }
            let rest = before > 0 ? bits & (~0 << UInt64(truncatingIfNeeded: before)) : bits
            if rest != 0 { return start &+ rest.trailingZeroBitCount }
        }
        return text.count
    }

    /// Sets the bits of the candidates among the 64 bytes from `start` on; beyond the end there are none.
    private mutating func readBlock() {
        guard start + Self.size <= text.count else { return readLastBlock() }
        let masks = text.masks(at: start)
        continuations = masks.continuations
        bits = masks.marks
        // A capital counts where a word begins with it.
        var capitals = masks.capitals & (masks.spaces << 1 | (text[start - 1] == 0x20 ? 1 : 0))
        while capitals != 0 {
            let bit = capitals & (~capitals &+ 1)
            if text.mayMatter(capitalAt: start &+ capitals.trailingZeroBitCount, lexicon) { bits |= bit }
            capitals ^= bit
        }
        var leads = masks.leads
        while leads != 0 {
            let bit = leads.trailingZeroBitCount
            leads &= leads &- 1
            if text.mayMatter(scalarAt: start &+ bit) { bits |= 1 << UInt64(bit) }
        }
    }

    private mutating func readLastBlock() {
        (bits, continuations) = (0, 0)
        for offset in start..<text.count {
            let byte = text[offset]
            let bit: UInt64 = 1 << UInt64(offset - start)
            if byte & 0xC0 == 0x80 { continuations |= bit }
            let matters =
                byte >= 0xC2
                ? text.mayMatter(scalarAt: offset)
                : ByteClass.isUpper(byte)
                    ? text[offset - 1] == 0x20 && text.mayMatter(capitalAt: offset, lexicon) : ByteClass.isMark(byte)
            if matters { bits |= bit }
        }
    }
}

extension UTF8Text {
    /// Whether a sentence may begin with the capital at `offset`, which stands behind a space, though no mark stands before
    /// it. Most capitals are those of names behind a word: they are ruled out here.
    @inline(__always)
    func mayMatter(capitalAt offset: Int, _ lexicon: Lexicon) -> Bool {
        let last = self[offset &- 2]
        return !ByteClass.isLower(last) || last == UInt8(ascii: "m")
            || lexicon.mayOpenWithoutMark(self[offset], self[offset &+ 1], self[offset &+ 2])
    }

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
