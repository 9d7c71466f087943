internal import VisibleText

/// Every setting in force, and where it came from, for `standpoint config`.
package struct ResolvedSettings: Sendable, Equatable {
    /// One setting.
    package struct Entry: Sendable, Equatable {
        /// The dotted key.
        package let key: String
        /// The value as it would be written; `<hidden>` for a secret that is set.
        package let value: String
        package let source: SettingSource
    }

    /// All settings, in the order of the key table.
    package let entries: [Entry]
    /// The configuration file that was read, if any.
    package let file: String?

    init(_ settings: Settings, sources: [String: SettingSource], file: String?) {
        entries = SettingKey.all.map { key in
            let value = SettingKey.written(key.elements(settings))
            return Entry(
                key: key.name,
                value: key.isSecret && !value.isEmpty ? SettingKey.hidden : value,
                source: sources[key.name] ?? .default
            )
        }
        self.file = file
    }

    /// The entry of a dotted key.
    package subscript(key key: String) -> Entry? { entries.first { $0.key == key } }
}

extension ResolvedSettings {
    /// One setting a line in three aligned columns: key, value (`""` where empty), source.
    package func text() -> String {
        let rows = entries.map { entry in
            (entry.key, entry.value.isEmpty ? "\"\"" : VisibleText.plain(entry.value), entry.source.description)
        }
        let keyWidth = rows.map(\.0.count).max() ?? 0
        // One long path should not push the sources of all others off the screen.
        let valueWidth = min(48, rows.map(\.1.count).max() ?? 0)
        return rows.map { key, value, source in
            Self.padded(key, keyWidth) + "  " + Self.padded(value, valueWidth) + "  " + source + "\n"
        }.joined()
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
