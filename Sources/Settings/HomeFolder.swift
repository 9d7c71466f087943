/// The shell's `~/`, which neither YAML nor an environment variable expands.
enum HomeFolder {
    /// The elements with `~/` at their start replaced, where the key is a path and `HOME` is known.
    static func expanded(_ elements: [String], for key: SettingKey, _ environment: [String: String]) -> [String] {
        guard key.isPath, let home = environment["HOME"], home.hasPrefix("/") else { return elements }
        return elements.map { $0.hasPrefix("~/") ? home + $0.dropFirst() : $0 }
    }
}
