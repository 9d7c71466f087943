internal import Configuration
internal import Synchronization

/// Flags, environment and file, one above the other.
struct SettingsLayers {
    /// What was found for a key.
    struct Found {
        let source: SettingSource
        /// The written elements, or nil where the layer holds something of another shape.
        let elements: [String]?
    }

    private let reader: ConfigReader
    private let witness = Witness()
    private let file: ConfigurationFile?

    init(flags: [String: String], environment: [String: String], file: ConfigurationFile?) {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for key in SettingKey.all {
            guard let text = flags[key.name] else { continue }
            let content: ConfigContent = key.isList ? .stringArray(Self.split(text)) : .string(text)
            values[AbsoluteConfigKey(key.components)] = ConfigValue(content, isSecret: key.isSecret)
        }
        let named = environment.filter { $0.key.hasPrefix(SettingKey.environmentPrefix) }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: values),
            EnvironmentVariablesProvider(environmentVariables: named).prefixKeys(with: "standpoint"),
        ]
        if let file { providers.append(FileLayer(file.snapshot)) }
        self.file = file
        reader = ConfigReader(providers: providers, accessReporter: witness)
    }

    /// The value of the first layer that has the key; nil where none has.
    func find(_ key: SettingKey) -> Found? {
        let name = ConfigKey(key.components)
        let elements: [String]? =
            key.isList
            ? reader.stringArray(forKey: name, isSecret: key.isSecret)
            : reader.string(forKey: name, isSecret: key.isSecret).map { [$0] }
        guard let layer = witness.take() else { return nil }
        let source: SettingSource =
            switch layer {
            case 0: .flag(key.flagName)
            case 1: .environment(key.environmentName)
            default: .file(path: file?.path ?? "", line: file?.lines[key.name] ?? 0)
            }
        // The environment's provider makes one empty element of an empty text.
        let isEmptyList = key.isList && elements == [""]
        return Found(source: source, elements: isEmptyList ? [] : elements)
    }

    /// List elements by commas; an empty text is an empty list.
    private static func split(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}

extension SettingKey {
    /// The parts of the dotted name.
    fileprivate var components: [String] { name.split(separator: ".").map(String.init) }
}

/// Remembers which layer answered the last question, which the reader tells to its reporter only.
private final class Witness: AccessReporter {
    private let layer = Mutex<Int?>(nil)

    func report(_ event: AccessEvent) {
        let index = event.providerResults.firstIndex { result in
            switch result.result {
            case .success(let lookup): lookup.value != nil
            case .failure: true
            }
        }
        layer.withLock { $0 = index }
    }

    /// The index of the layer that answered last, once.
    func take() -> Int? {
        layer.withLock { index in
            defer { index = nil }
            return index
        }
    }
}
