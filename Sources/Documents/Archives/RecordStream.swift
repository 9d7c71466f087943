/// The bytes of an archive, decompressed, in one buffer; it knows where each record begins.
final class RecordStream {
    enum Source {
        case plain(ByteInput)
        case gzip(GzipStream)
    }

    let name: String
    /// Where the record begins that was found last.
    private(set) var place: ArchivePlace
    /// How many bytes of the file have been used.
    var offset: Int {
        switch source {
        case .plain: consumed
        case .gzip(let gzip): gzip.offset
        }
    }

    private let source: Source
    private let buffer: UnsafeMutableRawBufferPointer
    private var pending: Range<Int>
    /// Where in a plain file the first byte of ``pending`` is.
    private var consumed: Int

    init(_ source: Source, start: [UInt8], name: String, offset: Int) {
        self.source = source
        self.name = name
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(256 << 10, start.count), alignment: 16)
        start.withUnsafeBytes { buffer.copyMemory(from: $0) }
        self.buffer = buffer
        pending = 0..<start.count
        consumed = offset
        place = ArchivePlace(name, offset: offset, records: -1)
    }

    deinit { buffer.deallocate() }

    /// Goes to the next byte that is no line end: where the next record begins. - Returns: Whether there is one.
    ///
    /// - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func findRecord() throws(DocumentError) -> Bool {
        while true {
            drop(buffer[pending].prefix { $0 == 0x0D || $0 == 0x0A }.count)
            if !pending.isEmpty { break }
            guard try fill() else { return false }
            if case .gzip(let gzip) = source, gzip.isMemberStart {
                place = ArchivePlace(name, offset: gzip.memberOffset, records: -1)
            }
        }
        if case .plain = source { place = ArchivePlace(name, offset: consumed) } else { place.records += 1 }
        return true
    }

    /// Reads up to and with the next empty line.
    ///
    /// - Returns: `nil` where there is none within `limit` bytes or before the end; what was looked at is gone.
    /// - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func readHead(limit: Int) throws(DocumentError) -> [UInt8]? {
        var head: [UInt8] = []
        while true {
            // An end may stand across two reads.
            let seam = head.count
            let room = min(pending.count, limit - head.count)
            head.append(contentsOf: buffer[pending.prefix(room)])
            if let end = HeaderBlock.end(head, from: max(0, seam - 3)) {
                drop(end - seam)
                head.removeLast(head.count - end)
                return head
            }
            drop(room)
            guard head.count < limit, try pending.isEmpty ? fill() : true else { return nil }
        }
    }

    /// Reads `count` bytes, fewer only at the end. - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func read(_ count: Int) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if pending.isEmpty, try !fill() { break }
            let part = pending.prefix(count - bytes.count)
            bytes.append(contentsOf: UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[part])))
            drop(part.count)
        }
        return bytes
    }

    /// Passes over `count` bytes. - Returns: Whether they were there.
    ///
    /// - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func skip(_ count: Int) throws(DocumentError) -> Bool {
        var left = count
        while left > 0 {
            if pending.isEmpty, try !fill() { return false }
            let part = min(left, pending.count)
            drop(part)
            left -= part
        }
        return true
    }

    /// Passes over everything up to the next line that begins with `mark`, or to the next member of a compressed archive.
    ///
    /// - Throws: ``DocumentError`` `unreadable` or `damaged`.
    func skip(toLine mark: [UInt8]) throws(DocumentError) {
        // What was read before may have ended with its line.
        while pending.count < mark.count, try fill() {}
        if buffer[pending].starts(with: mark) { return }
        while true {
            let bytes = buffer[pending]
            var searched = pending.lowerBound
            while let feed = bytes[searched...].firstIndex(of: 0x0A) {
                if bytes[(feed + 1)...].starts(with: mark) { return drop(feed + 1 - pending.lowerBound) }
                searched = feed + 1
            }
            // The mark may stand across two reads.
            let tail = min(pending.count, mark.count)
            drop(pending.count - tail)
            guard try fill() else { return drop(pending.count) }
            if case .gzip(let gzip) = source, gzip.isMemberStart {
                drop(tail)
                place = ArchivePlace(name, offset: gzip.memberOffset, records: -1)
                return
            }
        }
    }

    private func drop(_ count: Int) {
        pending = (pending.lowerBound + count)..<pending.upperBound
        consumed += count
    }

    /// Reads more behind what is pending. - Returns: Whether there was more.
    private func fill() throws(DocumentError) -> Bool {
        if pending.isEmpty || pending.upperBound == buffer.count {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[pending]))
            pending = 0..<pending.count
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[pending.upperBound...])
        let count =
            switch source {
            case .plain(let input): try input.read(into: room)
            case .gzip(let gzip): try gzip.read(into: room)
            }
        pending = pending.lowerBound..<(pending.upperBound + count)
        return count > 0
    }
}
