package import Logging

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The logs of a process.
package enum Telemetry {
    /// Sends all of swift-log to standard error. Call it once, before the first `Logger` is made.
    ///
    /// - Parameters:
    ///   - environment: looked at for `NO_COLOR` only (no-color.org: set and not empty means no colours).
    package static func bootstrap(level: Logger.Level, format: LogFormat, environment: [String: String]) {
        let colours = usesColours(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
        LoggingSystem.bootstrap { label in
            LineLogHandler(label: label, level: level, format: format, colours: colours)
        }
    }

    /// Colours are for terminals, and for nobody who asked for none.
    static func usesColours(isTerminal: Bool, environment: [String: String]) -> Bool {
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
    }
}
