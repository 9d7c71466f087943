/// The table of all settings as documents: docs/configuration.md and config/standpoint.yaml hold what is made here, and
/// tests keep them in step.
package enum SettingsDocument {
    /// A Markdown table of every setting.
    package static func markdownTable() -> String {
        var text = "| key | default | allowed | flag | meaning |\n|---|---|---|---|---|\n"
        for key in SettingKey.all {
            let value = key.isDerived ? key.defaultText : key.defaultText.isEmpty ? "none" : "`\(key.defaultText)`"
            let meaning = key.documentation + (key.isSecret ? " Secret: it is never shown." : "")
            text += "| `\(key.name)` | \(value) | \(key.allowed) | \(key.flag.map { "`\($0)`" } ?? "") | \(meaning) |\n"
        }
        return text
    }

    /// The configuration file with every default in it, each under a comment that explains it.
    package static func commentedYAML() -> String {
        var text = """
            # Standpoint's configuration, with the default of every setting.
            # Flags win over STANDPOINT_* environment variables, which win over this file; docs/configuration.md has more.
            # A setting with a # before it has a default that depends on other settings, or none.

            """
        var open: [Substring] = []
        for key in SettingKey.all {
            let parts = key.name.split(separator: ".")
            let sections = Array(parts.dropLast())
            let shared = zip(open, sections).prefix { $0 == $1 }.count
            if shared < sections.count, shared == 0 { text += "\n" }
            if shared == sections.count { text += "\n" }
            for depth in shared..<sections.count {
                text += indent(depth) + sections[depth] + ":\n"
            }
            open = sections
            text += entry(key, parts[sections.count], depth: sections.count)
        }
        return text
    }

    private static func entry(_ key: SettingKey, _ name: Substring, depth: Int) -> String {
        let margin = indent(depth)
        var text = wrapped(key.documentation, margin: margin + "# ")
        text += wrapped("Allowed: " + key.allowed + ".", margin: margin + "# ")
        if key.isDerived { text += wrapped("Default: " + key.defaultText + ".", margin: margin + "# ") }
        // Without a default in words or a value there is nothing to write but the bare key.
        if key.isDerived || (key.defaultText.isEmpty && !key.isList) { return text + margin + "# \(name):\n" }
        let value =
            key.isList ? "[" + key.defaultText.split(separator: ",").joined(separator: ", ") + "]" : key.defaultText
        return text + margin + "\(name): \(value)\n"
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    /// Lines of at most 118 columns, broken at spaces.
    private static func wrapped(_ text: String, margin: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, margin.count + line.count + 1 + word.count > 118 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.map { margin + $0 + "\n" }.joined()
    }
}
