package import ArgumentParser
internal import Foundation
package import Settings
internal import Telemetry

/// The flags that every executable of ours understands.
package struct ServiceOptions: ParsableArguments {
    @Option(help: "Read settings from this file (default: config/standpoint.yaml, where it is).")
    package var config: String?

    @Option(help: "Log at this level and above: trace, debug, info, notice, warning, error or critical.")
    package var logLevel: String?

    @Option(help: "Log as text or as JSON lines.")
    package var logFormat: String?

    @Option(help: .hidden)
    package var parent: Int32?

    package init() {}

    /// Loads all settings, with `flags` over the environment over the file, and starts the log.
    ///
    /// - Parameter isForPeople: Whether a person waits for the result: the log is then kept to errors, unless a flag or
    ///   the environment asks for more.
    /// - Throws: `SettingsError`, ready to print; ``ServiceError`` where the file of settings holds a secret key and others
    ///   than its owner can read it.
    package func load(_ flags: [String: String?] = [:], isForPeople: Bool = false) throws -> LoadedSettings {
        let environment = ProcessInfo.processInfo.environment
        var flags = flags.compactMapValues(\.self)
        let isQuiet = isForPeople && environment["STANDPOINT_LOG_LEVEL"] == nil
        flags["log.level"] = logLevel ?? (isQuiet ? "error" : nil)
        flags["log.format"] = logFormat
        let loaded = try Settings.load(flags: flags, environment: environment, configPath: config)
        try Self.guardSecrets(loaded.resolved)
        let log = loaded.settings.log
        Telemetry.bootstrap(level: log.level, format: log.format, environment: environment)
        return loaded
    }

    /// A file of settings with a secret key in it is held to what is demanded of the file of a key.
    private static func guardSecrets(_ resolved: ResolvedSettings) throws(ServiceError) {
        for entry in resolved.entries where entry.value == SettingKey.hidden {
            guard case .file(let path, _) = entry.source else { continue }
            try GuardedFile.check(path, .secret)
        }
    }
}
