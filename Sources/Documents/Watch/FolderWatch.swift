#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Tells of files that have come into folders, or changed there, and are whole: by inotify(7), folders in folders included.
///
/// The files that are there already come first. A file that somebody has open for writing is left until it is closed; one
/// that is moved in is whole at once. Where events are lost, because too many came at once, all folders are looked through
/// again. Hidden files and symbolic links to folders are left alone.
package final class FolderWatch {
    /// A file as it was when it was given out: seen again like this, it has not changed.
    private struct Stamp: Hashable {
        let inode: UInt64
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
    }

    /// How long a file must have been left alone where nothing else tells whether it is being written.
    private static let settled = 2

    /// `F_SETLEASE` of <linux/fcntl.h>, which the C library shows to GNU programs only.
    private static let setLease: Int32 = 1024

    private let descriptor: Int32
    private let folders: [String]
    private let depth: Int
    /// The folders that are watched, by inotify's numbers.
    private var paths: [Int32: String] = [:]
    private var given: [String: Stamp] = [:]
    /// Files that are not known to be whole.
    private var unsettled: Set<String> = []
    /// Files to be given out, in the order in which they came.
    private var ready: [String] = []

    /// - Throws: ``DocumentError`` where a folder can't be watched.
    package init(_ folders: [String], limits: DocumentLimits = DocumentLimits()) throws(DocumentError) {
        self.folders = folders
        depth = limits.depth
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw DocumentError(reading: "inotify", errno) }
        // Who opens a file for writing while it is asked for a lease makes the system send this, which else ends a process.
        signal(SIGIO, SIG_IGN)
        for folder in folders {
            guard case .folder = try FolderWalk.kind(of: folder) else {
                throw DocumentError(.notFound, folder, "a file, and a folder is needed here")
            }
            try enter(folder, depth: 0)
        }
    }

    deinit { close(descriptor) }

    /// The files that are whole and have not been given out as they are now, in the order in which they came.
    ///
    /// - Parameters:
    ///   - wakeup: A descriptor that ends the waiting when it can be read; -1 for none.
    ///   - timeout: How long to wait, in milliseconds, where there is none; -1 for as long as it takes.
    /// - Throws: ``DocumentError`` where a folder that has come can't be watched.
    package func next(wakeup: Int32 = -1, timeout: Int32 = -1) throws(DocumentError) -> [String] {
        if ready.isEmpty {
            var requests = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0),
            ]
            let second: Int32 = 1_000
            let pause = unsettled.isEmpty ? timeout : timeout < 0 ? second : min(timeout, second)
            _ = poll(&requests, 2, pause)
        }
        try readEvents()
        for path in unsettled where isWhole(path) != .unknown {
            unsettled.remove(path)
            offer(path)
        }
        defer { ready = [] }
        return ready
    }

    /// Looks through all folders again, for what was missed.
    package func rescan() throws(DocumentError) {
        for folder in folders { try enter(folder, depth: 0) }
    }

    /// Watches a folder and the folders in it, and takes up the files that are there.
    private func enter(_ folder: String, depth level: Int) throws(DocumentError) {
        guard level < depth else {
            throw DocumentError(.tooDeep, folder, "more than \(depth) folders deep; watch this folder itself")
        }
        let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_ONLYDIR)
        let number = inotify_add_watch(descriptor, folder, mask)
        guard number >= 0 else {
            // Gone again meanwhile.
            if errno == ENOENT || errno == ENOTDIR, level > 0 { return }
            guard errno == ENOSPC else { throw DocumentError(opening: folder, errno) }
            throw DocumentError(
                .unreadable,
                folder,
                "the system lets no more folders be watched; raise fs.inotify.max_user_watches with sysctl"
            )
        }
        paths[number] = folder
        let names: [String]
        do throws(DocumentError) { names = try FolderWalk.names(in: folder) } catch {
            if error.code == .notFound { return }
            throw error
        }
        for name in names {
            let path = Self.join(folder, name)
            if FolderWalk.isRealFolder(path) { try enter(path, depth: level + 1) } else { found(path) }
        }
    }

    private func readEvents() throws(DocumentError) {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
                let (number, mask, length) = buffer.withUnsafeBytes { bytes in
                    (
                        bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
                        bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
                        Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
                    )
                }
                let start = offset + MemoryLayout<inotify_event>.size
                let name = String(
                    decoding: buffer[start..<min(count, start + length)].prefix { $0 != 0 },
                    as: UTF8.self
                )
                offset = start + length
                try take(number, mask, name)
            }
        }
    }

    private func take(_ number: Int32, _ mask: UInt32, _ name: String) throws(DocumentError) {
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { return try rescan() }
        if mask & UInt32(IN_IGNORED) != 0 {
            paths[number] = nil
            return
        }
        guard let folder = paths[number], !name.isEmpty, !name.hasPrefix(".") else { return }
        let path = Self.join(folder, name)
        let isFolder = mask & UInt32(IN_ISDIR) != 0
        if isFolder, mask & UInt32(IN_MOVED_FROM) != 0 {
            leave(path)
        } else if isFolder {
            try enter(path, depth: path.dropFirst(folders.map(\.count).min() ?? 0).count { $0 == "/" })
        } else if mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
            unsettled.remove(path)
            offer(path)
        } else if mask & UInt32(IN_CREATE) != 0 {
            // A link is whole; a new file is being written and will be closed.
            found(path)
        }
    }

    /// Watches a folder no more that has been moved away.
    private func leave(_ folder: String) {
        for (number, path) in paths where path == folder || path.hasPrefix(folder + "/") {
            inotify_rm_watch(descriptor, number)
            paths[number] = nil
        }
    }

    /// A file that was seen, but of which no event says that it is whole.
    private func found(_ path: String) {
        switch isWhole(path) {
        case .whole: offer(path)
        case .unknown: unsettled.insert(path)
        case .beingWritten: break
        }
    }

    private func offer(_ path: String) {
        guard let stamp = Self.stamp(path), given[path] != stamp else { return }
        given[path] = stamp
        ready.append(path)
    }

    private enum State { case whole, beingWritten, unknown }

    /// Asks for a lease, which the system denies where somebody has the file open for writing (fcntl(2), F_SETLEASE); where
    /// there are no leases, the file's age must do.
    private func isWhole(_ path: String) -> State {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return .whole }
        defer { close(file) }
        if fcntl(file, Self.setLease, F_RDLCK) == 0 {
            _ = fcntl(file, Self.setLease, F_UNLCK)
            return .whole
        }
        if errno == EAGAIN { return .beingWritten }
        guard let stamp = Self.stamp(path) else { return .whole }
        return time(nil) - stamp.seconds >= Self.settled ? .whole : .unknown
    }

    /// `nil` for what is no file.
    private static func stamp(_ path: String) -> Stamp? {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
        return Stamp(
            inode: UInt64(information.st_ino),
            size: Int64(information.st_size),
            seconds: information.st_mtim.tv_sec,
            nanoseconds: information.st_mtim.tv_nsec
        )
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
