internal import Glibc
package import ZeroMQ

/// A file with a CURVE secret key: 40 characters of Z85 and a line feed.
package enum SecretKeyFile {
    private static let limit = 4_096

    /// Reads the key.
    ///
    /// - Throws: ``ServiceError`` where the file can't be read, others than its owner can read it, or it is no key.
    package static func read(_ path: String) throws(ServiceError) -> CurveSecretKey {
        let bytes = try GuardedFile.read(path, .secret, limit: limit)
        let words = bytes.split { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
        guard words.count == 1, let key = CurveSecretKey(z85: String(decoding: words[0], as: UTF8.self)) else {
            throw ServiceError(
                reason: "\(path): not a CURVE secret key of 40 characters; `standpoint keys generate` makes one"
            )
        }
        return key
    }

    /// Whether there is something of this name.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Writes the key to a new file that only its owner can read, from its first moment on.
    ///
    /// - Parameter replaces: Whether a file of this name is replaced, in one step; otherwise that is an error.
    /// - Throws: ``ServiceError``.
    package static func write(_ key: CurveSecretKey, to path: String, replaces: Bool = false) throws(ServiceError) {
        let target = replaces ? "\(path).new-\(getpid())" : path
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw unwritable(target) }
            throw ServiceError(reason: "\(target): is there already; take another name, or --force to replace it")
        }
        do throws(ServiceError) {
            defer { close(descriptor) }
            try fill(descriptor, Array((key.exposedZ85() + "\n").utf8), target)
            guard !replaces || rename(target, path) == 0 else { throw unwritable(path) }
        } catch {
            unlink(target)
            throw error
        }
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws(ServiceError) {
        // A strange umask may have taken the owner's own rights away.
        guard fchmod(descriptor, 0o600) == 0 else { throw unwritable(path) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw unwritable(path) }
            rest = rest.dropFirst(max(0, count))
        }
        guard fsync(descriptor) == 0 else { throw unwritable(path) }
    }

    private static func unwritable(_ path: String) -> ServiceError {
        ServiceError(reason: "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
}
