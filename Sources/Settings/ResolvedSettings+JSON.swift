extension ResolvedSettings {
    /// `{"file": …, "settings": [{"key", "value", "source", "from"}]}`; `source` is flag, environment, file or default.
    package func json() -> String {
        let rows = entries.map { entry in
            let (source, from) = Self.parts(entry.source)
            let place = from.map { ",\"from\":" + Self.string($0) } ?? ""
            return "    {\"key\":" + Self.string(entry.key) + ",\"value\":" + Self.string(entry.value)
                + ",\"source\":" + Self.string(source) + place + "}"
        }
        return "{\n  \"file\": " + (file.map(Self.string) ?? "null") + ",\n  \"settings\": [\n"
            + rows.joined(separator: ",\n") + "\n  ]\n}\n"
    }

    private static func parts(_ source: SettingSource) -> (String, String?) {
        switch source {
        case .flag(let name): ("flag", name)
        case .environment(let name): ("environment", name)
        case .file(let path, let line): ("file", "\(path):\(line)")
        case .default: ("default", nil)
        }
    }

    /// A JSON string (RFC 8259, section 7).
    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
