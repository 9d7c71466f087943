internal import Configuration
internal import VisibleText

/// A configuration file that was read and found well-formed.
struct ConfigurationFile: Sendable {
    /// The path as it was given, for messages.
    let path: String
    /// The line of every key, sections included, counted from one.
    let lines: [String: Int]
    /// The parsed values.
    let snapshot: YAMLSnapshot

    /// Reads and checks the file.
    ///
    /// - Throws: every problem of the text at once, each with its line.
    init(path: String) throws(SettingsError) {
        let bytes: [UInt8]
        do throws(SettingsProblem) {
            bytes = try BoundedFile.contents(of: path)
        } catch {
            throw SettingsError(problems: [error])
        }
        try self.init(path: path, bytes: bytes)
    }

    /// Checks the text of a file.
    init(path: String, bytes: [UInt8]) throws(SettingsError) {
        var scan = ConfigurationScan(path: path)
        scan.read(bytes)
        guard scan.problems.isEmpty else { throw SettingsError(problems: scan.problems) }
        self.path = path
        lines = scan.lines
        // The YAML library rejects a document without a mapping; a file of comments only is well-formed here.
        let document = scan.lines.isEmpty ? Array("{}".utf8) : bytes
        do {
            snapshot = try YAMLSnapshot(data: document.span.bytes, providerName: path, parsingOptions: .default)
        } catch {
            let text = VisibleText.plain("\(error)")
            throw SettingsError(problems: [.file(.fileSyntax, path, "not valid YAML: \(text)")])
        }
    }
}
