/// Everything that can be configured, one struct a room. `Settings()` holds the built-in defaults.
///
/// The defaults that depend on the environment (the data directory, and the endpoints that follow from it) are empty
/// here and are filled in by ``load(flags:environment:configPath:directory:)``.
package struct Settings: Sendable, Equatable {
    package var queue = QueueSettings()
    package var worker = WorkerSettings()
    package var pipeline = PipelineSettings()
    package var stance = StanceSettings()
    package var log = LogSettings()

    package init() {}
}

/// The settings in force, and where each came from.
package struct LoadedSettings: Sendable {
    package let settings: Settings
    package let resolved: ResolvedSettings
}
