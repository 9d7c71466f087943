#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Walks folders depth first, names in order, each folder once.
struct FolderWalk {
    enum Kind { case folder(identity: Identity), file, other }

    struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    /// What is at a path, symbolic links followed. - Throws: ``DocumentError`` `notFound` or `unreadable`.
    static func kind(of path: String) throws(DocumentError) -> Kind {
        var information = stat()
        guard stat(path, &information) == 0 else { throw DocumentError(opening: path, errno) }
        switch information.st_mode & S_IFMT {
        case S_IFDIR:
            return .folder(identity: Identity(device: UInt64(information.st_dev), inode: UInt64(information.st_ino)))
        case S_IFREG: return .file
        default: return .other
        }
    }

    private var pending: [(path: String, depth: Int)]
    private var visited: Set<Identity> = []
    private let maximumDepth: Int

    init(_ folder: String, maximumDepth: Int) {
        pending = [(folder, 0)]
        self.maximumDepth = maximumDepth
    }

    /// The next file; `nil` at the end. Pipes and devices are left alone: reading one may never end.
    ///
    /// - Throws: ``DocumentError`` for a folder or file that can't be had; the walk goes on with the next call.
    mutating func next() throws(DocumentError) -> String? {
        while let (path, depth) = pending.popLast() {
            switch try Self.kind(of: path) {
            case .file: return path
            case .other: continue
            case .folder(let identity):
                // A symbolic link may lead back up.
                guard visited.insert(identity).inserted else { continue }
                guard depth < maximumDepth else {
                    throw DocumentError(
                        .tooDeep,
                        path,
                        "more than \(maximumDepth) folders deep; name this folder itself"
                    )
                }
                let names = try Self.names(in: path)
                let prefix = path.hasSuffix("/") ? path : path + "/"
                pending += names.reversed().map { (prefix + $0, depth + 1) }
            }
        }
        return nil
    }

    /// Whether there is a folder at the path itself, and not a link to one.
    static func isRealFolder(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder in order; hidden ones only where they are asked for, and never those of the folder itself and
    /// the one above.
    static func names(in path: String, hidden: Bool = false) throws(DocumentError) -> [String] {
        guard let folder = opendir(path) else { throw DocumentError(opening: path, errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") || hidden && name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
