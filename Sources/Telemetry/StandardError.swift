#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Writing to standard error.
package enum StandardError {
    /// How long a full pipe may hold up the process before the line is dropped.
    private static let patience: Int32 = 100

    /// Writes the bytes with one `write(2)`; goes on after a signal or a partial write. A line that cannot be written is
    /// dropped, because a log must not stop the work.
    package static func write(_ bytes: [UInt8]) {
        write(bytes, to: STDERR_FILENO)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                    let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                if count > 0 {
                    rest = rest.dropFirst(count)
                    continue
                }
                if count < 0, errno == EINTR { continue }
                guard count < 0, errno == EAGAIN, isWritable(descriptor) else { return }
            }
        }
    }

    private static func isWritable(_ descriptor: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, patience) == 1
    }
}
