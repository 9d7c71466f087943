internal import GRDB
internal import Queue

/// Why the journal can't be opened or written.
package struct JournalError: JournalFault, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        /// Another process has the journal.
        case inUse = "in_use"
        /// The file is not a journal, or its pages make no sense.
        case damaged
        /// A later version of this software wrote the file.
        case newer
        case diskFull = "disk_full"
        /// The file can't be opened, read or written.
        case inaccessible
        /// Commits would not survive a power cut.
        case unsafe
    }

    package var code: Code
    package var path: String
    package var reason: String

    package init(code: Code, path: String, reason: String) {
        self.code = code
        self.path = path
        self.reason = reason
    }

    package var isDamage: Bool { code == .damaged }

    package var description: String { "journal \(path): \(reason)" }

    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            let advice = "restore it from a backup, or name another data directory"
            self.init(
                code: .damaged,
                path: path,
                reason: "the file is damaged (\(error.message ?? "SQLite")); \(advice)"
            )
        case .SQLITE_FULL:
            self.init(code: .diskFull, path: path, reason: "the disk is full; free some space")
        default:
            self.init(code: .inaccessible, path: path, reason: "\(error.message ?? "SQLite error \(error.resultCode)")")
        }
    }
}
