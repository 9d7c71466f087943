internal import Foundation

/// A file that only its owner may read.
enum PrivateFile {
    /// Makes the file, empty, where it does not exist, before SQLite does so with whatever the umask allows.
    ///
    /// SQLite gives the write-ahead log the permissions of the main file (https://sqlite.org/src, `findCreateFileMode`).
    ///
    /// - Throws: ``JournalError`` where it can't be made or opened.
    static func make(_ path: String) throws(JournalError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(code: .inaccessible, path: path, reason: String(cString: strerror(errno)))
        }
        fchmod(descriptor, 0o600)
        close(descriptor)
    }
}
