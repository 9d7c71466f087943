internal import Foundation

/// Keeps a second queue off the same data directory. The kernel drops the lock when its process dies, however it dies.
final class JournalLock {
    private var descriptor: Int32

    /// Makes the directory, readable by its owner only, where it does not exist.
    ///
    /// - Throws: ``JournalError`` where another process has the lock, or the directory can't be made or written.
    init(directory: URL) throws(JournalError) {
        let path = directory.appending(path: "lock").path
        do {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(
                at: directory,
                withIntermediateDirectories: true,
                attributes: attributes
            )
        } catch {
            let reason = "the data directory can't be made: \(error.localizedDescription)"
            throw JournalError(code: .inaccessible, path: directory.path, reason: reason)
        }
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(code: .inaccessible, path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // The deinit runs after this throw; it must not close the descriptor again.
            close(descriptor)
            descriptor = -1
            let owner = (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(
                in: .whitespacesAndNewlines
            )
            let reason = "process \(owner ?? "?") uses this data directory; stop it, or name another with --data"
            throw JournalError(code: .inUse, path: directory.path, reason: reason)
        }
        let owner = "\(ProcessInfo.processInfo.processIdentifier)\n"
        ftruncate(descriptor, 0)
        _ = owner.withCString { write(descriptor, $0, strlen($0)) }
    }

    func release() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
    }

    deinit { release() }
}
