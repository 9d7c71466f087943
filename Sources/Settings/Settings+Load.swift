internal import VisibleText

extension Settings {
    /// The environment variable that names the configuration file.
    package static let configVariable = "STANDPOINT_CONFIG"
    /// The environment variable that names the folder of the models.
    package static let modelsVariable = "STANDPOINT_MODELS"
    /// The configuration file that is read, if it exists, when none is named.
    package static let usualConfigPath = "config/standpoint.yaml"

    /// Reads the settings: flags over environment over file over built-in defaults.
    ///
    /// - Parameters:
    ///   - flags: the flags that were given, by dotted key (`queue.endpoint`); lists are separated by commas.
    ///   - environment: the whole environment; only `STANDPOINT_*`, `XDG_STATE_HOME` and `HOME` are looked at.
    ///   - configPath: the file of `--config`; else that of `STANDPOINT_CONFIG`; else ``usualConfigPath`` if it exists.
    ///   - directory: where ``usualConfigPath`` is looked for.
    /// - Throws: all problems found, each with its key, value, origin, and what is allowed.
    package static func load(
        flags: [String: String] = [:],
        environment: [String: String],
        configPath: String? = nil,
        directory: String = "."
    ) throws(SettingsError) -> LoadedSettings {
        let named = configPath ?? environment[configVariable]
        let usual = directory == "." ? usualConfigPath : directory + "/" + usualConfigPath
        let path = named ?? (BoundedFile.exists(usual) ? usual : nil)
        let file = try path.map { (path) throws(SettingsError) in try ConfigurationFile(path: path) }
        return try load(flags: flags, environment: environment, file: file)
    }

    /// The same with the text of a file that is already in hand, and no flags.
    ///
    /// - Parameter name: what messages call the file.
    package static func load(
        environment: [String: String],
        configuration bytes: [UInt8],
        named name: String
    ) throws(SettingsError) -> LoadedSettings {
        try load(flags: [:], environment: environment, file: try ConfigurationFile(path: name, bytes: bytes))
    }

    /// The same with a file that was read and found well-formed, if there is one.
    static func load(
        flags: [String: String],
        environment: [String: String],
        file: ConfigurationFile?
    ) throws(SettingsError) -> LoadedSettings {
        var problems = UnknownKeys.problems(flags: flags, environment: environment, file: file)
        let layers = SettingsLayers(flags: flags, environment: environment, file: file)
        var settings = Settings()
        var sources: [String: SettingSource] = [:]
        for key in SettingKey.all {
            do throws(SettingsProblem) {
                guard let found = layers.find(key) else {
                    try key.derive?(&settings, environment)
                    continue
                }
                sources[key.name] = found.source
                let elements = found.elements.map { HomeFolder.expanded($0, for: key, environment) }
                guard let elements, key.assign(&settings, elements) else {
                    throw .invalid(key, found.elements.map(SettingKey.written), found.source)
                }
            } catch {
                problems.append(error)
            }
        }
        // Rules between settings mean nothing while one of them is wrong.
        if problems.isEmpty { problems = SettingsRules.problems(in: settings) { sources[$0] ?? .default } }
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
        return LoadedSettings(
            settings: settings,
            resolved: ResolvedSettings(settings, sources: sources, file: file?.path)
        )
    }

    /// The flags that a text like `ingest=1,segment=1,stance=2` stands for.
    ///
    /// - Throws: if a part is not `NAME=NUMBER`, or names one worker twice. Unknown names are left to `load`.
    package static func workerFlags(_ text: String) throws(SettingsError) -> [String: String] {
        var flags: [String: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty,
                flags.updateValue(String(sides[1]), forKey: "pipeline.workers.\(sides[0])") == nil
            else { throw SettingsError(problems: [.workers(text)]) }
        }
        return flags
    }
}

extension SettingsProblem {
    fileprivate static func workers(_ text: String) -> Self {
        Self(
            code: .invalidValue,
            key: nil,
            source: .flag("--workers"),
            description: "\(VisibleText.quoted(text)) (flag --workers) is not allowed;"
                + " expected each worker once, as in ingest=1,segment=1,stance=2"
        )
    }
}
