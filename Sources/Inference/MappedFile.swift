internal import Glibc

/// A file in memory, read page by page when it is touched, and shared by all processes that map it.
///
/// It must not be cut short while it is mapped: install a new one beside it and rename, as scripts/install does.
final class MappedFile: Sendable {
    let path: String
    // The mapping is only read, and lives as long as this object.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// - Throws: ``ModelError`` `unreadable` where it can't be read, `malformed` where it is empty or no regular file.
    init(_ path: String) throws(ModelError) {
        self.path = path
        // O_NONBLOCK keeps a named pipe from holding the start-up for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw ModelError(.unreadable, path, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw ModelError(.malformed, path, "not a regular file with something in it")
        }
        let size = Int(status.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw ModelError(.unreadable, path, "can't be mapped: \(String(cString: strerror(errno)))")
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// Says that no page will be needed soon: they leave this process's memory, and come back when they are touched.
    func release() { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }
}
