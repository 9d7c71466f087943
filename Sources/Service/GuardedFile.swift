internal import Glibc

/// Reading a file on which security rests.
enum GuardedFile {
    enum Demand {
        /// Nobody but its owner may read it.
        case secret
        /// Nobody but its owner may change it.
        case unchanged
    }

    /// The file's bytes.
    ///
    /// The owner must be the user of this process or root. Where root owns a secret and this process is another user, the
    /// group may read it: so systemd's credentials and Kubernetes' secrets are handed over. PostgreSQL has the same rule
    /// for the key of its server.
    ///
    /// - Parameter limit: The most bytes.
    /// - Throws: ``ServiceError`` where it can't be read, is no regular file, too large, of another owner, or open to others.
    static func read(_ path: String, _ demand: Demand, limit: Int) throws(ServiceError) -> [UInt8] {
        // O_NONBLOCK keeps a named pipe from holding the start-up for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        // Of what is open, not of what the path may name by now.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
        try check(path, demand, status)
        guard status.st_size <= limit else { throw ServiceError(reason: "\(path): larger than \(limit) bytes") }
        return try contents(path, descriptor, limit)
    }

    /// Whether a file that has been read already may be relied on. - Throws: ``ServiceError`` where it may not.
    static func check(_ path: String, _ demand: Demand) throws(ServiceError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw unreadable(path) }
        try check(path, demand, status)
    }

    private static func check(_ path: String, _ demand: Demand, _ status: stat) throws(ServiceError) {
        guard status.st_mode & S_IFMT == S_IFREG else { throw ServiceError(reason: "\(path): not a regular file") }
        try check(path, demand, owner: status.st_uid, mode: status.st_mode & 0o7777, user: geteuid())
    }

    /// Whether a file of this owner and mode may be relied on by a process of this user.
    static func check(
        _ path: String,
        _ demand: Demand,
        owner: uid_t,
        mode: mode_t,
        user: uid_t
    ) throws(ServiceError) {
        guard owner == user || owner == 0 else {
            let reason =
                "\(path): belongs to user \(owner); it must belong to the user \(user) of this process, or to root"
            throw ServiceError(reason: reason)
        }
        let written = "0" + String(mode, radix: 8)
        switch demand {
        case .secret:
            let forbidden: mode_t = owner == user ? 0o077 : 0o037
            guard mode & forbidden != 0 else { return }
            throw ServiceError(
                reason:
                    "\(path): others than its owner can read it (mode \(written)); run `chmod 600 \(path)`, and make a"
                    + " new key if others may have"
            )
        case .unchanged:
            guard mode & 0o022 != 0 else { return }
            throw ServiceError(
                reason: "\(path): others than its owner can change it (mode \(written)); run `chmod go-w \(path)`"
            )
        }
    }

    private static func contents(_ path: String, _ descriptor: Int32, _ limit: Int) throws(ServiceError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw ServiceError(reason: "\(path): larger than \(limit) bytes") }
        }
    }

    private static func unreadable(_ path: String) -> ServiceError {
        ServiceError(reason: "\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
}
