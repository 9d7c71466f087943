#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Reading a small file whole.
enum BoundedFile {
    /// The largest configuration file that is read; the shipped one has under 16 KiB.
    static let maxBytes = 1_048_576

    /// The file's bytes.
    ///
    /// - Throws: if the path cannot be opened, is no regular file, or holds more than ``maxBytes``.
    static func contents(of path: String) throws(SettingsProblem) -> [UInt8] {
        // O_NONBLOCK keeps a named pipe from holding the start-up for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .file(.fileUnreadable, path, "not a regular file; name a configuration file")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, errno) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= maxBytes else {
                throw .file(
                    .fileTooLarge,
                    path,
                    "larger than \(ByteCount(maxBytes)), which no configuration file needs"
                )
            }
        }
    }

    /// Whether something is there under this name.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func unreadable(_ path: String, _ code: Int32) -> SettingsProblem {
        .file(.fileUnreadable, path, "cannot be read: \(String(cString: strerror(code)))")
    }
}
