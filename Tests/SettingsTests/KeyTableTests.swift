import Foundation
import Testing

@testable import Settings

@Suite struct KeyTableTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The repository's file, by way of this source file's own place.
    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test func `every stored property has a row`() {
        let settings = Settings()
        let rooms: [Any] = [settings.queue, settings.worker, settings.pipeline.workers, settings.stance, settings.log]
        let properties = rooms.reduce(0) { $0 + Mirror(reflecting: $1).children.count }
        // And `pipeline.targets` and `pipeline.near_duplicates`, beside the workers.
        #expect(SettingKey.all.count == properties + 2)
        #expect(Mirror(reflecting: settings.pipeline).children.count == 3)
        #expect(Set(SettingKey.all.map(\.name)).count == SettingKey.all.count)
        #expect(Set(SettingKey.all.map(\.environmentName)).count == SettingKey.all.count)
    }

    @Test(arguments: SettingKey.all.filter { !$0.isDerived }.map(\.name))
    func `every default is allowed`(name: String) throws {
        let key = try #require(SettingKey.all.first { $0.name == name })
        var settings = Settings()
        #expect(key.assign(&settings, key.elements(settings)))
        #expect(settings == Settings())
    }

    @Test func `the documentation holds the table`() throws {
        #expect(try text("docs/configuration.md").contains("\n" + SettingsDocument.markdownTable()))
    }

    @Test func `the shipped file is the table's, and changes nothing`() throws {
        let yaml = try text("config/standpoint.yaml")
        #expect(yaml == SettingsDocument.commentedYAML())
        let shipped = try TestInput.load(yaml: yaml)
        #expect(try shipped.settings == TestInput.load().settings)
        let given = SettingKey.all.filter { !$0.isDerived && !($0.defaultText.isEmpty && !$0.isList) }
        let read = shipped.resolved.entries.filter { $0.source != .default }
        #expect(read.map(\.key) == given.map(\.name))
    }
}
