/// The pieces of words that a model knows, found by their bytes.
struct Vocabulary: Sendable {
    /// One after the other, without what separates them.
    private let bytes: [UInt8]
    /// Where each piece begins in ``bytes``; one more than there are pieces.
    private let starts: [Int32]
    /// Open addressing: the identifier of a piece plus 1; 0 for a free place.
    private var table: [Int32]
    /// The longest piece, in bytes, without the mark of a continuation.
    private(set) var longest = 0

    var count: Int { starts.count - 1 }

    /// A piece that does not begin a word is written with this before it.
    private static let continuation = Array("##".utf8)

    /// - Parameter lines: the pieces, one a line; the identifier of each is its line's number, from 0.
    init(lines: UnsafeRawBufferPointer) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.count)
        var starts: [Int32] = [0]
        for byte in lines {
            if byte == UInt8(ascii: "\n") { starts.append(Int32(bytes.count)) } else { bytes.append(byte) }
        }
        if lines.last != UInt8(ascii: "\n") { starts.append(Int32(bytes.count)) }
        self.bytes = bytes
        self.starts = starts
        var size = 16
        while size < 2 * starts.count { size *= 2 }
        table = Array(repeating: 0, count: size)
        for id in 0..<count { insert(id) }
    }

    private mutating func insert(_ id: Int) {
        let range = Int(starts[id])..<Int(starts[id + 1])
        let isContinuation = bytes[range].starts(with: Self.continuation)
        let piece = bytes[isContinuation ? range.dropFirst(2) : range]
        longest = max(longest, piece.count)
        var hash = Hash(isContinuation: isContinuation)
        for byte in piece { hash.add(byte) }
        var place = hash.place(in: table.count)
        // Of two equal pieces the later one counts, as in a dictionary that is filled in order.
        while table[place] != 0, !isEqual(Int(table[place]) - 1, Array(piece)[...], isContinuation) {
            place = (place + 1) & (table.count - 1)
        }
        table[place] = Int32(id + 1)
    }

    /// The identifier of a piece of a word, given its bytes and their hash.
    func id(of piece: ArraySlice<UInt8>, isContinuation: Bool, hash: Hash) -> Int? {
        var place = hash.place(in: table.count)
        while table[place] != 0 {
            let id = Int(table[place]) - 1
            if isEqual(id, piece, isContinuation) { return id }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    /// The identifier of a token as it stands in the list, such as `[CLS]`.
    func id(of token: String) -> Int? {
        var hash = Hash(isContinuation: false)
        for byte in token.utf8 { hash.add(byte) }
        return id(of: Array(token.utf8)[...], isContinuation: false, hash: hash)
    }

    private func isEqual(_ id: Int, _ piece: ArraySlice<UInt8>, _ isContinuation: Bool) -> Bool {
        var start = Int(starts[id])
        let end = Int(starts[id + 1])
        if bytes[start..<end].starts(with: Self.continuation) != isContinuation { return false }
        if isContinuation { start += 2 }
        guard end - start == piece.count else { return false }
        var index = piece.startIndex
        while start < end {
            if bytes[start] != piece[index] { return false }
            start += 1
            index += 1
        }
        return true
    }

    /// A hash of bytes that is known after each of them (FNV-1a, 64 bits).
    struct Hash {
        private var value: UInt64

        init(isContinuation: Bool) { value = isContinuation ? 0x8422_2325_CBF2_9CE4 : 0xCBF2_9CE4_8422_2325 }

        mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

        /// - Parameter size: a power of two.
        func place(in size: Int) -> Int { Int(truncatingIfNeeded: value ^ value >> 32) & (size - 1) }
    }
}
