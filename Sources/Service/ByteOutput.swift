#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Whoever read the output is gone. The command ends quietly.
package struct OutputClosed: Error, Hashable, Sendable {
    package init() {}
}

/// Where a command writes its results: standard output, through a buffer, or memory, for tests.
package final class ByteOutput {
    private static let capacity = 256 << 10

    /// What has been written and not flushed; with memory, all of it.
    package private(set) var buffer: [UInt8] = []
    /// `nil` for memory.
    private let descriptor: Int32?
    /// Whether a person waits for each line.
    private let isInteractive: Bool

    private init(descriptor: Int32?) {
        self.descriptor = descriptor
        isInteractive = descriptor.map { isatty($0) == 1 } ?? false
        buffer.reserveCapacity(Self.capacity + (16 << 10))
    }

    /// A new buffer before standard output; ``flush()`` it at the end.
    package static func standardOutput() -> ByteOutput { ByteOutput(descriptor: 1) }

    /// Keeps what is written, for ``buffer``.
    package static func memory() -> ByteOutput { ByteOutput(descriptor: nil) }

    /// Writes bytes; a person at a terminal sees them at once.
    ///
    /// - Throws: ``OutputClosed`` or ``CommandError``.
    package func write(_ bytes: some Sequence<UInt8>) throws {
        try write { $0.append(contentsOf: bytes) }
    }

    /// Writes what `body` appends to the buffer.
    ///
    /// - Throws: ``OutputClosed`` or ``CommandError``.
    package func write(_ body: (inout [UInt8]) -> Void) throws {
        body(&buffer)
        if buffer.count >= Self.capacity || isInteractive { try flush() }
    }

    /// Hands on what has been written.
    ///
    /// - Throws: ``OutputClosed`` or ``CommandError``.
    package func flush() throws {
        guard let descriptor else { return }
        try buffer.withUnsafeBytes { try Self.write($0, to: descriptor) }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = system_write(descriptor, part)
            if count >= 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            case EPIPE: throw OutputClosed()
            default: throw CommandError("standard output: cannot be written (\(String(cString: strerror(errno))))")
            }
        }
    }
}

/// Standard error, without a buffer.
package enum StandardError {
    package static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { system_write(2, $0) }
            // There is nowhere left to complain to.
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// The system's function, beside methods of the same name.
private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
