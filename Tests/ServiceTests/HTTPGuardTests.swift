import Foundation
import QueueServer
import Service
import Settings
import TestSupport
import Testing

/// Who may reach the HTTP side of a queue.
@Suite struct HTTPGuardTests {
    private func reason(_ adjust: (inout QueueSettings) -> Void) -> String? {
        var settings = QueueSettings()
        settings.endpoint = "inproc://queue"
        settings.journal = .memory
        adjust(&settings)
        do {
            var options = try QueueService.options(settings, parent: nil)
            let http = try QueueService.http(settings, &options)
            return http == nil ? "none" : options.insider == nil ? "no way in" : nil
        } catch { return "\(error)" }
    }

    @Test func `there is no HTTP unless an address is set`() { #expect(reason { _ in } == "none") }

    @Test(arguments: ["0.0.0.0:80", "[::]:80", "192.168.1.1:80"])
    func `an address that others can reach demands a token`(address: String) {
        #expect(reason { $0.http = address }?.contains("queue.http_token_file") == true)
        #expect(reason { $0.http = "127.0.0.1:80" } == nil)
    }

    @Test func `a token that others can read, or that is none, is refused`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "token").path
        func write(_ text: String, _ mode: Int) throws {
            try Data(text.utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        func reason() -> String? {
            self.reason {
                $0.http = "0.0.0.0:80"
                $0.httpTokenFile = path
            }
        }
        try write("0123456789abcdefghijklmnop\n", 0o600)
        #expect(reason() == nil)
        try write("0123456789abcdefghijklmnop\n", 0o640)
        #expect(reason()?.contains("chmod 600") == true)
        try write("too short\n", 0o600)
        #expect(reason()?.contains("not one token") == true)
    }
}
