import Foundation
import Settings
import Testing

@Suite struct ResolvedTests {
    private let secret = String(repeating: "k", count: 40)

    @Test func `secrets are hidden in every output`() throws {
        let loaded = try TestInput.load(environment: ["STANDPOINT_QUEUE_SECRET_KEY": secret])
        #expect(loaded.settings.queue.secretKey == secret)
        #expect(loaded.resolved[key: "queue.secret_key"]?.value == "<hidden>")
        #expect(loaded.resolved[key: "worker.secret_key"]?.value == "")
        #expect(!loaded.resolved.text().contains(secret))
        #expect(!loaded.resolved.json().contains(secret))
    }

    @Test func `the text has one aligned line for each setting`() throws {
        let lines = try TestInput.load(flags: ["log.format": "json"]).resolved.text().split(separator: "\n")
        #expect(lines.count == SettingKey.all.count)
        #expect(
            lines.first
                == "queue.data_directory      /home/ada/.local/state/standpoint                 default"
        )
        #expect(
            lines.last
                == "log.format                json                                              flag --log-format"
        )
    }

    @Test func `the JSON is valid and complete`() throws {
        let json = try TestInput.load(yaml: "log:\n  level: debug\n").resolved.json()
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["file"] as? String == "test.yaml")
        let rows = try #require(object["settings"] as? [[String: String]])
        #expect(rows.map { $0["key"] } == SettingKey.all.map(\.name))
        #expect(
            rows.first { $0["key"] == "log.level" }
                == ["key": "log.level", "value": "debug", "source": "file", "from": "test.yaml:2"]
        )
    }
}
