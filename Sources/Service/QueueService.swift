internal import Foundation
internal import Glibc
package import Queue
package import QueueSQLite
package import QueueServer
package import Settings
package import Wire
package import ZeroMQ

/// Makes of settings what the queue needs.
package enum QueueService {
    /// How long a queue that starts waits for the journal: somebody who asked after articles while no queue was there
    /// holds it for a moment.
    package static let journalPatience = Duration.seconds(2)

    /// The journal that the settings name.
    ///
    /// - Parameters:
    ///   - patience: How long to wait for another process to let go of it.
    ///   - waiting: Called, once, where there is one, and with its name.
    /// - Throws: `JournalError`.
    package static func openJournal(
        _ settings: QueueSettings,
        patience: Duration = .zero,
        waiting: (JournalError) -> Void = { _ in }
    ) throws -> any Journal {
        guard settings.journal == .sqlite else { return MemoryJournal() }
        let directory = URL(filePath: settings.dataDirectory, directoryHint: .isDirectory)
        let deadline = ContinuousClock.now + patience
        var isFirst = true
        while true {
            do {
                return try SQLiteJournal(directory: directory)
            } catch let error as JournalError where error.code == .inUse && ContinuousClock.now < deadline {
                if isFirst { waiting(error) }
                isFirst = false
                // flock(2) can wait, but not with a deadline.
                usleep(20_000)
            }
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
        rules.maximumWorkers = settings.maxWorkers
        var options = QueueServerOptions(rules: rules, endpoint: settings.endpoint)
        options.rateLimit = settings.rateLimit
        let transport = try Transport.server(settings)
        options.drainTimeout = settings.drainTimeout
        options.security = transport.security
        options.authorized = transport.authorized
        let own = OpenFiles.own + (settings.http.isEmpty ? 0 : settings.httpMaxClients)
        options.connections = ConnectionCount(limit: max(1, min(settings.maxClients, files - own)))
        options.handshakeTimeout = settings.handshakeTimeout
        options.isOrphaned = ServiceProcess.orphanCheck(parent: parent)
        if settings.journal == .sqlite {
            let (directory, least) = (settings.dataDirectory, settings.minFreeDisk.bytes)
            options.isDiskLow = { freeBytes(directory).map { $0 < least } ?? false }
        }
        return options
    }

    /// A context that has room for as many connections as files may be open.
    package static func context() throws(ZeroMQError) -> Context {
        OpenFiles.limitConnections()
        let connections = max(OpenFiles.needed, OpenFiles.raiseLimit() - OpenFiles.needed)
        return try Context(maximumSockets: min(connections, 65_535))
    }

    /// Admits those whose keys are listed, all where there is no list, and nobody where there are too many; to be made
    /// before the queue's endpoint is bound, and kept as long.
    package static func gate(_ options: QueueServerOptions, _ context: Context) async throws -> ZAPHandler {
        let (authorized, connections) = (options.authorized, options.connections)
        return try await ZAPHandler(context: context) { request in
            guard connections.admit() else { return .deny(text: "too many connections") }
            guard let authorized else { return .allow() }
            guard let key = request.publicKey, authorized.contains(key) else {
                connections.noteStranger()
                return .deny(text: "not on the list")
            }
            return .allow(userID: key.z85)
        }
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
