#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Bytes that are read once, in chunks: a file, standard input, or an array in memory.
package final class ByteInput {
    private enum Source {
        case descriptor(Int32, isOwned: Bool)
        case bytes([UInt8], offset: Int)
        case gzip(GzipStream)
        indirect case joined([UInt8], ByteInput)
    }

    /// How to speak of it: the path or `standard input`.
    package let name: String
    private var source: Source

    private init(_ source: Source, name: String) {
        self.source = source
        self.name = name
    }

    package convenience init(_ bytes: [UInt8], name: String = "standard input") {
        self.init(.bytes(bytes, offset: 0), name: name)
    }

    /// Bytes that were read already, and all that comes after them.
    convenience init(_ start: [UInt8], before rest: ByteInput) { self.init(.joined(start, rest), name: rest.name) }

    /// The decompressed bytes of a file.
    convenience init(_ gzip: GzipStream) { self.init(.gzip(gzip), name: gzip.name) }

    package static var standardInput: ByteInput { ByteInput(.descriptor(0, isOwned: false), name: "standard input") }

    /// - Throws: ``DocumentError`` `notFound` or `unreadable`.
    package static func open(_ path: String) throws(DocumentError) -> ByteInput {
        var descriptor: Int32
        repeat { descriptor = system_open(path) } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else { throw DocumentError(opening: path, errno) }
        return ByteInput(.descriptor(descriptor, isOwned: true), name: path)
    }

    deinit {
        if case .descriptor(let descriptor, isOwned: true) = source { _ = close(descriptor) }
    }

    /// Reads what is there, waiting for at least one byte. - Returns: The number of bytes; 0 at the end.
    ///
    /// - Throws: ``DocumentError`` `unreadable`.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
        switch source {
        case .bytes(let bytes, let offset):
            let count = min(buffer.count, bytes.count - offset)
            bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<(offset + count)])) }
            source = .bytes(bytes, offset: offset + count)
            return count
        case .gzip(let gzip): return try gzip.read(into: buffer)
        case .joined(let start, let rest):
            let count = min(start.count, buffer.count)
            guard count > 0 else { return try rest.read(into: buffer) }
            start.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[..<count])) }
            source = .joined(Array(start[count...]), rest)
            return count
        case .descriptor(let descriptor, _):
            while true {
                let count = system_read(descriptor, buffer)
                if count >= 0 { return count }
                switch errno {
                case EINTR: continue
                case EAGAIN:
                    // Somebody who shares the descriptor made it non-blocking.
                    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = poll(&request, 1, -1)
                default: throw DocumentError(reading: name, errno)
                }
            }
        }
    }

    /// The size of a file in bytes; `nil` for what has none, such as a pipe.
    var size: Int? {
        switch source {
        case .bytes(let bytes, _): return bytes.count
        case .gzip, .joined: return nil
        case .descriptor(let descriptor, _):
            var information = stat()
            guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
            return Int(information.st_size)
        }
    }

    /// Goes to a place in a file. - Throws: ``DocumentError`` `unreadable` where there are no places to go to.
    func seek(to offset: Int) throws(DocumentError) {
        switch source {
        case .bytes(let bytes, _): source = .bytes(bytes, offset: min(offset, bytes.count))
        case .descriptor(let descriptor, _) where lseek(descriptor, offset, SEEK_SET) >= 0: break
        default: throw DocumentError(.unreadable, name, "reading on from a place in it needs a file, not a stream")
        }
    }

    /// Whether a read would give something at once, be it the end.
    package var isReady: Bool {
        guard case .descriptor(let descriptor, _) = source else { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) != 0
    }

    /// Reads chunk by chunk until there are `count` bytes, `isEnough` says so, or the input ends; not waiting for more than
    /// is needed lets a program that writes a line and waits for the answer go on.
    ///
    /// - Throws: ``DocumentError`` `unreadable`.
    package func readStart(upTo count: Int, until isEnough: ([UInt8]) -> Bool) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, !isEnough(bytes) {
            let more = try readOnce(upTo: count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    private func readOnce(upTo count: Int) throws(DocumentError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let result = bytes.withUnsafeMutableBytes { buffer -> Result<Int, DocumentError> in
            do throws(DocumentError) { return .success(try read(into: buffer)) } catch { return .failure(error) }
        }
        return Array(bytes.prefix(try result.get()))
    }

    /// Reads up to `count` bytes, fewer only at the end.
    ///
    /// - Throws: ``DocumentError`` `unreadable`.
    package func read(upTo count: Int) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try readOnce(upTo: min(count - bytes.count, max(64 << 10, min(bytes.count, 4 << 20))))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Reads all there is. - Throws: ``DocumentError`` `tooLarge` above `limit` bytes.
    package func readAll(limit: Int) throws(DocumentError) -> [UInt8] {
        let bytes = try read(upTo: limit + 1)
        guard bytes.count <= limit else { throw DocumentError(tooLarge: name, limit: limit) }
        return bytes
    }
}

/// The system's functions, beside methods of the same name.
private func system_open(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
private func system_read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

extension DocumentError {
    init(opening path: String, _ number: Int32) {
        if number == ENOENT || number == ENOTDIR {
            self.init(.notFound, path, "no such file or folder; check the path")
        } else {
            self.init(reading: path, number)
        }
    }

    init(reading path: String, _ number: Int32) {
        let reason =
            switch number {
            case EACCES, EPERM: "permission denied; let this user read it"
            case EISDIR: "it is a folder, and a file is needed here"
            case ELOOP: "a symbolic link that leads back to itself; mend the link"
            case ENAMETOOLONG: "the path is too long"
            default: "cannot be read (\(String(cString: strerror(number))))"
            }
        self.init(.unreadable, path, reason)
    }

    init(tooLarge name: String, line: Int? = nil, limit: Int) {
        let size = limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
        self.init(.tooLarge, name, line: line, "larger than \(size), the most that one document may have; split it")
    }
}
