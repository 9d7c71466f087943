import Foundation
import Logging
import Testing

@testable import Settings

@Suite struct FileTests {
    @Test(arguments: [
        ("log:\n  level: info\n  level: info\n", "test.yaml:3: log.level: duplicate key; it is already on line 2"),
        ("log:\n  level: info\nlog:\n", "test.yaml:3: log: duplicate key; it is already on line 1"),
        ("a:\n b:\n  c:\n   d: 1\n", "test.yaml:4: sections are nested more than 3 deep"),
        ("log:\n\tlevel: info\n", "test.yaml:2: indent with spaces, not with tabs"),
        ("log:\n  level: &x info\n", "test.yaml:2: log.level: unsupported YAML (\"&\"); put the text in quotes"),
        ("log: {level: info}\n", "test.yaml:1: log: unsupported YAML (\"{\"); put the text in quotes"),
        ("a: [\u{301}[[x\n", "test.yaml:1: a: a list in brackets must end on its line"),
        ("log:\n  level: \"info\n", "test.yaml:2: log.level: the quote is not closed on its line"),
        ("queue:\n  stages: [a,\n", "test.yaml:2: queue.stages: a list in brackets must end on its line"),
        ("log:\n  level: null\n", "test.yaml:2: log.level: null is not a value; leave the key out for its default"),
        ("log:\n  level:info\n", "test.yaml:2: expected a space after the colon"),
        ("log\n", "test.yaml:1: expected `key: value`"),
        ("- a\n", "test.yaml:1: a list item must follow a key without a value"),
        ("log:\n  level: info\n    format: text\n", "test.yaml:3: indented more than the key above, which has a value"),
        ("a: b\u{2028}\n", "test.yaml:1: the character U+2028 is not allowed"),
    ])
    func `what is not a plain configuration is refused with its line`(yaml: String, message: String) {
        #expect(TestInput.failure(yaml: yaml).split(separator: "\n").first.map(String.init) == message)
    }

    @Test(arguments: [
        "", "# only\n\n", "---\nlog:\n  level: info # why\n", "\u{FEFF}log:\r\n  level: info\r\n", "log:\n",
    ])
    func `a plain configuration is accepted`(yaml: String) {
        #expect(TestInput.failure(yaml: yaml) == "loaded")
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let error = #expect(throws: SettingsError.self) {
            try ConfigurationFile(path: "test.yaml", bytes: [0x61, 0x3A, 0x20, 0xFF])
        }
        #expect(error?.description == "test.yaml:1: not valid UTF-8")
    }

    @Test func `any bytes load or fail, and never crash`() {
        let pieces = [
            "log", ":", " ", "\n", "  ", "-", "[", "]", "\"", "'", "\\", "&a", "*a", "?", "#", "x", ",", "{", "~",
        ]
        let seed = UInt64.random(in: 0 ... .max)
        var state = seed
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let outcome = TestInput.failure(yaml: text)
            #expect(outcome == "loaded" || outcome.contains("test.yaml"), "seed \(seed): \(text)")
        }
    }

    @Test func `the file is found by its flag, its variable, or its usual place`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "standpoint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "config"), withIntermediateDirectories: true)
        let usual = folder.appending(path: "config/standpoint.yaml").path
        let other = folder.appending(path: "other.yaml").path
        try Data("log:\n  level: error\n".utf8).write(to: URL(filePath: usual))
        try Data("log:\n  level: debug\n".utf8).write(to: URL(filePath: other))
        func load(_ environment: [String: String] = [:], _ path: String? = nil) throws -> LoadedSettings {
            try Settings.load(
                environment: TestInput.home.merging(environment) { $1 },
                configPath: path,
                directory: folder.path
            )
        }
        #expect(try load().resolved[key: "log.level"]?.source == .file(path: usual, line: 2))
        #expect(try load(["STANDPOINT_CONFIG": other]).settings.log.level == .debug)
        #expect(try load(["STANDPOINT_CONFIG": other], usual).settings.log.level == .error)
        let missing = folder.appending(path: "missing.yaml").path
        let error = #expect(throws: SettingsError.self) { try load([:], missing) }
        #expect(error?.description == "\(missing): cannot be read: No such file or directory")
        let directory = #expect(throws: SettingsError.self) { try load([:], folder.path) }
        #expect(directory?.description == "\(folder.path): not a regular file; name a configuration file")
        try Data(count: BoundedFile.maxBytes + 1).write(to: URL(filePath: other))
        let large = #expect(throws: SettingsError.self) { try load([:], other) }
        #expect(large?.description == "\(other): larger than 1MiB, which no configuration file needs")
    }
}
