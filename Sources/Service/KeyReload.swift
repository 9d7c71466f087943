package import Logging
package import QueueServer
package import Settings
internal import UnixSignals

/// Reads the list of those who may connect again, whenever the process gets SIGHUP.
package enum KeyReload {
    /// Begins to listen for the signal. - Returns: What to cancel at the end; `nil` where there is no list, and SIGHUP
    /// ends the process as it does others.
    package static func start(
        _ settings: QueueSettings,
        _ options: QueueServerOptions,
        logger: Logger
    ) async -> Task<Void, Never>? {
        guard let authorized = options.authorized else { return nil }
        let signals = await UnixSignalsSequence(trapping: .sighup)
        return Task {
            for await _ in signals { reload(settings.authorizedKeys, authorized, logger) }
        }
    }

    /// Takes the list anew; one that can't be read changes nothing.
    static func reload(_ path: String, _ authorized: AuthorizedKeys, _ logger: Logger) {
        do throws(ServiceError) {
            authorized.replace(with: try AuthorizedKeysFile.read(path))
            logger.notice("read the list of keys again", metadata: ["keys": "\(authorized.count)", "file": "\(path)"])
        } catch {
            logger.error("can't read the list of keys; the old one stays in force", metadata: ["error": "\(error)"])
        }
    }
}
