internal import VisibleText

/// Why the settings could not be loaded: every problem found, so that all can be mended in one go.
package struct SettingsError: Error, Sendable, Equatable {
    /// The problems, at least one, in the order flags, environment, file, table.
    package let problems: [SettingsProblem]

    /// The most problems one message lists; the rest is counted.
    private static let listed = 20
}

extension SettingsError: CustomStringConvertible {
    /// One problem a line.
    package var description: String {
        var lines = problems.prefix(Self.listed).map(\.description)
        if problems.count > Self.listed { lines.append("… and \(problems.count - Self.listed) more") }
        return lines.joined(separator: "\n")
    }
}

/// One thing that is wrong with the configuration.
package struct SettingsProblem: Error, Sendable, Equatable {
    /// What kind of problem it is.
    package enum Code: String, Sendable {
        case invalidValue = "invalid_value"
        case conflictingValues = "conflicting_values"
        case noDefault = "no_default"
        case unknownKey = "unknown_key"
        case duplicateKey = "duplicate_key"
        case fileUnreadable = "file_unreadable"
        case fileTooLarge = "file_too_large"
        case fileTooDeep = "file_too_deep"
        case fileSyntax = "file_syntax"
    }

    package let code: Code
    /// The dotted key, where one is concerned.
    package let key: String?
    package let source: SettingSource?
    /// The full sentence for the user: key, value, origin, and what is allowed.
    package let description: String
}

extension SettingsProblem: CustomStringConvertible {}

extension SettingsProblem {
    static func invalid(_ key: SettingKey, _ value: String?, _ source: SettingSource) -> Self {
        // A layer that holds another shape (a list for a text, or the other way round) has no value to show.
        let written = value.map(VisibleText.quoted) ?? "the value"
        let shown = key.isSecret ? SettingKey.hidden : written
        return Self(
            code: .invalidValue,
            key: key.name,
            source: source,
            description: "\(key.name): \(shown) (\(source)) is not allowed; expected \(key.allowed)"
        )
    }

    static func conflict(_ key: SettingKey, _ value: String, _ source: SettingSource, _ rule: String) -> Self {
        Self(
            code: .conflictingValues,
            key: key.name,
            source: source,
            description: "\(key.name): \(value) (\(source)) \(rule)"
        )
    }

    static func unknown(_ name: String, _ source: SettingSource, known: [String]) -> Self {
        let hint = EditDistance.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
        // An environment variable's name is already part of its source.
        let text: String
        if case .environment = source {
            text = "environment \(VisibleText.plain(name)): unknown setting\(hint)"
        } else {
            text = "\(VisibleText.plain(name)): unknown key (\(source))\(hint)"
        }
        return Self(code: .unknownKey, key: name, source: source, description: text)
    }

    static func file(_ code: Code, _ path: String, line: Int? = nil, key: String? = nil, _ text: String) -> Self {
        let place = VisibleText.plain(path) + (line.map { ":\($0)" } ?? "")
        return Self(
            code: code,
            key: key,
            source: line.map { .file(path: path, line: $0) },
            description: "\(place): \(text)"
        )
    }
}
