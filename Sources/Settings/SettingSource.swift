internal import VisibleText

/// Where a setting's value came from; the order of the cases is the order of precedence.
package enum SettingSource: Sendable, Equatable {
    /// A command-line flag, as the user writes it: `--log-format`.
    case flag(String)
    /// An environment variable.
    case environment(String)
    /// A line of the configuration file, counted from one.
    case file(path: String, line: Int)
    /// The built-in default.
    case `default`
}

extension SettingSource: CustomStringConvertible {
    /// `flag --data`, `environment STANDPOINT_LOG_LEVEL`, `config/standpoint.yaml:12` or `default`.
    package var description: String {
        switch self {
        case .flag(let name): "flag \(name)"
        case .environment(let name): "environment \(name)"
        case .file(let path, let line): "\(VisibleText.plain(path)):\(line)"
        case .default: "default"
        }
    }
}
