internal import Foundation
internal import Glibc
package import Queue
internal import QueueSQLite
package import QueueServer
package import Settings
package import Wire

/// Makes of settings what the queue needs.
package enum QueueService {
    /// The journal that the settings name. - Throws: `JournalError`.
    package static func openJournal(_ settings: QueueSettings) throws -> any Journal {
        switch settings.journal {
        case .sqlite: try SQLiteJournal(directory: URL(filePath: settings.dataDirectory, directoryHint: .isDirectory))
        case .memory: MemoryJournal()
        }
    }

    /// The stages that the settings name; they have been checked there.
    package static func stages(_ settings: QueueSettings) -> [StageName] {
        settings.stages.compactMap { StageName($0) }
    }

    package static func options(_ settings: QueueSettings, parent: Int32?) throws -> QueueServerOptions {
        let files = OpenFiles.raiseLimit()
        guard files >= OpenFiles.needed else {
            throw ServiceError(
                reason: "at most \(files) files may be open, and the queue needs \(OpenFiles.needed); raise `ulimit -n`"
            )
        }
        var rules = QueueRules(stages: stages(settings))
        rules.heartbeat = settings.heartbeat
        rules.dead = settings.deadAfter
        rules.taskDeadline = settings.taskDeadline
        rules.maximumAttempts = settings.maxAttempts
        rules.backoff = settings.backoffBase
        rules.maximumBackoff = settings.backoffMax
        rules.maximumBody = settings.maxBody.bytes
        rules.maximumArticles = settings.maxArticles
        rules.maximumBytes = settings.maxBytes.bytes
        rules.maximumWorkers = settings.maxClients
        var options = QueueServerOptions(rules: rules, endpoint: settings.endpoint)
        options.isOrphaned = ServiceProcess.orphanCheck(parent: parent)
        if settings.journal == .sqlite {
            let (directory, least) = (settings.dataDirectory, settings.minFreeDisk.bytes)
            options.isDiskLow = { freeBytes(directory).map { $0 < least } ?? false }
        }
        return options
    }

    /// How many bytes an unprivileged process may still write in a directory; `nil` where the system does not say.
    private static func freeBytes(_ directory: String) -> Int? {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
        )
    }
}

/// Why a process of ours can't serve.
package struct ServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    package var reason: String

    package init(reason: String) { self.reason = reason }

    package var description: String { reason }
}
