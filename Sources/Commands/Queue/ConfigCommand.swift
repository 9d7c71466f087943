package import ArgumentParser
internal import Service
internal import Settings

/// `standpoint config`.
package struct ConfigCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the settings in force, and where each comes from.",
        discussion: """
            Flags go before STANDPOINT_* environment variables, these before the configuration file, and that before the \
            defaults. Secrets are hidden.

            Example: STANDPOINT_LOG_LEVEL=debug standpoint config
            """
    )

    @OptionGroup package var flags: QueueFlags

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run() throws {
        let resolved = try flags.settings(isForPeople: false).resolved
        let output = Console.standard.output
        try output.write(Array((json ? resolved.json() : resolved.text()).utf8))
        try output.flush()
    }
}
