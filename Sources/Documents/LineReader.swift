#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Reads lines of any number and of bounded length, without copying them out of the one buffer.
package final class LineReader {
    package enum Line {
        /// The bytes without the line feed. They are valid until the next call of ``LineReader/next()``, no longer.
        case bytes(UnsafeBufferPointer<UInt8>)
        /// Longer than the limit; it has been skipped.
        case tooLong
    }

    /// The number of the line that was read last, from 1.
    package private(set) var number = 0
    package let limit: Int
    package var name: String { input.name }
    /// Called before waiting for bytes that are not there yet: the time to hand on what has been made of those before.
    package var beforeWaiting: (() -> Void)?

    private let input: ByteInput
    private var buffer: UnsafeMutableRawBufferPointer
    /// Bytes read but not given out yet.
    private var pending: Range<Int>
    private var isAtEnd = false

    /// - Parameters:
    ///   - start: bytes of the input that were read already, to look at them.
    ///   - limit: the longest line, in bytes.
    package init(_ input: ByteInput, start: [UInt8] = [], limit: Int) {
        self.input = input
        self.limit = limit
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(256 << 10, start.count), alignment: 16)
        start.withUnsafeBytes { buffer.copyMemory(from: $0) }
        self.buffer = buffer
        pending = 0..<start.count
    }

    deinit { buffer.deallocate() }

    /// The next line; `nil` at the end. A line feed at the end of the input starts no further line.
    ///
    /// - Throws: ``DocumentError`` `unreadable`.
    package func next() throws(DocumentError) -> Line? {
        var searched = 0
        while true {
            if let feed = find(from: pending.lowerBound + searched) {
                return give(upTo: feed, after: feed + 1)
            }
            searched = pending.count
            if searched > limit { return try skip() }
            if isAtEnd { return pending.isEmpty ? nil : give(upTo: pending.upperBound, after: pending.upperBound) }
            try fill()
        }
    }

    private func find(from start: Int) -> Int? {
        guard start < pending.upperBound, let base = buffer.baseAddress else { return nil }
        return memchr(base + start, 0x0A, pending.upperBound - start).map { $0 - UnsafeMutableRawPointer(base) }
    }

    private func give(upTo end: Int, after next: Int) -> Line {
        let line = pending.lowerBound..<end
        pending = next..<pending.upperBound
        number += 1
        guard line.count <= limit else { return .tooLong }
        let bytes = UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[line]))
        return .bytes(bytes.bindMemory(to: UInt8.self))
    }

    private func skip() throws(DocumentError) -> Line {
        number += 1
        while !isAtEnd {
            pending = 0..<0
            try fill()
            if let feed = find(from: 0) {
                pending = (feed + 1)..<pending.upperBound
                return .tooLong
            }
        }
        pending = 0..<0
        return .tooLong
    }

    /// Reads more, after moving what is pending to the front or into a larger buffer.
    private func fill() throws(DocumentError) {
        if pending.lowerBound > 0 {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[pending]))
            pending = 0..<pending.count
        }
        if pending.count == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
            buffer.deallocate()
            buffer = larger
        }
        if let beforeWaiting, !input.isReady { beforeWaiting() }
        let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[pending.upperBound...]))
        isAtEnd = count == 0
        pending = 0..<(pending.upperBound + count)
    }
}
