import Foundation

/// A systemd unit or drop-in: the settings of its `[Service]` section, each with its values in order.
struct UnitFile {
    /// The repository's files, by way of this source file's own place.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "deploy")

    private(set) var service: [String: [String]] = [:]

    init(_ path: String) throws {
        var section = ""
        let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") { section = String(line) }
            guard section == "[Service]", let equals = line.firstIndex(of: "=") else { continue }
            service[String(line[..<equals]), default: []].append(String(line[line.index(after: equals)...]))
        }
    }
}
