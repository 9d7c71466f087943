@testable import Settings

/// Settings loaded from texts, without the machine's environment or files.
enum TestInput {
    /// An environment with nothing in it but a home.
    static let home = ["HOME": "/home/ada"]

    static func load(
        flags: [String: String] = [:],
        environment: [String: String] = [:],
        yaml: String? = nil
    ) throws(SettingsError) -> LoadedSettings {
        let all = home.merging(environment) { $1 }
        let file = try yaml.map { (text) throws(SettingsError) in
            try ConfigurationFile(path: "test.yaml", bytes: Array(text.utf8))
        }
        return try Settings.load(flags: flags, environment: all, file: file)
    }

    /// The error's text, or `loaded` if there was none.
    static func failure(
        flags: [String: String] = [:],
        environment: [String: String] = [:],
        yaml: String? = nil
    ) -> String {
        do throws(SettingsError) {
            _ = try load(flags: flags, environment: environment, yaml: yaml)
            return "loaded"
        } catch {
            return error.description
        }
    }
}
