/// The decompressed bytes of a gzip file, which may have any number of members (RFC 1952, section 2.2).
///
/// No read goes over the end of a member, so that a reader can tell which bytes a later read may begin with.
final class GzipStream {
    let name: String
    /// Where in the file the member begins that the bytes read last are of.
    private(set) var memberOffset: Int
    /// Whether the bytes read last are the first of their member.
    private(set) var isMemberStart = false
    /// Where in the file the compressed bytes are that come next.
    private(set) var offset: Int

    private let input: ByteInput
    private let inflater = Inflater(.gzip)
    private let buffer: UnsafeMutableRawBufferPointer
    /// Compressed bytes that have not been used.
    private var pending: Range<Int>
    private var member: Int
    /// How many bytes the member has given so far.
    private var made = 0
    /// Whether what comes next is not known to begin a member.
    private var isLost = false

    private static let magic: [UInt8] = [0x1F, 0x8B, 0x08]

    static func isGzip(_ start: some Collection<UInt8>) -> Bool { start.starts(with: magic) }

    /// - Parameters:
    ///   - start: Bytes of the input that were read already, to look at them.
    ///   - offset: Where in the file the first of them is.
    init(_ input: ByteInput, start: [UInt8] = [], offset: Int = 0) {
        self.input = input
        name = input.name
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(128 << 10, start.count), alignment: 16)
        start.withUnsafeBytes { buffer.copyMemory(from: $0) }
        self.buffer = buffer
        pending = 0..<start.count
        self.offset = offset
        (member, memberOffset) = (offset, offset)
    }

    deinit { buffer.deallocate() }

    /// Reads decompressed bytes of one member. - Returns: How many; 0 at the end of the file.
    ///
    /// After `damaged` the next read goes on with the next member that can be found.
    ///
    /// - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func read(into output: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
        if isLost { try find() }
        while true {
            if pending.isEmpty { try fill() }
            if pending.isEmpty {
                guard offset > member else { return 0 }
                startMember()
                throw DocumentError(.damaged, name, "ends in the middle of compressed data; get the file anew")
            }
            if offset == member, made == 0, buffer[pending.lowerBound] == 0 {
                skipPadding()
                continue
            }
            let compressed = UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[pending]))
            let (read, count) = inflater.inflate(compressed, into: output)
            drop(read)
            (isMemberStart, memberOffset) = (made == 0, member)
            made += count
            switch inflater.state {
            case .open: break
            case .ended: startMember()
            case .damaged:
                isLost = true
                throw DocumentError(.damaged, name, "damaged compressed data before byte \(offset); get the file anew")
            }
            if count > 0 { return count }
        }
    }

    private func startMember() {
        inflater.reset()
        (member, made) = (offset, 0)
    }

    private func drop(_ count: Int) {
        pending = (pending.lowerBound + count)..<pending.upperBound
        offset += count
    }

    /// Passes over the zeros that fill up a block on a tape, as gzip(1) does.
    private func skipPadding() {
        drop(buffer[pending].prefix { $0 == 0 }.count)
        member = offset
    }

    /// Passes over everything up to what looks like the next member.
    private func find() throws(DocumentError) {
        isLost = false
        while true {
            while let first = buffer[pending].firstIndex(of: Self.magic[0]) {
                drop(first - pending.lowerBound)
                if pending.count < Self.magic.count { break }
                if Self.isGzip(buffer[pending]) { return startMember() }
                drop(1)
            }
            if buffer[pending].first != Self.magic[0] { drop(pending.count) }
            let before = pending.count
            try fill()
            guard pending.count > before else {
                drop(pending.count)
                return startMember()
            }
        }
    }

    private func fill() throws(DocumentError) {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[pending]))
        pending = 0..<pending.count
        let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[pending.upperBound...]))
        pending = 0..<(pending.upperBound + count)
    }
}
