package import Logging
package import Telemetry

/// How this process logs.
package struct LogSettings: Sendable, Equatable {
    package var level = Logger.Level.info
    package var format = LogFormat.text

    package init() {}
}
